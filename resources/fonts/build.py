"""Cut the bundled text families from Noto Sans; SOURCES.md tells where the originals come from and how this is run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found,unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found,unused-ignore]

LATIN = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x02FF),  # modifier letters
    (0x0300, 0x036F),  # combining accents
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # № and letterlike signs
    (0x2212, 0x2212),  # minus
)


class Family(NamedTuple):
    """A family under the private name, the original it is cut from, its faces and characters."""

    name: str
    original: str
    faces: dict[str, str]
    ranges: tuple[tuple[int, int], ...]
    features: tuple[str, ...]


# A system may hold Noto Sans too: under a private name no program picks that file and reads our glyph numbers from it.
FAMILIES = (
    Family(
        "Gvi Sans",
        "NotoSans",
        {"Regular": "400Regular", "Bold": "700Bold", "Italic": "400Regular_Italic"},
        LATIN,
        ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"),
    ),
    Family(
        "Gvi Arabic",
        "NotoSansArabic",
        {"Regular": "400Regular", "Bold": "700Bold"},
        (*LATIN, (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0x25CC, 0x25CC)),
        ("*",),
    ),
    Family(
        "Gvi Ethiopic",
        "NotoSansEthiopic",
        {"Regular": "400Regular", "Bold": "700Bold"},
        (*LATIN, (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
        ("*",),
    ),
)


def cut(source: Path, target: Path, style: str, family: Family) -> None:
    """Write the subset of `source` under the private family name."""
    font = TTFont(source)
    options = Options()
    options.layout_features = list(family.features)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in family.ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    whole = f"{family.name} {style}"
    names = {1: family.name, 2: style, 3: whole, 4: whole, 6: f"{family.name.replace(' ', '')}-{style}"}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["name"].names = [n for n in font["name"].names if n.platformID == 3 and n.nameID not in (16, 17, 21, 22)]
    # The originals leave these as in Regular in some versions, and Qt then takes Bold for Regular.
    font["OS/2"].usWeightClass = 700 if style == "Bold" else 400
    look = {"Regular": 0x40, "Bold": 0x20, "Italic": 0x01}[style]
    font["OS/2"].fsSelection = look | (font["OS/2"].fsSelection & 0x80)
    font["head"].macStyle = {"Regular": 0, "Bold": 1, "Italic": 2}[style]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    folder, here = Path(sys.argv[1]), Path(__file__).parent
    for family in FAMILIES:
        for style, face in family.faces.items():
            if (source := folder / face / f"{family.original}_{face}.ttf").exists():
                cut(source, here / f"{family.name.replace(' ', '')}-{style}.ttf", style, family)
