"""A contact card: who a colleague is and the public keys of their vault, signed by the vault itself.

One text file in UTF-8, at most 16 KiB. First line, ending with LF: the card as compact JSON, keys in this order:

    {"format":"gvi-contact","version":1,"name":"...","agency":"...","kind":"...","peer":"<uuid4>",
     "sign":"<Ed25519 public key, 32 bytes in base64>","age":"age1...","serial":1,"created":"2026-11-22T17:00:00Z"}

(here broken for print; in the file it is one line). A card of version 2 has "recovery":"<Ed25519 key>" after "age": the
key derived from the vault's recovery words, which may declare the other keys invalid when the vault is lost. Then the
SSHSIG armor over exactly that line with its LF, in the namespace contact-v1@gvi-desktop. Line ends changed to CR LF by
a mail program are changed back. The signature proves only that the keys belong together; that they are the colleague's
is proven by comparing the fingerprint's words.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync import limits
from gvi_desktop.sync.bundle import Signatures
from gvi_desktop.sync.keyevent import key_of
from gvi_desktop.sync.moments import moment_of, moment_text
from gvi_desktop.sync.strictjson import dumps, loads, mapping, text, whole

FORMAT = "gvi-contact"
VERSION = 2


@dataclass(frozen=True, slots=True)
class Card:
    """`kind` is the agency's kind; `serial` grows with every new card of the same vault."""

    name: str
    agency: str
    kind: str
    peer: str
    sign: bytes
    age: str
    serial: int
    created: datetime
    recovery: bytes = b""
    """Empty on a card of version 1."""


def write_card(card: Card, sign: Callable[[bytes], bytes]) -> bytes:
    """The file. `sign(line)` returns the armored signature in the namespace of contact cards."""
    line = _line(card)
    return line + sign(line)


def read_card(raw: bytes, signatures: Signatures) -> Card:
    """BundleError: "E_CARD_FORM" (not a card, or damaged), "E_CARD_NEWER", "E_CARD_SIG" (altered)."""
    if len(raw) > limits.CARD:
        raise BundleError("E_CARD_FORM")
    unified = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    line, feed, signature = unified.partition(b"\n")
    line += feed
    try:
        card = _card(line)
    except (ValueError, KeyError, TypeError):
        raise BundleError("E_CARD_FORM") from None
    try:
        signatures.verify(line, signature.rstrip(b"\n") + b"\n", card.sign)
    except BundleError:
        raise BundleError("E_CARD_SIG", peer=card.peer) from None
    return card


def _line(card: Card) -> bytes:
    body: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION if card.recovery else 1,
        "name": card.name,
        "agency": card.agency,
        "kind": card.kind,
        "peer": card.peer,
        "sign": base64.b64encode(card.sign).decode(),
        "age": card.age,
    }
    if card.recovery:
        body["recovery"] = base64.b64encode(card.recovery).decode()
    return dumps({**body, "serial": card.serial, "created": moment_text(card.created)})


def _card(line: bytes) -> Card:
    body = mapping(loads(line))
    if body["format"] != FORMAT:
        raise ValueError
    version = whole(body["version"], 1)
    if version > VERSION:
        raise BundleError("E_CARD_NEWER", version=version)
    card = Card(
        name=text(body["name"]),
        agency=text(body["agency"]),
        kind=text(body["kind"], 40),
        peer=text(body["peer"], 64),
        sign=key_of(text(body["sign"], 44)),
        age=text(body["age"], 100),
        serial=whole(body["serial"], 1),
        created=moment_of(body["created"]),
        recovery=key_of(text(body["recovery"], 44)) if version > 1 else b"",
    )
    if _line(card) != line:  # one way to write it, nothing beside it
        raise ValueError
    return card
