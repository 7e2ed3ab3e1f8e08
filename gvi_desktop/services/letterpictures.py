"""Every kind of letter in every language, and papers that were made, as pictures: for eyes, before they are offered."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from gvi_desktop.letters import templates
from gvi_desktop.letters.fields import Condition
from gvi_desktop.services import letters_pages, lettertexts
from gvi_desktop.services.unit import Unit

SCALE = 1.4  # pixels a point
MOST = 4
"""Pages of one paper: the others look alike."""


def pictures(unit: Unit, out: Path) -> list[Path]:
    """Each kind in each language filled with samples, as `<kind>-<language>.png` in the folder; where there are more
    pages than one, `-2` and so on behind the name."""
    out.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []
    for line in lettertexts.listed(unit):
        text = templates.source(line.letter_kind, line.language)
        found = lettertexts.look(unit, line.id, text, (Condition.minor, Condition.callin, Condition.reached))
        drawn += _drawn(found.pdf, out, f"{line.letter_kind.value}-{line.language}")
    return drawn


def of_papers(papers: Iterable[Path], out: Path) -> list[Path]:
    """The first pages of PDF files, under their names; what is no PDF is passed over."""
    out.mkdir(parents=True, exist_ok=True)
    return [one for path in papers if path.suffix == ".pdf" for one in _drawn(path.read_bytes(), out, path.stem)]


def _drawn(pdf: bytes, out: Path, name: str) -> list[Path]:
    drawn = []
    for number in range(min(letters_pages.page_count(pdf), MOST)):
        page = letters_pages.page_image(pdf, number, SCALE)
        picture = Image.frombuffer("RGB", (page.width, page.height), page.pixels, "raw", "BGRX", page.stride)
        drawn.append(out / (f"{name}-{number + 1}.png" if number else f"{name}.png"))
        picture.save(drawn[-1])
    return drawn
