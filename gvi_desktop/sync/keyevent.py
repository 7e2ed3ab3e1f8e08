"""A key event: what a vault declares about its own keys - new ones for old ones, or none any more for stolen ones.

As a file it is a text in UTF-8, at most 16 KiB. First line, ending with LF: the event as compact JSON, keys in this
order (here broken for print):

    {"format":"gvi-key-event","version":1,"event":"rotate","peer":"<uuid4>","old":"<Ed25519 public key in base64>",
     "sign":"<new Ed25519 key>","age":"age1...","serial":2,"created":"2026-11-22T17:00:00Z"}
    {"format":"gvi-key-event","version":1,"event":"revoke","peer":"<uuid4>","old":"...","by":"<signing key>",
     "created":"2026-11-22T17:00:00Z"}
    {"format":"gvi-key-event","version":1,"event":"recovery","peer":"<uuid4>","old":"<signing key in use>",
     "was":"<key of the earlier recovery words, or empty>","recovery":"<key of the new ones>","serial":3,
     "created":"2026-11-22T17:00:00Z"}

Then the SSHSIG armor over exactly that line with its LF, in the namespace key-event-v1@gvi-desktop: of a rotation two,
by the old and by the new key; of a revocation one, by the old key or by the key that is derived from the vault's
recovery words and announced on its card; of new recovery words two, by the signing key and by the words' own. In a
bundle's manifest an event is the same text as one string.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, cast, get_args

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync import limits
from gvi_desktop.sync.moments import moment_of, moment_text
from gvi_desktop.sync.strictjson import dumps, loads, mapping, text, whole

FORMAT = "gvi-key-event"
VERSION = 1
END = b"-----END SSH SIGNATURE-----\n"

What = Literal["rotate", "revoke", "recovery"]
Signer = Callable[[bytes], bytes]


class Verifier(Protocol):
    """Proves a signature; BundleError "E_SIG_FORMAT" and "E_SIG_BAD"."""

    def verify(self, message: bytes, signature: bytes, key: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """`old` is the signing key that counts no more. A rotation names the new pair (`sign`, `age`) and its card's
    `serial`; a revocation names the key `by` which it is signed. New recovery words leave the signing key (`old`) as it
    is, and name the key they replace (`was`) and their own (`recovery`). `raw` is the signed text."""

    what: What
    peer: str
    old: bytes
    created: datetime
    sign: bytes = b""
    age: str = ""
    serial: int = 0
    by: bytes = b""
    was: bytes = b""
    recovery: bytes = b""
    raw: bytes = b""

    @property
    def id(self) -> str:
        """The same event has the same id wherever it is kept."""
        return hashlib.sha256(_line(self)).hexdigest()


def write_event(event: KeyEvent, signers: Sequence[Signer]) -> bytes:
    """The signed text: of a rotation the old key signs first, then the new one; new recovery words sign last."""
    line = _line(event)
    return line + b"".join(sign(line) for sign in signers)


def looks_like_event(raw: bytes) -> bool:
    """Whether a file begins as a key event, to be told from a contact card."""
    return raw.removeprefix(b"\xef\xbb\xbf").startswith(b'{"format":"gvi-key-event"')


def read_event(raw: bytes, signatures: Verifier) -> KeyEvent:
    """The event, all its signatures proven; whether its keys are a colleague's is for others to say.

    BundleError: "E_KEY_EVENT" (no key event, or damaged), "E_KEY_EVENT_SIG" (altered)."""
    if len(raw) > limits.CARD:
        raise BundleError("E_KEY_EVENT")
    unified = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    line, feed, rest = unified.partition(b"\n")
    line += feed
    try:
        event = _event(line, unified)
    except (ValueError, KeyError, TypeError):
        raise BundleError("E_KEY_EVENT") from None
    armors = [part + END for part in rest.rstrip(b"\n").removesuffix(END.rstrip(b"\n")).split(END)]
    wanted = {"rotate": (event.old, event.sign), "recovery": (event.old, event.recovery)}.get(event.what, (event.by,))
    if len(armors) != len(wanted):
        raise BundleError("E_KEY_EVENT_SIG")
    try:
        for armor, key in zip(armors, wanted, strict=True):
            signatures.verify(line, armor, key)
    except BundleError:
        raise BundleError("E_KEY_EVENT_SIG") from None
    return event


def _line(event: KeyEvent) -> bytes:
    body: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "event": event.what,
        "peer": event.peer,
        "old": _written(event.old),
    }
    if event.what == "rotate":
        body |= {"sign": _written(event.sign), "age": event.age, "serial": event.serial}
    elif event.what == "recovery":
        body |= {"was": _written(event.was), "recovery": _written(event.recovery), "serial": event.serial}
    else:
        body["by"] = _written(event.by)
    return dumps({**body, "created": moment_text(event.created)})


def _event(line: bytes, raw: bytes) -> KeyEvent:
    body = mapping(loads(line))
    what = text(body["event"], 10)
    if body["format"] != FORMAT or whole(body["version"], 1) != VERSION or what not in get_args(What):
        raise ValueError
    rotate, renewed = what == "rotate", what == "recovery"
    event = KeyEvent(
        what=cast("What", what),
        peer=text(body["peer"], 64),
        old=key_of(text(body["old"], 44)),
        created=moment_of(body["created"]),
        sign=key_of(text(body["sign"], 44)) if rotate else b"",
        age=text(body["age"], 100) if rotate else "",
        serial=whole(body["serial"], 1) if rotate or renewed else 0,
        by=b"" if rotate or renewed else key_of(text(body["by"], 44)),
        was=key_of(text(body["was"], 44)) if renewed and body["was"] else b"",
        recovery=key_of(text(body["recovery"], 44)) if renewed else b"",
        raw=raw,
    )
    same = (rotate and event.sign == event.old) or (renewed and event.recovery == event.was)
    if same or _line(event) != line:  # one way to write it, nothing beside it
        raise ValueError
    return event


def _written(key: bytes) -> str:
    return base64.b64encode(key).decode()


def key_of(written: str) -> bytes:
    """An Ed25519 public key as it is written in cards and events. ValueError."""
    try:
        key = base64.b64decode(written, validate=True)
    except binascii.Error:
        raise ValueError from None
    if len(key) != 32:
        raise ValueError
    return key
