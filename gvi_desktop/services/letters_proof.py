"""What the register's checksum of a letter is made of, and whether a PDF file holds the letter of an entry."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.letter import Letter
from gvi_desktop.letters.render import MOST_PAGES
from gvi_desktop.services.letters_pages import page_texts
from gvi_desktop.services.unit import Unit

_VERSION = b"letter-v1"
LARGEST = 100_000_000
"""Bytes of a file that is looked through: a thousand letters are a few million."""


def digest(pages: Sequence[str]) -> str:
    """The checksum of a letter whose pages say this: every character that has a shape, in order, page by page.

    Spaces, line ends and marks without a shape are left out: readers differ on where they stand. How the file is
    packed, tagged or locked does not count either (decision 0005).
    """
    hashed = hashlib.sha256(_VERSION)
    for page in pages:
        shown = "".join(c for c in unicodedata.normalize("NFC", page) if unicodedata.category(c)[0] not in "ZC")
        hashed.update(b"\0" + shown.encode())
    return hashed.hexdigest()


def digests(pdf: bytes, places: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The checksum of each letter of a file; `places` are first and last page of each, from 1."""
    said = page_texts(pdf)
    return tuple(digest(said[first - 1 : last]) for first, last in places)


def holds(unit: Unit, letter_id: str, pdf: bytes, password: str = "") -> bool:
    """Whether a PDF file holds the letter of that entry, alone or among others.

    Entries of earlier versions of the program have the checksum of the whole file they were printed in.
    VaultError("pdf_unreadable") for what is no PDF, "pdf_locked" where it opens with another password only.
    """
    wanted = unit.get(Letter, letter_id).sha256
    if hashlib.sha256(pdf).hexdigest() == wanted:
        return True
    said = page_texts(pdf, unicodedata.normalize("NFKC", password))  # as it was set
    spans = ((first, first + many) for first in range(len(said)) for many in range(1, MOST_PAGES + 1))
    return any(digest(said[first:end]) == wanted for first, end in spans if end <= len(said))


def file_holds(unit: Unit, letter_id: str, path: Path, password: str = "") -> bool:
    """The same of a file on disk; also VaultError("pdf_unreadable") where it cannot be read or is far too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise VaultError("pdf_unreadable")
        content = path.read_bytes()
    except OSError as fault:
        raise VaultError("pdf_unreadable") from fault
    return holds(unit, letter_id, content, password)
