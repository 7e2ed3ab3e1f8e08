"""`make print-trial`: letters through the program's own way of printing to a CUPS printer of PDF files, and read back.

Skipped by name where CUPS, its PDF printer or the right to make a queue is missing. The queue is made for the run and
taken away afterwards; the people are made up.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from gvi_desktop.letters.fields import FIELDS
from gvi_desktop.letters.given import Letterhead, LetterInput, Recipient
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.render import render
from gvi_desktop.services import letters_pages
from ui.kit import printers
from ui.kit.tasks import Progress

QUEUE = "gvi-print-trial"
MODEL = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
OUT = Path.home() / "PDF"
COUNT, SECONDS = 12, 60
FAR, ALLOWED = 96, 0.006
"""How many shades make another dot, and the share of such dots that is let pass (a page moved by one dot has 2 %)."""
HEAD = Letterhead("GVI Trial", "Örebro", "Örebro kommun", ("Polisen", "Kriminalvården"), "019-21 10 00")


def missing() -> str:
    """What is not here, or nothing."""
    for program in ("lp", "lpstat", "lpadmin"):
        if shutil.which(program) is None:
            return f"{program} (CUPS)"
    if not BACKEND.exists() or not MODEL.exists():
        return "printer-driver-cups-pdf"
    if _run("lpstat", "-r").returncode or "not running" in _run("lpstat", "-r").stdout:
        return "a running CUPS"
    made = _run("lpadmin", "-p", QUEUE, "-v", "cups-pdf:/", "-P", str(MODEL), "-E")
    return "the right to make a print queue (lpadmin)" if made.returncode else ""


def made() -> bytes:
    """Made-up letters."""
    office = {"programme", "town", "agency", "parties", "phone", "phone_hours"}
    values = {key: field.sample for key, field in FIELDS.items() if key not in office}
    letters = [
        LetterInput(
            LetterKind.NOTICE,
            Recipient(f"Tall-{n}", (f"Elias{n} Öberg", f"Storgatan {n}", "702 11 Örebro"), "sv"),
            values | {"first_name": f"Elias{n}"},
            date(2026, 4, 28),
            f"2026-{n:04}",
        )
        for n in range(1, COUNT + 1)
    ]
    return render(letters, HEAD, "sv").pdf


def main() -> int:
    """0 where the paper came out as it was sent, or where nothing could be tried."""
    if lacks := missing():
        print(f"print trial: skipped, there is no {lacks}")
        return 0
    try:
        return tried()
    finally:
        _run("lpadmin", "-x", QUEUE)


def tried() -> int:
    """Print, wait, read, compare."""
    pdf, title = made(), f"Document {time.time_ns()}"  # a title of its own, so that the file is found again
    pages = letters_pages.page_count(pdf)
    assert QUEUE in printers.printers()
    handed = printers.send(QUEUE, title, pdf, (0, pages - 1), Progress(lambda _done, _all: None))
    found = _waited(title.replace(" ", "_"))
    if found is None:
        print(f"print trial: nothing came out in {SECONDS} s")
        return 1
    try:
        out = found.read_bytes()
    finally:
        found.unlink()
    far = [page for page in range(min(pages, letters_pages.page_count(out))) if not _looks_alike(pdf, out, page)]
    same = _plain(out) == _plain(pdf) and letters_pages.page_count(out) == pages and not far
    print(f"print trial: {handed} pages handed over, {letters_pages.page_count(out)} came out, ", end="")
    print("the same words and pictures" if same else f"NOT the same (pages that look otherwise: {far})")
    return 0 if same else 1


def _waited(title: str) -> Path | None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        idle = QUEUE not in _run("lpstat", "-o").stdout
        found = [one for one in OUT.glob("*.pdf") if title in one.name]
        if idle and found:
            return found[0]
        time.sleep(0.3)
    return None


def _plain(pdf: bytes) -> list[str]:
    """Letters and figures without accents: what draws PDF files anew loses which letter an accented shape was."""
    return ["".join(one for one in page if one.isascii() and one.isalnum()) for page in letters_pages.page_texts(pdf)]


def _looks_alike(sent: bytes, came: bytes, page: int) -> bool:
    """Whether hardly a dot of a small picture of the page is another: this sees accents, place and size."""
    pictures = [_grey(pdf, page) for pdf in (sent, came)]
    if pictures[0].size != pictures[1].size:
        return False
    counts = ImageChops.difference(*pictures).histogram()
    return sum(counts[FAR:]) <= ALLOWED * sum(counts)


def _grey(pdf: bytes, page: int) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=1.5, grayscale=True).to_pil().convert("L")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)


if __name__ == "__main__":
    sys.exit(main())
