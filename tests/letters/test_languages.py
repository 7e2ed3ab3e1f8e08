"""Letters in our readers' languages: each kind drawn in our fonts, read back, or refused by name."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from datetime import date
from string import Formatter

import pypdfium2
import pytest
from kit import letters as read
from kit.letters import HEAD, letter

from gvi_desktop.letters import coverage, danger, fields, templates, words
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.render import render
from gvi_desktop.letters.stopcodes import StopCode, StoppedError
from gvi_desktop.letters.stops import check, sentence
from gvi_desktop.letters.templates import READERS
from gvi_desktop.letters.tongues import tongue
from gvi_desktop.paths import resource

KINDS = (
    LetterKind.CARD,
    LetterKind.INVITATION,
    LetterKind.NOTICE,
    LetterKind.NOTIFICATION,
    LetterKind.GUARDIAN,
    LetterKind.DIRECTORY,
)
RTL = tuple(code for code in READERS if tongue(code).rtl)
EXEMPLARS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىئؤإأآةء\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670٪،؛؟«»",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأآءۀ\u200c،؛؟«»۰۱۲۳۴۵۶۷۸۹",
    "prs": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأآءۀټډړښڼ\u200c،؛؟«»",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهھەیێ،؛؟«»",
    "ti": "ሀሁሂሃሄህሆለሐመረሰሸቀቈቐቘበቨተቸነኘአኣከኰኸዀወዐዘዠየደጀገጐጠጨጰጸፀፈፐ፡።፣፤፥፦",
}
LATIN = "ABCXYZabcxyz0123456789åäöÅÄÖéüçğışĞİŞđćčžšłąęńóśźżêîû–—…“”’«»•·€°§()[]/:;,.!?-@%&+*#\u00a0"


def table(language, name):
    return tomllib.loads(resource("letters", language, f"{name}.toml").read_text("utf-8"))


def squeezed(text):
    """Letters only, composed alike and without what has no width, so that readers' spacing does not matter."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LN")


@pytest.mark.parametrize("language", READERS)
def test_the_letters_of_every_language_have_glyphs_beside_latin_ones(language):
    assert coverage.missing(EXEMPLARS.get(language, "") + LATIN, tongue(language).family) is None


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_the_same_fields_and_conditions_as_the_swedish_text(kind, language):
    assert language in templates.languages(kind)
    ours, theirs = templates.shipped(kind, "sv"), templates.shipped(kind, language)
    assert (theirs.keys, set(theirs.switches)) == (ours.keys, set(ours.switches))
    assert not fields.above_class(kind, theirs.keys)


@pytest.mark.parametrize("language", ["sv", "en", *READERS])
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_is_drawn_whole_on_one_page_with_our_fonts_though_every_condition_holds(kind, language):
    done = render([letter(kind, language=language, conditions=frozenset(Condition))], HEAD, "sv")
    assert done.pages == [(1, 1)]
    found = read.fonts(done.pdf)
    assert found and all(found.values())
    assert all(re.search(r"Gvi(Sans|Arabic|Ethiopic)-(Regular|Bold)$", name) for name in found)
    assert render([letter(kind, language=language, conditions=frozenset(Condition))], HEAD, "sv").pdf == done.pdf


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_our_own_words_can_be_drawn_and_read_back(kind, language):
    own = tongue(language)
    assert coverage.missing(templates.source(kind, language), own.family) is None
    said = squeezed(read.text(render([letter(kind, language=language)], HEAD, "sv").pdf))
    start = beginning(kind, language)
    assert all(squeezed(word) in said for word in start.split())


def beginning(kind, language):
    """The heading of a letter; of a card, its first line."""
    lines = templates.source(kind, language).splitlines()
    start = "# " if kind is LetterKind.CARD else "heading: "
    return next(line.removeprefix(start) for line in lines if line.startswith(start))


@pytest.mark.parametrize("language", READERS)
def test_no_text_is_called_reviewed_before_a_speaker_has_signed_it(language):
    assert not any(templates.reviewed(kind, language) for kind in KINDS)
    assert set(table(language, "review")["reviewed"]) == {kind.value for kind in KINDS}
    assert all(templates.reviewed(kind, "sv") and templates.reviewed(kind, "en") for kind in LetterKind)


@pytest.mark.parametrize("language", READERS)
def test_the_words_around_a_letter_are_all_there(language):
    own, swedish = table(language, "papers"), table("sv", "papers")
    for part in ("date", "weekday", "month", "list", "letter"):
        assert set(own[part]) == set(swedish[part])
        for key, text in own[part].items():
            places = [{name for _, name, _, _ in Formatter().parse(t) if name} for t in (text, swedish[part][key])]
            assert places[0] == places[1] or key == "long"
            assert coverage.missing(text, tongue(language).family) is None
    assert len(set(own["weekday"].values())) == 7 and len(set(own["month"].values())) == 12
    day = words.long_date(language, date(2026, 5, 20))
    assert "20" in day and "2026" in day and own["month"]["5"] in day


@pytest.mark.parametrize("language", READERS)
def test_a_card_says_nothing_that_endangers_its_holder(language):
    assert danger.found(templates.source(LetterKind.CARD, language), HEAD.programme) is None


@pytest.mark.parametrize("language", RTL)
def test_a_letter_read_from_the_right_begins_at_the_right(language):
    document = pypdfium2.PdfDocument(render([letter(language=language)], HEAD, "sv").pdf)
    page = document[0]
    textpage = page.get_textpage()
    millimetre = 72 / 25.4
    rights = []
    for number in range(textpage.count_chars()):
        left, bottom, right, top = textpage.get_charbox(number)
        assert -1 <= left <= right <= 595.5 and -1 <= bottom <= top <= 843
        if unicodedata.bidirectional(chr(pypdfium2.raw.FPDFText_GetUnicode(textpage, number)) or "x") == "AL":
            rights.append(right)
    assert max(rights) == pytest.approx(180 * millimetre, abs=2)
    for held in (textpage, page, document):
        held.close()


@pytest.mark.parametrize("language", RTL)
def test_the_letterhead_and_the_address_stay_where_the_post_looks_for_them(language):
    said = read.text(render([letter(language=language)], HEAD, "sv").pdf)
    assert "GVI Örebro Örebro kommun" in said
    assert "Elias Öberg Storgatan 12 B 702 11 Örebro" in said


@pytest.mark.parametrize("language", [*RTL, "ti"])
@pytest.mark.parametrize("name", ["Żaneta Öztürk", "Đorđe", "<b>x</b>", "{{phone}}", "a\n# b", "| a |", "(Elias"])
def test_a_name_in_latin_letters_or_with_signs_prints_as_it_is(language, name):
    said = squeezed(read.text(render([letter(language=language, first_name=name)], HEAD, "sv").pdf))
    assert all(squeezed(word) in said for word in name.split())


@pytest.mark.parametrize("language", [*RTL, "ti"])
@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u2069", "\x00", "\u200f", "\u061c"])
def test_what_turns_the_writing_is_taken_out_of_values(language, mark):
    turned = render([letter(language=language, first_name=f"{mark}Elias{mark}")], HEAD, "sv")
    assert turned.pdf == render([letter(language=language)], HEAD, "sv").pdf


@pytest.mark.parametrize("language", [*RTL, "ti"])
def test_an_endless_name_stops_the_letter(language):
    name = ("ሀ" if language == "ti" else "ا") * 10_000
    (stop,) = check(letter(language=language, first_name=name), HEAD, "sv")
    assert (stop.code, stop.field) == (StopCode.value_too_long, "first_name")


@pytest.mark.parametrize(
    ("language", "char"),
    [("ar", "Ж"), ("fa", "你"), ("prs", "ሀ"), ("ckb", "😀"), ("ti", "ع"), ("pl", "ع"), ("so", "ሀ")],
)
def test_a_character_that_the_languages_font_lacks_stops_that_letter_by_name(language, char):
    batch = [letter(language=language, first_name=f"Omar {char}", code_name="Tall-2"), letter()]
    with pytest.raises(StoppedError) as caught:
        render(batch, HEAD, "sv")
    (stop,) = caught.value.stops
    assert (stop.code, stop.who, stop.field) == (StopCode.missing_glyph, "Tall-2", "first_name")
    assert char in sentence(stop, "sv") and "Förnamn" in sentence(stop, "sv")


def test_an_arabic_name_fits_an_arabic_letter_only():
    assert not check(letter(language="ar", first_name="إلياس"), HEAD, "sv")
    assert check(letter(language="sv", first_name="إلياس"), HEAD, "sv")


@pytest.mark.parametrize("language", READERS)
def test_kinds_without_a_text_come_in_the_offices_language(language):
    said = read.text(render([letter(LetterKind.NO_SHOWS, language=language)], HEAD, "en").pdf)
    assert "Absent" in said


def test_letters_of_many_languages_go_into_one_file():
    batch = [letter(kind, language=language) for language in ("sv", *READERS) for kind in KINDS[1:4]]
    done = render(batch, HEAD, "sv")
    assert len(done.pages) == len(batch) and len(read.pages(done.pdf)) == done.pages[-1][1]
