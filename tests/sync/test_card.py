"""A contact card: the same back, and refused when it was altered."""

import random
from dataclasses import replace

import pytest
from kit.bundles import ANNA, BEN, MOMENT

from gvi_desktop.crypto import sign
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync.card import Card, read_card, write_card

CARD = Card("Anna Åkesson", "Örebro kommun", "municipality", ANNA.peer, ANNA.key, ANNA.identity.recipient, 3, MOMENT)


def written(card: Card = CARD) -> bytes:
    return write_card(card, sign.CARDS.signer(ANNA.signing))


def code_of(raw: bytes) -> str:
    with pytest.raises(BundleError) as caught:
        read_card(raw, sign.CARDS)
    return caught.value.code


def test_a_card_comes_back_as_it_was_also_through_mail() -> None:
    assert read_card(written(), sign.CARDS) == CARD
    assert read_card(b"\xef\xbb\xbf" + written().replace(b"\n", b"\r\n") + b"\r\n", sign.CARDS) == CARD
    assert len(written()) < 1024


def test_an_altered_card_is_refused() -> None:
    assert code_of(written().replace(b"municipality", b"police")) == "E_CARD_SIG"
    line, _, signature = written().partition(b"\n")
    other, _, _ = written(replace(CARD, serial=4)).partition(b"\n")
    assert code_of(other + b"\n" + signature) == "E_CARD_SIG"
    assert code_of(line + b"\n") == "E_CARD_SIG"


def test_keys_cannot_be_put_under_another_signature() -> None:
    stolen = replace(CARD, sign=BEN.key)
    assert code_of(written(stolen)) == "E_CARD_SIG"
    as_bundle = write_card(CARD, sign.BUNDLES.signer(ANNA.signing))
    assert code_of(as_bundle) == "E_CARD_SIG"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        b"{}\n",
        b"\xff\n",
        b"x" * 20_000,
        written().replace(b'"serial":3', b'"serial":3.0'),
        written().replace(b'"version"', b'"more":1,"version"'),
    ],
)
def test_another_file_is_no_card(raw: bytes) -> None:
    assert code_of(raw) == "E_CARD_FORM"


def test_a_later_card_asks_for_a_later_program() -> None:
    assert code_of(written().replace(b'"version":1', b'"version":3')) == "E_CARD_NEWER"


def test_no_bit_of_a_card_can_be_turned_unnoticed() -> None:
    raw, rng = written(), random.Random(1)
    for place in rng.sample(range((len(raw) - 1) * 8), 1000):
        bent = bytearray(raw)
        bent[place // 8] ^= 1 << place % 8
        assert code_of(bytes(bent)) in {"E_CARD_FORM", "E_CARD_SIG", "E_CARD_NEWER"}
