"""Every paper is tagged PDF/A-2b, judged by pikepdf's own validator and read back through its tags."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pikepdf.pdfa
import pytest
from kit import letters as read
from kit import structure
from kit.letters import HEAD, ONE, letter
from PIL import Image

from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.pages import (
    attendance,
    directory,
    extract,
    namecards,
    notification_form,
    report,
    runsheet,
    scripts,
    seating,
    teamlist,
)
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.letters.render import render
from gvi_desktop.letters.style import A4
from gvi_desktop.letters.templates import READERS

TWO = replace(ONE, copies=2)


def logo():
    out = BytesIO()
    Image.new("RGBA", (120, 60), (10, 90, 95, 200)).save(out, "PNG")
    return out.getvalue()


def of_kind(kind, language="sv"):
    both = [letter(kind, conditions=frozenset(Condition)), letter(kind)]
    return render(both, replace(HEAD, logo=logo()), language).pdf


def paper(name, marks: Marks = TWO, language="sv"):
    helpers = [directory.Helper("Socialtjänsten", "Stöd med boende", "019-1", "9–16")] * 3
    table = report.Table(["Plats", "Samtal"], [["Hemma", "40"], ["Summa", "62"]], frozenset({1}), total=True)
    moments = [runsheet.Moment("18:00", 5, "Alla", "Alla reser sig")]
    match name:
        case "runsheet":
            return runsheet.draw(runsheet.Runsheet("Call-in 3", moments, ["Genomgång 17.00"]), HEAD, marks, language)
        case "seating":
            seats = [seating.Seat(0, 0, "Tall-14", "Norr"), seating.Seat(1, 0, "Karin", kind=seating.SeatKind.officer)]
            return seating.draw(seating.Seating("Call-in 3", seats, ["Norr först"]), HEAD, marks, language)
        case "attendance":
            people = [attendance.Attendee(f"Tall-{n}", "Norr", "Karin") for n in range(30)]
            return attendance.draw(attendance.Attendance("Call-in 3", people), HEAD, marks, language)
        case "scripts":
            passages = [scripts.Passage("Jag bryr mig om er.", "Budskap 1", "Paus.")]
            return scripts.draw([scripts.Script("Välkommen", "Åsa", 7, passages, "2", "Bo")], HEAD, marks, language)
        case "report":
            sections = [report.Section("Samtal", "Alla.", table)]
            return report.draw(report.Report("Rapport", "2022–2023", sections, ["Not"]), HEAD, marks, language)
        case "extract":
            facts = [extract.Facts("Person", [("Namn", "Elias"), ("Anteckning", "ord " * 3000)])]
            return extract.draw(extract.Extract("Tall-14", facts), HEAD, marks, language)
        case "form":
            return notification_form.draw(HEAD, marks, language)
        case "namecards":
            return namecards.draw([namecards.NameCard(f"Åke {n}", "Gäst") for n in range(11)], language)
        case "teamlist":
            crews = [teamlist.Crew("Lag 1", "Åsa, Bo", [teamlist.Call("Tall-14", "Norr")] * 3)] * 2
            return teamlist.draw("Runda 2", crews, HEAD, marks, language)
    assert name == "directory"
    return directory.draw([directory.Section(one, helpers, "019-2") for one in ("sv", "so")], 2)


NAMES = [
    "runsheet", "seating", "attendance", "scripts", "report", "extract", "form", "namecards", "teamlist", "directory",
]  # fmt: skip
PAPERS = [*((of_kind, kind) for kind in LetterKind), *((paper, name) for name in NAMES)]
each_paper = pytest.mark.parametrize(("draw", "what"), PAPERS, ids=[str(what) for _, what in PAPERS])


@each_paper
def test_the_paper_is_valid_pdf_a_2b(draw, what):
    found = pikepdf.pdfa.validate_written(BytesIO(draw(what)), "2b")
    assert found.passed, found.summary()


@each_paper
def test_what_the_tags_say_is_what_stands_on_the_pages(draw, what):
    pdf = draw(what)
    again = structure.repeated(pdf)
    for page, told, repeated in zip(read.pages(pdf), structure.said_by_page(pdf), again, strict=True):
        assert squeezed(repeated) + squeezed(told) == squeezed(page.replace("\ufffe", "-"))
    assert all(squeezed(words) in "".join(map(squeezed, structure.said_by_page(pdf))) for words in again)
    assert structure.loose(pdf) == []
    assert structure.parents(pdf)


def squeezed(text):
    return "".join(text.split())


@each_paper
def test_the_paper_has_title_language_tags_and_its_own_fonts_only(draw, what):
    pdf = draw(what)
    assert all(read.fonts(pdf).values())
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == "sv-SE"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        title = str(document.docinfo["/Title"])
        assert title
        told = document.Root.Metadata.read_bytes().decode()
        assert f">{title}<" in told
        assert list(document.docinfo.keys()) == ["/Title"]
        for page in document.pages:
            assert sorted(map(float, page.mediabox[2:])) == pytest.approx(A4, abs=0.01)
            assert "/Trans" not in page.obj


@each_paper
def test_the_same_paper_gives_the_same_bytes(draw, what):
    assert draw(what) == draw(what)


def test_another_process_gives_the_same_bytes():
    code = (
        "import hashlib; from kit.letters import HEAD, letter; from gvi_desktop.letters.render import render;"
        "print(render([letter()], HEAD, 'sv').sha256)"
    )
    run = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ".:tests"}, capture_output=True, check=True)
    assert run.stdout.decode().strip() == render([letter()], HEAD, "sv").sha256


def test_a_notice_is_said_in_the_order_it_is_read():
    told = structure.said(render([letter()], HEAD, "sv").pdf)
    lines = [" ".join(text.split()) for _, _, text in told]
    expected = [
        "GVI Örebro Örebro kommun",
        "Elias Öberg Storgatan 12 B 702 11 Örebro",
        "Datum 28 april 2026 Referens 2026-0012 Telefon 019-21 10 00",
        "Kallelse till ett möte",
        "Hej Elias!",
        "Med vänlig hälsning",
        "Anna Lind Samordnare, Örebro kommun",
        "Sida 1 av 1",
    ]
    assert [line for line in lines if line in expected] == expected


def test_headings_are_told_from_words_and_looks_are_left_out():
    told = structure.said(of_kind(LetterKind.NOTICE))
    assert [text for role, _, text in told if role == "H1"] == ["Kallelse till ett möte"] * 2
    assert "Mötet är ingen fälla" in [text for role, _, text in told if role == "H2"]
    assert {role for role, _, _ in told} == {"P", "H1", "H2"}


def test_a_paper_is_said_from_its_title_down_and_its_foot_last():
    told = [text for _, _, text in structure.said(paper("report", ONE))]
    assert told[0] == "Rapport"
    assert "Sida 1 av 1" in told[-1]


def test_what_is_in_another_language_says_so():
    batch = [letter(language="en"), letter()]
    told = structure.said(render(batch, HEAD, "sv").pdf)
    assert {language for _, language, text in told if "Dear" in text} == {"en-GB"}
    assert {language for _, language, text in told if "Hej" in text} == {""}


def test_words_do_not_run_together_where_a_line_ends():
    told = [text for _, _, text in structure.said(of_kind(LetterKind.NOTICE))]
    assert (
        "Du kallas till ett möte om hur våldet i Örebro kan ta slut. Mötet ingår i din övervakning. Därför behöver du "
        "komma."
    ) in told


def test_an_empty_sheet_is_valid_as_well():
    assert pikepdf.pdfa.validate_written(BytesIO(namecards.draw([], "sv")), "2b").passed


def test_a_title_of_odd_signs_is_kept():
    pdf = report.draw(report.Report("A & <B>", "", []), HEAD, ONE, "sv")
    assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed


@pytest.mark.parametrize("language", READERS)
def test_a_letter_in_any_language_is_valid_and_tagged(language):
    pdf = render([letter(LetterKind.NOTICE, language=language)], HEAD, "sv").pdf
    assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed
    assert structure.loose(pdf) == []
    assert "Elias" in "".join(text for _, _, text in structure.said(pdf))


@pytest.mark.parametrize(("language", "heading"), [("ar", "استدعاء إلى لقاء"), ("ckb", "بانگکردن بۆ کۆبوونەوەیەک")])
def test_writing_from_the_right_is_said_in_the_order_it_is_read(language, heading):
    said = structure.said(render([letter(LetterKind.NOTICE, language=language)], HEAD, "sv").pdf)
    assert [text for role, _, text in said if role == "H1"] == [heading]
    assert not any(char in text for _, _, text in said for char in "\u2066\u2067\u2068\u2069")
