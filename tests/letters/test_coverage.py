"""Which alphabets the bundled faces hold."""

from __future__ import annotations

import pytest

from gvi_desktop.letters import coverage, ink
from gvi_desktop.letters.drawing import Page, Piece, Text
from gvi_desktop.letters.style import Face

ALPHABETS = {
    "Swedish": "Flygande bäckasiner söka hwila på mjuka tuvor ÅÄÖ é",
    "Finnish": "Törkylempijävongahdus, šakki ja žest",
    "Polish": "Zażółć gęślą jaźń ŁÓDŹ Ń",
    "Bosnian, Croatian, Serbian": "Đak će često žaliti šumu ĐŽĆČŠ Љубазни фењерџија чађавог лица",
    "Turkish": "Pijamalı hasta yağız şoföre çabucak güvendi İĞŞ",
    "Kurmanji": "Cem vî Feqoyê pîs zêdetir ji çar gulên xweşik hebûn ÊÎÛ",
    "Somali": "Waxaan ku dhashay Muqdisho, 1990; ma'aha dh'",
    "signs": "–—…“”’«»•·€№−½°§",
}


@pytest.mark.parametrize("text", ALPHABETS.values(), ids=ALPHABETS.keys())
def test_our_readers_alphabets_can_be_drawn(text):
    assert coverage.missing(text) is None


@pytest.mark.parametrize("char", ["你", "ع", "ሀ", "😀", "\ufffd", "\ud800"])
def test_other_characters_are_found(char):
    assert coverage.missing(f"abc{char}") == char
    assert coverage.spelled(f"a{char}") == f"a[U+{ord(char):04X}]"


def test_the_pen_refuses_what_it_would_leave_out():
    page = Page()
    page.put(0, 0, Piece((Text(10, 10, "a你b", Face.regular, 10),), 20))
    with pytest.raises(coverage.MissingGlyphError) as caught:
        ink.write([page], "Brev", "sv")
    assert caught.value.char == "你"
