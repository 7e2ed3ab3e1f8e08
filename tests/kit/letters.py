"""Made-up letters, and reading PDFs back."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from gvi_desktop.letters.fields import FIELDS, LISTS, Condition
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.merge import Letterhead, LetterInput, Recipient
from gvi_desktop.letters.pages.paper import Marks

PARTIES = ("Polisen", "Kriminalvården", "Örebro kommun")
HEAD = Letterhead(
    "GVI Örebro", "Örebro", "Örebro kommun", PARTIES, "019-21 10 00", purpose="Att minska våldet", phone_hours="9–16"
)
ADDRESS = ("Elias Öberg", "Storgatan 12 B", "702 11 Örebro")
ONE = Marks(date(2026, 5, 18))
_OFFICE = {"programme", "town", "agency", "parties", "phone", "phone_hours"}


def letter(
    kind: LetterKind = LetterKind.NOTICE,
    address: tuple[str, ...] = ADDRESS,
    conditions: frozenset[Condition] = frozenset(),
    language: str = "",
    code_name: str = "Tall-14",
    reference: str = "2026-0012",
    **values: str,
) -> LetterInput:
    """A letter with the catalogue's sample in every field, unless told otherwise."""
    samples = {key: field.sample for key, field in FIELDS.items() if key not in _OFFICE}
    rows = {name: [{key: field.sample for key, field in row.items()}] for name, row in LISTS.items()}
    lists = {
        name: row
        for name, row in rows.items()
        if (kind, name) in {(LetterKind.NO_SHOWS, "absent"), (LetterKind.DIRECTORY, "services")}
    }
    recipient = Recipient(code_name, address, language)
    return LetterInput(kind, recipient, {**samples, **values}, date(2026, 4, 28), reference, conditions, lists)


def pages(pdf: bytes) -> list[str]:
    """The text of every page as an independent reader finds it, in its order, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def text(pdf: bytes) -> str:
    """The text of all pages."""
    return " ".join(pages(pdf))


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font that pages or their shared parts refer to, and whether it is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(BytesIO(pdf)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                descriptor = thing.get("/FontDescriptor")
                found[str(thing["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor
    return found


def place(pdf: bytes, words: str) -> float:
    """How far from the left edge the words begin on the first page where they are first found, in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        textpage = document[0].get_textpage()
        searcher = textpage.search(words)
        at, _ = searcher.get_next()
        left: float = textpage.get_charbox(at)[0]
        return left * 25.4 / 72
    finally:
        document.close()


def opens_with(path: Path, password: str) -> bool:
    """Whether a file opens with that password, and without one only where it is empty."""
    try:
        pikepdf.open(path).close()
    except pikepdf.PasswordError:
        with pikepdf.open(path, password=password) as document:
            return bool(password) and len(document.pages) > 0
    return not password
