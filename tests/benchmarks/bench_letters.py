"""A thousand letters as tagged PDF/A-2b, beside the same lines drawn raw, and letters read from the right."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import mailmerge
import peers
from reportlab.pdfgen.canvas import Canvas

from gvi_desktop.letters import finish, fonts, ink
from gvi_desktop.letters.batch import Batch
from gvi_desktop.letters.drawing import Page, Text
from gvi_desktop.letters.fields import FIELDS
from gvi_desktop.letters.given import Letterhead, LetterInput, Recipient
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.render import render
from gvi_desktop.letters.style import A4, Face

LETTERS, SHAPED, ROUNDS = 1000, 200, 5
ALONE = "--alone"
PARTIES = ("Polisen", "Kriminalvården", "Örebro kommun")
HEAD = Letterhead("GVI Örebro", "Örebro", "Örebro kommun", PARTIES, "019-21 10 00")


def letter(number: int, language: str = "") -> LetterInput:
    """A call-in notice with its own name, address, officer and reference."""
    office = {"programme", "town", "agency", "parties", "phone", "phone_hours"}
    values = {key: field.sample for key, field in FIELDS.items() if key not in office}
    values |= {"first_name": f"Elias{number}", "officer_name": f"Karin Berg {number % 7}"}
    address = (f"Elias{number} Öberg", f"Storgatan {number}", "702 11 Örebro")
    return LetterInput(
        LetterKind.NOTICE,
        Recipient(f"Tall-{number}", address, language),
        values,
        date(2026, 4, 28),
        f"2026-{number:04}",
    )


def sheets(letters: list[LetterInput]) -> list[Page]:
    """The letters' pages, ready for ink."""
    batch = Batch(HEAD, "sv")
    return [page for one in letters for page in batch.pages(batch.set(one))]


def lines(pages: list[Page]) -> list[list[str]]:
    """The lines of text on each page, shared ones (letterhead, footer) included."""
    marks = [[mark for _, _, piece in page.placed for mark in piece.marks] for page in pages]
    return [[mark.text for mark in page if isinstance(mark, Text)] for page in marks]


def raw(texts: list[list[str]]) -> bytes:
    """The same text as bare lines: as fast as this engine can put real text on pages."""
    fonts.ready()
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1, invariant=1, initialFontName=Face.regular.value)
    for page in texts:
        text = canvas.beginText(70, 800)
        text.setFont(Face.regular.value, 10.5, 14.8)
        for line in page:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def alone() -> float:
    """Megabytes at the most of a process that makes the letters and nothing else."""
    told = subprocess.run([sys.executable, __file__, ALONE], check=True, capture_output=True, text=True)
    return float(told.stdout)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor; the latter do not count what else the machine was doing."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def main() -> None:
    """Print the times and their ratio."""
    letters = [letter(number) for number in range(LETTERS)]
    pages = sheets(letters)
    texts = lines(pages)
    gc.freeze()  # what only the measuring keeps is not looked through again and again at the letters' cost
    ours, bare, first, finishing = [], [], [], []
    for _ in range(ROUNDS):  # side by side, so that a busy moment hits both
        ours.append(timed(lambda: render(letters, HEAD, "sv")))
        bare.append(timed(lambda: raw(texts)))
        first.append(timed(lambda: render(letters[:1], HEAD, "sv")))
        drawn = ink.drawn(pages, "Brev", "sv")
        finishing.append(timed(lambda drawn=drawn: finish.finished(*drawn, "Brev", "sv-SE")))  # type: ignore[misc]
    (wall, own), (raw_wall, raw_own), (one, _), (last, last_own) = (
        tuple(map(min, zip(*runs, strict=True))) for runs in (ours, bare, first, finishing)
    )
    size = len(render(letters, HEAD, "sv").pdf) / 1e6
    print(f"letters: {LETTERS} one-page letters in one tagged PDF/A-2b of {size:.1f} MB: ", end="")
    print(f"{wall:.2f} s ({own:.2f} s of processor)")
    print(f"letters: the same lines drawn raw: {raw_wall:.2f} s ({raw_own:.2f} s of processor)")
    print(f"letters: of this tags and PDF/A {last:.2f} s ({last_own:.2f} s of processor)")
    print(f"letters: ratio of processor time to raw, finished {own / raw_own:.2f}; as drawn ", end="")
    print(f"{(own - last_own) / raw_own:.2f} (aim: under 2.5); peak memory {alone():.0f} MB")
    print(f"letters: first page of one letter: {one * 1000:.0f} ms")
    peers.tell(texts, lambda: mailmerge.merge(letters, HEAD, "sv"), wall, wall - last)
    shaped()


def shaped() -> None:
    """Print what a letter in Arabic writing takes, beside a Swedish one in the same run."""
    batches = {language: [letter(number, language) for number in range(SHAPED)] for language in ("sv", "ar", "fa")}
    best = dict.fromkeys(batches, float("inf"))
    for _ in range(ROUNDS):
        for language, letters in batches.items():
            best[language] = min(best[language], timed(lambda letters=letters: render(letters, HEAD, "sv"))[1])
    for language in ("ar", "fa"):
        each, ratio = best[language] / SHAPED * 1000, best[language] / best["sv"]
        print(f"letters: {language}: {each:.1f} ms of processor a letter (aim: under 10), {ratio:.1f} × a Swedish one")


if __name__ == "__main__":
    if ALONE in sys.argv:
        render([letter(number) for number in range(LETTERS)], HEAD, "sv")
        # Not by getrusage, which after a start from another process tells of that one's memory too.
        status = Path("/proc/self/status").read_text("ascii")
        print(next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")))
    else:
        main()
