"""Right-to-left writing, beside two engines that are not ours: the order of characters and of glyphs on a line."""

from __future__ import annotations

from functools import cache

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption

from gvi_desktop.letters import bidi, coverage, shape
from gvi_desktop.letters.style import Face
from gvi_desktop.letters.tongues import tongue
from gvi_desktop.paths import resource

RTL = ("ar", "fa", "prs", "ckb")
FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"
ISOLATES = {FSI, LRI, RLI, PDI}
SIZE = 20
TEXTS = {
    "ar": f"مرحباً {FSI}Elias Öberg{PDI}، ندعوك يوم {FSI}الأربعاء 20 مايو 2026{PDI} (الساعة {LRI}18:00{PDI}) لا تتأخر.",
    "fa": f"{FSI}الیاس{PDI}! می‌خواهیم پیش از {LRI}17:40{PDI} به {LRI}0123-45\u00a067{PDI} زنگ بزنی، 3 نفر (Örebro).",
    "prs": f"{FSI}2026-0012{PDI} از {FSI}Polisen{PDI}، {FSI}Kriminalvården{PDI} و {FSI}Örebro{PDI} [صفحهٔ 1 از 2].",
    "ckb": f"سڵاو {FSI}Żaneta Öztürk{PDI}، پەیوەندی بە {LRI}019-21\u00a010\u00a000{PDI} بکە، ڕێگای ژیان 50% «ڤیان».",
}
HOSTILE = st.text(alphabet=list("ابت دو کێ abc Ö 12 34-/.:,()[]% \u064e\u200c") + sorted(ISOLATES), max_size=40)


def unmarked(text: str) -> str:
    """Without what is not drawn: where signs of no width stand is left open by the standard (UAX #9, 5.2)."""
    return "".join(char for char in text if char not in ISOLATES and char != "\u200c")


def one_sided(text: str) -> str:
    """Brackets made alike: python-bidi turns them over by rules of its own, the fonts do it for us."""
    return text.translate(str.maketrans(")]}»", "([{«"))


@cache
def families() -> dict[str, str]:
    found = {}
    for face in (Face.arabic, Face.arabic_bold):
        number = QFontDatabase.addApplicationFont(str(resource("fonts", f"{face.value}.ttf")))
        (found[face.value],) = QFontDatabase.applicationFontFamilies(number)
    return found


def by_qt(text: str, width: float) -> list[list[tuple[int, float]]]:
    """Lines of glyph numbers and their places in points as QTextLayout sets them."""
    font = QFont(families()[Face.arabic.value])
    font.setPixelSize(SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    out = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        glyphs: list[tuple[int, float]] = []
        for run in line.glyphRuns():
            assert run.rawFont().familyName() == "Gvi Arabic"
            glyphs += [(index, at.x()) for index, at in zip(run.glyphIndexes(), run.positions(), strict=True)]
        out.append(glyphs)
    return out


@pytest.mark.parametrize("language", RTL)
def test_characters_stand_as_python_bidi_orders_them(language):
    text = TEXTS[language]
    levels = bidi.reset(text, bidi.levels(text, 1), 1)
    ours = "".join(text[at] for at in bidi.visual(levels))
    assert one_sided(unmarked(ours)) == one_sided(unmarked(get_display(text, base_dir="R")))


@given(HOSTILE, st.sampled_from("LR"))
def test_any_mixture_is_ordered_as_python_bidi_orders_it(text, side):
    base = int(side == "R")
    levels = bidi.reset(text, bidi.levels(text, base), base)
    ours = "".join(text[at] for at in bidi.visual(levels))
    assert one_sided(unmarked(ours)) == one_sided(unmarked(get_display(text, base_dir=side)))


@given(HOSTILE)
def test_the_order_of_a_line_has_every_place_once(text):
    assert sorted(bidi.visual(bidi.levels(text, 1))) == list(range(len(text)))


@pytest.mark.parametrize("width", [10_000, 330, 280])
@pytest.mark.parametrize("language", RTL)
def test_lines_and_glyphs_are_those_of_qt(qapp, language, width):
    ours = shape.lines([(TEXTS[language], Face.arabic)], language, SIZE, width)
    theirs = by_qt(TEXTS[language], width)
    assert len(ours) == len(theirs)
    for line, expected in zip(ours, theirs, strict=True):
        glyphs = [(glyph.number, glyph.x) for _, strip in line.strips for glyph in strip]
        left = min(x for _, x in expected)
        first = min(x for _, x in glyphs)
        placed = sorted((number, x - first) for number, x in glyphs if number not in blank())
        wanted = sorted((number, x - left) for number, x in expected if number not in blank())
        assert [number for number, _ in placed] == [number for number, _ in wanted]
        assert [x for _, x in placed] == pytest.approx([x for _, x in wanted], abs=1)


@cache
def blank() -> frozenset[int]:
    font, _ = shape._font(Face.arabic)
    return frozenset(filter(None, (font.get_nominal_glyph(ord(char)) for char in " \u00a0\u200c")))


words = st.text(alphabet="ابتجدلامکگێAöz09-", min_size=1, max_size=14)


@given(st.lists(st.tuples(words, st.booleans()), min_size=1, max_size=25), st.floats(40, 400), st.sampled_from(RTL))
def test_no_character_is_lost_or_doubled_and_no_line_is_too_wide(rows, width, language):
    faces = {False: Face.arabic, True: Face.arabic_bold}
    lines = shape.lines([(f"{word} ", faces[bold]) for word, bold in rows], language, 12, width)
    told = "".join(line.text for line in lines).replace(" ", "")
    assert told == "".join(word for word, _ in rows)
    for line in lines:
        drawn = [glyph.text for _, strip in line.strips for glyph in strip]
        assert sorted("".join(drawn)) == sorted(line.text)
        assert line.width <= width * 1.15 + 0.01  # a word cut in two takes its end forms, which may be wider


def test_a_letter_joins_its_neighbours():
    (joined,) = shape.lines([("بب", Face.arabic)], "ar", 12, 1000)
    (apart,) = shape.lines([("ب ب", Face.arabic)], "ar", 12, 1000)
    assert {g.number for _, s in joined.strips for g in s} != {g.number for _, s in apart.strips for g in s}


def test_a_phone_number_runs_to_the_right():
    (line,) = shape.lines([(f"اتصل {LRI}019-21\u00a010\u00a000{PDI}", Face.arabic)], "ar", 12, 1000)
    digits = [glyph.text for _, strip in line.strips for glyph in strip if glyph.text in set("0123456789-")]
    assert "".join(digits) == "019-211000"


@pytest.mark.parametrize("char", ["你", "Ж", "ሀ", "😀"])
def test_a_character_without_a_glyph_is_refused_by_name(char):
    with pytest.raises(coverage.MissingGlyphError) as caught:
        shape.lines([(f"سلام {char}", Face.arabic)], "fa", 12, 1000)
    assert caught.value.char == char


@pytest.mark.parametrize("language", RTL)
def test_a_value_can_turn_nothing_around_it(language):
    assert tongue(language).isolated("x") == f"{FSI}x{PDI}"
    assert tongue(language).isolated("019", ltr=True) == f"{LRI}019{PDI}"
    assert tongue("sv").isolated("x") == tongue("ti").isolated("x") == "x"
