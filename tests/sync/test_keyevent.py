"""A key event: the same back, and nothing when a bit of it was altered or another key signed it."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit.bundles import ANNA, BEN, MOMENT

from gvi_desktop.crypto import seal, sign
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync.keyevent import KeyEvent, looks_like_event, read_event, write_event

NEW = sign.new_signing_key()
ROTATE = KeyEvent("rotate", ANNA.peer, ANNA.key, MOMENT, sign.public_key(NEW), seal.new_identity().recipient, 2)
REVOKE = KeyEvent("revoke", ANNA.peer, ANNA.key, MOMENT, by=ANNA.key)
SIGNERS = {ROTATE.what: (ANNA.signing, NEW), REVOKE.what: (ANNA.signing,)}


def written(event: KeyEvent, *keys: bytes) -> bytes:
    return write_event(event, [sign.KEY_EVENTS.signer(key) for key in keys or SIGNERS[event.what]])


def code_of(raw: bytes) -> str:
    with pytest.raises(BundleError) as caught:
        read_event(raw, sign.KEY_EVENTS)
    return caught.value.code


@pytest.mark.parametrize("event", [ROTATE, REVOKE], ids=lambda one: one.what)
def test_an_event_comes_back_as_it_was_also_through_mail(event: KeyEvent) -> None:
    raw = written(event)
    assert looks_like_event(raw)
    assert read_event(raw, sign.KEY_EVENTS) == replace(event, raw=raw)
    mailed = read_event(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n") + b"\r\n", sign.KEY_EVENTS)
    assert replace(mailed, raw=b"") == event
    assert mailed.id == event.id
    assert len(raw) < 1200


@pytest.mark.parametrize("event", [ROTATE, REVOKE], ids=lambda one: one.what)
def test_no_bit_of_an_event_can_be_turned_unnoticed(event: KeyEvent) -> None:
    raw, rng = written(event), random.Random(1)
    for place in rng.sample(range((len(raw) - 1) * 8), 600):
        bent = bytearray(raw)
        bent[place // 8] ^= 1 << place % 8
        assert code_of(bytes(bent)) in ("E_KEY_EVENT", "E_KEY_EVENT_SIG")


@pytest.mark.parametrize(
    "keys", [(ANNA.signing,), (NEW,), (NEW, ANNA.signing), (ANNA.signing, BEN.signing), (ANNA.signing, NEW, NEW)]
)
def test_a_rotation_needs_both_keys_in_their_order_and_no_third(keys: tuple[bytes, ...]) -> None:
    assert code_of(written(ROTATE, *keys)) == "E_KEY_EVENT_SIG"


def test_a_signature_for_another_purpose_proves_nothing() -> None:
    line = written(REVOKE).partition(b"\n")[0] + b"\n"
    assert code_of(line + sign.BUNDLES.signer(ANNA.signing)(line)) == "E_KEY_EVENT_SIG"
    assert code_of(line) == "E_KEY_EVENT_SIG"


def test_a_key_does_not_take_its_own_place() -> None:
    assert code_of(written(replace(ROTATE, sign=ANNA.key), ANNA.signing, ANNA.signing)) == "E_KEY_EVENT"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([ROTATE, REVOKE]), st.integers(0, 1200))
def test_whatever_is_put_into_an_event_is_refused_by_name(noise: bytes, event: KeyEvent, at: int) -> None:
    raw = written(event)
    spoiled = raw[:at] + noise + raw[at + len(noise) :]
    if spoiled.strip() != raw.strip():
        assert code_of(spoiled) in ("E_KEY_EVENT", "E_KEY_EVENT_SIG")
