"""Hostile values on every paper and in every kind of letter: printed as words, or refused by name; never a crash."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pikepdf
import pikepdf.pdfa
import pytest
from kit import letters as read
from kit.letters import HEAD, ONE, letter

from gvi_desktop.letters.fields import FIELDS
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.layout import Layout, plain
from gvi_desktop.letters.pages import (
    attendance,
    checklist,
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
from gvi_desktop.letters.pages.paper import LabelError
from gvi_desktop.letters.render import render
from gvi_desktop.letters.stops import StopCode, StoppedError, check
from gvi_desktop.letters.style import BODY

LONG = "Å" * 10_000
VALUES = {
    "long": LONG,
    "words": "Elias Öberg " * 830,
    "markup": '<img src="/etc/passwd"/> {{phone}} **x** | y',
    "turning": "\u202eEli\x00as\u2066",
    "strange": "你\U0001f600\ud800",
}
LABELS = ("long", "words")  # no chair or card holds them


def table(value: str) -> report.Table:
    return report.Table([value, value], [[value, value]])


Draw = Callable[[str, Letterhead], bytes]
PAPERS: dict[str, Draw] = {
    "attendance": lambda v, head: attendance.draw(
        attendance.Attendance(v, [attendance.Attendee(v, v, v)]), head, ONE, "sv"
    ),
    "checklist": lambda v, head: checklist.draw(checklist.Checklist(v, [v]), head, ONE, "sv"),
    "runsheet": lambda v, head: runsheet.draw(
        runsheet.Runsheet(v, [runsheet.Moment("18.00", 5, v, v)], [v]), head, ONE, "sv"
    ),
    "teamlist": lambda v, head: teamlist.draw(
        v, [teamlist.Crew(v, v, [teamlist.Call(v, v, v, v)])], head, ONE, "sv"
    ),
    "scripts": lambda v, head: scripts.draw(
        [scripts.Script(v, v, 5, [scripts.Passage(v, v, v)], v, v)], head, ONE, "sv"
    ),
    "report": lambda v, head: report.draw(
        report.Report(v, v, [report.Section(v, v, table(v), [(v, v)])], [v]), head, ONE, "sv"
    ),
    "extract": lambda v, head: extract.draw(
        extract.Extract(v, [extract.Facts(v, [(v, v)])], [(v, table(v))], [v]), head, ONE, "sv"
    ),
    "form": lambda _v, head: notification_form.draw(head, ONE, "sv"),
    "cards": lambda v, _head: namecards.draw([namecards.NameCard(v, v)], "sv", ONE),
    "seating": lambda v, head: seating.draw(
        seating.Seating(v, [seating.Seat(0, 0, v, v), seating.Seat(1, 0, v, "", seating.SeatKind.officer)], [v]),
        head, ONE, "sv",
    ),
}  # fmt: skip


def office(value: str) -> Letterhead:
    return Letterhead(value, value, value, (value, "Polisen"), value, purpose=value, phone_hours=value)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_prints_whatever_stands_in_the_records_as_words_or_says_what_does_not_fit(paper, value):
    given = VALUES[value]
    head = HEAD if len(given) > 1000 else office(given)
    try:
        pdf = PAPERS[paper](given, head)
    except LabelError as fault:
        assert paper in ("cards", "seating") and value in LABELS
        assert fault.label and given.startswith(fault.label)
        return
    assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed
    said = "".join(read.text(pdf).split())
    wanted = {"markup": given, "turning": "Elias", "strange": "[U+4F60][U+1F600]", "words": "EliasÖberg" * 3}.get(value)
    if paper != "form":
        assert ("".join(wanted.split()) in said) if wanted else said.count("Å") >= len(LONG)


@pytest.mark.parametrize("name", ["W" * 60, "W" * 25 + " " + "M" * 25, "Wilhelmina-Margareta " * 3])
def test_a_name_as_long_as_a_record_may_hold_gets_its_card_and_its_chair(name):
    for drawn in (
        namecards.draw([namecards.NameCard(name)], "sv", ONE),
        seating.draw(seating.Seating("", [seating.Seat(0, 0, name)]), HEAD, ONE, "sv"),
    ):
        said = read.text(drawn).replace("\ufffe", "-")  # a hyphen at the end of a line, as the reader tells it
        assert "".join(name.split()) in "".join(said.split())


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("language", ["sv", "ar", "ti"])
def test_a_field_of_ten_thousand_letters_stops_a_letter_of_every_kind_by_name(kind, language):
    base = letter(kind)
    used = [key for key in FIELDS if check(letter(kind, **{key: LONG}), HEAD, language)]
    for key in used:
        codes = {(stop.code, stop.field, stop.who) for stop in check(letter(kind, **{key: LONG}), HEAD, language)}
        assert (StopCode.value_too_long, key, base.recipient.code_name) in codes or StopCode.endangering_word in {
            code for code, _, _ in codes
        }
        with pytest.raises(StoppedError):
            render([letter(kind, **{key: LONG})], HEAD, language)


def test_a_directory_sets_hostile_words_as_words():
    for given in ("markup", "turning", "long"):
        helper = directory.Helper(*[VALUES[given]] * 4)
        pdf = directory.draw([directory.Section("sv", [helper], "019-21 10 00")])
        assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed


def test_a_word_over_many_lines_is_set_in_order_and_full_lines():
    """A long word once took time in the square of its length; now each line reads only what it holds."""
    word = "".join(chr(ord("a") + number % 26) for number in range(10_000))
    layout = Layout()
    piece = layout.paragraph(plain(word), BODY, 100)
    lines = [mark.text for mark in piece.marks]
    assert "".join(lines) == word
    for line, following in pairwise(lines):
        assert layout.width(line, BODY.face, BODY.size) <= 100
        assert layout.width(line + following[0], BODY.face, BODY.size) > 100
