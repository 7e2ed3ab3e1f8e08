"""Letters as an independent reader finds them in the PDF."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from kit import letters as read
from kit.letters import HEAD, letter
from PIL import Image

from gvi_desktop.domain.window import Measures
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import NAMELESS, LetterKind
from gvi_desktop.letters.render import render
from gvi_desktop.letters.windows import WINDOWS, Preset, own
from gvi_desktop.letters.words import LANGUAGES

HEADINGS = {
    LetterKind.NOTICE: ("Kallelse till ett möte", "Notice of a meeting"),
    LetterKind.INVITATION: ("Välkommen till ett möte", "Welcome to a meeting"),
    LetterKind.NOTIFICATION: ("Vi vill att du lever", "We want you to live"),
    LetterKind.CARD: ("Vill du prata?", "Want to talk?"),
    LetterKind.GUARDIAN: ("Till dig som är vårdnadshavare", "To you as a guardian"),
    LetterKind.DIRECTORY: ("Hit kan du vända dig", "Where you can turn"),
    LetterKind.NO_SHOWS: ("Uteblivna från mötet", "Absent on Wednesday"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_is_one_page_in_both_languages(kind, language):
    done = render([letter(kind)], HEAD, language)
    (page,) = read.pages(done.pdf)
    assert HEADINGS[kind][LANGUAGES.index(language)] in page
    assert done.pages == [(1, 1)]
    assert "{{" not in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_font_is_ours_and_embedded(kind, language):
    found = read.fonts(render([letter(kind)], HEAD, language).pdf)
    assert found
    assert all(found.values())
    assert all(re.search(r"GviSans-(Regular|Bold|Italic)$", name) for name in found)


def test_a_notice_is_read_from_top_to_bottom():
    page = read.text(render([letter()], HEAD, "sv").pdf)
    expected = [
        "Storgatan 12 B",
        "28 april 2026",
        "2026-0012",
        "Kallelse",
        "Hej Elias!",
        "onsdag 20 maj 2026",
        "18.00–19.00",
        "Kulturhuset, stora salen",
        "Mötet är ingen fälla",
        "Med vänlig hälsning",
        "Anna Lind",
    ]
    places = [page.index(part) for part in expected]
    assert places == sorted(places)
    assert "Sida 1 av 1" in page


def test_swedish_letters_survive():
    page = read.text(render([letter(first_name="Åke-Örjan Ängström é ü", venue="Sjöängen")], HEAD, "sv").pdf)
    assert "Hej Åke-Örjan Ängström é ü!" in page
    assert "Sjöängen" in page


@pytest.mark.parametrize(
    "name", ["Łukasz Żółć", "Đorđe Čavić", "Gülşen Yıldız", "Şêrîn Çîçek", "Sääksjärvi", "Ćiro Ljubičić", "Жељко"]
)
def test_names_in_our_readers_alphabets_survive(name):
    assert name in read.text(render([letter(first_name=name)], HEAD, "sv").pdf)


@pytest.mark.parametrize(
    "hostile",
    [
        '<img src="/etc/passwd"/>',
        "<b>fet",
        "a & b < c",
        "{{phone}}",
        "<a href='file:///x'>y</a>",
        "&lt;",
        "\\(x) ) ((",
        "%s %(a)s {0}",
    ],
)
def test_hostile_values_print_as_the_text_they_are(hostile):
    done = render([letter(first_name=hostile)], HEAD, "sv")
    assert hostile in read.text(done.pdf)


def test_turning_characters_do_not_turn_the_page():
    assert "Hej Elias!" in read.text(render([letter(first_name="\u202eElias\u202c")], HEAD, "sv").pdf)


def test_the_same_letters_give_the_same_bytes():
    batch = [letter(), letter(LetterKind.INVITATION), letter(LetterKind.CARD)]
    one, two = render(batch, HEAD, "sv"), render(batch, HEAD, "sv")
    assert one.pdf == two.pdf
    assert one.sha256 == hashlib.sha256(one.pdf).hexdigest()


@pytest.mark.parametrize(("language", "title", "code"), [("sv", "Brev", "sv-SE"), ("en", "Letter", "en-GB")])
def test_what_the_file_says_of_itself_names_nobody(language, title, code):
    with pikepdf.open(BytesIO(render([letter()], HEAD, language).pdf)) as document:
        assert str(document.docinfo["/Title"]) == title
        assert str(document.Root.Lang) == code
        shown = " ".join(str(value) for value in document.docinfo.values())
    assert not any(word in shown for word in ("Elias", "GVI", "anonymous", "Tall-14"))


@pytest.mark.parametrize("kind", sorted(NAMELESS))
def test_a_card_or_handout_names_neither_sender_nor_holder(kind):
    words = ("GVI", "Örebro", "Elias", "Tall-14", "2026-0012", "gäng", "avhopp", "polis", "Polisen")
    page = read.text(render([letter(kind)], HEAD, "sv").pdf)
    assert not any(word.casefold() in page.casefold() for word in words)
    assert "019-21 10 00" in page


def test_cards_come_ten_to_a_sheet_and_the_last_sheet_is_filled():
    done = render([letter(LetterKind.CARD)] * 12, HEAD, "sv")
    assert [page.count("Vill du prata?") for page in read.pages(done.pdf)] == [10, 10]
    assert done.pages == [(1, 1)] * 10 + [(2, 2)] * 2


def test_each_letter_has_its_own_pages_and_only_its_own_words():
    rows = [{"absent_code": f"Asp-{n:03}", "absent_result": "Kom inte"} for n in range(60)]
    long = replace(letter(LetterKind.NO_SHOWS), lists={"absent": rows})
    done = render([letter(first_name="Åsa"), long, letter(LetterKind.CARD), letter(first_name="Bo")], HEAD, "sv")
    pages = read.pages(done.pdf)
    assert done.pages[0] == (1, 1)
    assert done.pages[1][0] == 2
    assert done.pages[3][0] == done.pages[1][1] + 1
    assert done.pages[2] == (len(pages), len(pages))
    assert "Åsa" in pages[0]
    assert [n for n, page in enumerate(pages, 1) if "Hej Bo!" in page] == [done.pages[3][0]]
    of_long = pages[done.pages[1][0] - 1 : done.pages[1][1]]
    assert all("Kodnamn Namn Handläggare Utfall" in page for page in of_long)
    assert all(f"Asp-{n:03}" in " ".join(of_long) for n in range(60))
    assert f"Sida {len(of_long)} av {len(of_long)}" in of_long[-1]


def test_each_reader_gets_a_language_that_has_texts():
    batch = [letter(language="en"), letter(language="so"), letter()]
    pages = read.pages(render(batch, HEAD, "sv").pdf)
    assert ["Dear" in page for page in pages] == [True, False, False]


def test_conditions_reach_the_paper():
    plain = read.text(render([letter()], HEAD, "sv").pdf)
    told = read.text(render([letter(conditions=frozenset({Condition.minor, Condition.interpreter}))], HEAD, "sv").pdf)
    assert "vårdnadshavare" not in plain
    assert "vårdnadshavare" in told
    assert "tolk" in told


def test_a_letter_without_an_address_is_handed_over():
    assert "Lämnas personligen" in read.text(render([letter(address=())], HEAD, "sv").pdf)


def test_the_address_stands_inside_the_window_of_either_side():
    upper = own(Measures(15, 38, 90, 32))
    for window, left, right in ((WINDOWS[Preset.left], 20, 105), (WINDOWS[Preset.right], 105, 190), (upper, 15, 105)):
        five = ("Rad ett", "Rad två", "Rad tre", "Rad fyra", "702 11 Örebro")
        document = pypdfium2.PdfDocument(render([letter(address=five)], HEAD, "sv", window).pdf)
        page = document[0]
        textpage = page.get_textpage()
        for line in ("Rad ett", "702 11 Örebro"):
            searcher = textpage.search(line)
            at, count = searcher.get_next()
            boxes = [textpage.get_charbox(n) for n in range(at, at + count)]
            millimetres = 25.4 / 72
            assert left <= min(box[0] for box in boxes) * millimetres
            assert max(box[2] for box in boxes) * millimetres <= right
            assert 297 - max(box[3] for box in boxes) * millimetres >= window.top
            assert 297 - min(box[1] for box in boxes) * millimetres <= 70
            searcher.close()
        textpage.close()
        page.close()
        document.close()


def test_a_logo_is_drawn_once_for_the_whole_file():
    out = BytesIO()
    Image.new("RGBA", (120, 60), (10, 90, 95, 200)).save(out, "PNG")
    done = render([letter(), letter(), letter()], replace(HEAD, logo=out.getvalue()), "sv")
    with pikepdf.open(BytesIO(done.pdf)) as document:
        images = [t for t in document.objects if isinstance(t, pikepdf.Stream) and t.get("/Subtype") == "/Image"]
    assert len(images) == 2  # the picture and its transparency


def test_nothing_prints_outside_the_sheet():
    done = render([letter(kind, conditions=frozenset(Condition)) for kind in LetterKind], HEAD, "sv")
    document = pypdfium2.PdfDocument(done.pdf)
    for page in document:
        textpage = page.get_textpage()
        width, height = page.get_size()
        for number in range(textpage.count_chars()):
            left, bottom, right, top = textpage.get_charbox(number)
            assert -1 <= left <= right <= width + 1
            assert -1 <= bottom <= top <= height + 1
        textpage.close()
        page.close()
    document.close()
