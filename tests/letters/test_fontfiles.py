"""The fonts of letters come with their licence, and with where they are from."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files

FONTS = files("resources") / "fonts"


def test_every_font_is_the_one_whose_source_is_told():
    told = (FONTS / "SOURCES.md").read_text(encoding="utf-8")
    sums = dict((name, digest) for digest, name in re.findall(r"^([0-9a-f]{64})  (Gvi\S+\.ttf)$", told, re.MULTILINE))
    fonts = [one for one in FONTS.iterdir() if one.name.endswith(".ttf")]
    here = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in fonts}
    assert here == sums and all(f"| `{name}` |" in told for name in here)


def test_every_font_carries_its_licence_which_lies_beside_it():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    for one in FONTS.iterdir():
        if one.name.endswith(".ttf"):
            words = one.read_bytes()
            assert "SIL Open Font License, Version 1.1".encode("utf-16-be") in words
            assert one.name.partition("-")[0].replace("Gvi", "Gvi ").encode("utf-16-be") in words


def test_the_help_says_what_printing_leaves_behind():
    for language in ("sv", "en"):
        told = (files("resources") / "help" / language / "letters.md").read_text(encoding="utf-8")
        assert "/var/spool/cups" in told
