"""The papers of a call-in, reports, extracts and the form, read back."""

from __future__ import annotations

from datetime import date

import pytest
from kit import letters as read
from kit.letters import HEAD, ONE

from gvi_desktop.letters.pages import (
    attendance,
    extract,
    namecards,
    notification_form,
    report,
    runsheet,
    scripts,
    seating,
)
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.letters.words import LANGUAGES

THREE = Marks(date(2026, 5, 18), 3, date(2026, 6, 20))
MOMENTS = [runsheet.Moment("18:00", 5, "Alla", "Alla reser sig"), runsheet.Moment("18:05", 7, "Åsa Öst", "Välkomnar")]
SEATS = [seating.Seat(0, 0, "Tall-14", "Norr"), seating.Seat(1, 0, "Karin", kind=seating.SeatKind.officer)]
SCRIPT = scripts.Script(
    "Välkommen", "Åsa", 7, [scripts.Passage("Jag bryr mig om er.", "Budskap 1", "Paus.")], "2", "Bo"
)
TABLE = report.Table(["Plats", "Samtal"], [["Hemma", "40"], ["Summa", "62"]], frozenset({1}), total=True)


def papers(marks, language):
    return {
        "runsheet": runsheet.draw(runsheet.Runsheet("Call-in 3", MOMENTS, ["Genomgång 17.00"]), HEAD, marks, language),
        "seating": seating.draw(seating.Seating("Call-in 3", SEATS, ["Norr först"]), HEAD, marks, language),
        "attendance": attendance.draw(
            attendance.Attendance("Call-in 3", [attendance.Attendee("Tall-14", "Norr", "Karin")]), HEAD, marks, language
        ),
        "scripts": scripts.draw([SCRIPT, SCRIPT], HEAD, marks, language),
        "report": report.draw(
            report.Report("Rapport", "2022–2023", [report.Section("Samtal", "Alla.", TABLE)], ["Not"]),
            HEAD,
            marks,
            language,
        ),
        "extract": extract.draw(
            extract.Extract("Tall-14", [extract.Facts("Person", [("Namn", "Elias")])]), HEAD, marks, language
        ),
        "form": notification_form.draw(HEAD, marks, language),
    }


COPY = {"sv": ("Exemplar", "Förstörs senast 20 juni 2026"), "en": ("Copy", "Destroy by 20 June 2026")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_tells_its_copy_its_end_and_its_pages(language):
    copy, destroy = COPY[language]
    word, of = {"sv": ("Sida", "av"), "en": ("Page", "of")}[language]
    for name, pdf in papers(THREE, language).items():
        pages = read.pages(pdf)
        each = len(pages) // 3
        for number, page in enumerate(pages):
            assert f"{copy} {number // each + 1} (3)" in page, name
            assert destroy in page, name
            assert f"{word} {number % each + 1} {of} {each}" in page, name


def test_a_single_paper_is_not_numbered():
    assert not any("Exemplar" in read.text(pdf) for pdf in papers(ONE, "sv").values())


def test_papers_embed_all_fonts_and_are_the_same_every_time():
    first, second = papers(ONE, "sv"), papers(ONE, "sv")
    assert first == second
    assert all(all(read.fonts(pdf).values()) for pdf in first.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_one_sheet(language):
    (page,) = read.pages(notification_form.draw(HEAD, THREE, language))[:1]
    assert len(read.pages(notification_form.draw(HEAD, ONE, language))) == 1
    assert {"sv": "Orosanmälan övervägd", "en": "Report of concern considered"}[language] in page


def test_a_run_sheet_sums_its_minutes():
    page = read.text(papers(ONE, "sv")["runsheet"])
    assert "Summa: 12 minuter" in page
    assert "18:05 7 Åsa Öst Välkomnar" in page


def test_each_script_begins_on_its_own_page_and_names_the_next_speaker():
    pages = read.pages(papers(ONE, "sv")["scripts"])
    assert len(pages) == 2
    for page in pages:
        assert "Välkommen" in page
        assert "Jag bryr mig om er." in page
        assert "Nästa talare: Bo" in page


def test_a_report_names_owner_and_purpose():
    page = read.text(papers(ONE, "en")["report"])
    assert "Örebro kommun, Örebro" in page
    assert "Att minska våldet" in page
    assert "Summa 62" in page


def test_an_extract_tells_the_persons_rights_and_leaves_no_empty_value():
    facts = [extract.Facts("Person", [("Namn", ""), ("Kod", "T")]), extract.Facts("Tomt", [])]
    page = read.text(extract.draw(extract.Extract("Tall-14", facts), HEAD, ONE, "sv"))
    assert "Integritetsskyddsmyndigheten" in page
    assert "Namn –" in page
    assert "Inga uppgifter." in page


def test_a_text_of_many_pages_loses_no_word():
    words = [f"ord{n}" for n in range(4000)]
    facts = [extract.Facts("Anteckning", [("Text", " ".join(words))])]
    pages = read.pages(extract.draw(extract.Extract("Tall-14", facts), HEAD, ONE, "sv"))
    assert len(pages) > 4
    assert [word for word in " ".join(pages).split() if word.startswith("ord")] == words
    rows = report.Table(["A", "B"], [["x", " ".join(words)]])
    pages = read.pages(report.draw(report.Report("R", "", [report.Section("S", table=rows)]), HEAD, ONE, "sv"))
    assert [word for word in " ".join(pages).split() if word.startswith("ord")] == words


def test_the_attendance_sheet_repeats_its_heads():
    people = [attendance.Attendee(f"Tall-{n:02}") for n in range(40)]
    pages = read.pages(attendance.draw(attendance.Attendance("Call-in 3", people), HEAD, ONE, "sv"))
    assert len(pages) == 3
    assert all("Kodnamn" in page for page in pages)
    assert all(f"Tall-{n:02}" in " ".join(pages) for n in range(40))


def test_odd_characters_are_spelled_out_rather_than_lost():
    sheet = runsheet.Runsheet("你", [runsheet.Moment("18", 1, "\x00A\u202e", "<b>")])
    page = read.text(runsheet.draw(sheet, HEAD, ONE, "sv"))
    assert "[U+4F60]" in page
    assert "A <b>" in page


def test_name_cards_come_ten_to_a_sheet():
    cards = [namecards.NameCard(f"Åke {n}", "Gäst") for n in range(11)]
    pages = read.pages(namecards.draw(cards, "sv"))
    assert [page.count("Gäst") for page in pages] == [10, 1]


def test_a_name_card_holds_no_essay():
    with pytest.raises(ValueError, match="name"):
        namecards.draw([namecards.NameCard("ord " * 200)], "sv")


def test_between_one_and_ninety_nine_copies():
    with pytest.raises(ValueError, match="copies"):
        notification_form.draw(HEAD, Marks(date(2026, 5, 18), 0), "sv")
