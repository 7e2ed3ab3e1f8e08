"""Every kind of letter in every language as a picture, filled with samples: for eyes, before a language is offered."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from gvi_desktop.letters import templates
from gvi_desktop.letters.fields import Condition
from gvi_desktop.services import letters_pages, lettertexts
from gvi_desktop.services.unit import Unit

SCALE = 1.4  # pixels a point


def pictures(unit: Unit, out: Path) -> list[Path]:
    """The first page of each, as `<kind>-<language>.png` in the folder."""
    out.mkdir(parents=True, exist_ok=True)
    drawn = []
    for line in lettertexts.listed(unit):
        text = templates.source(line.letter_kind, line.language)
        found = lettertexts.look(unit, line.id, text, (Condition.minor, Condition.callin, Condition.reached))
        page = letters_pages.page_image(found.pdf, 0, SCALE)
        picture = Image.frombuffer("RGB", (page.width, page.height), page.pixels, "raw", "BGRX", page.stride)
        drawn.append(out / f"{line.letter_kind.value}-{line.language}.png")
        picture.save(drawn[-1])
    return drawn
