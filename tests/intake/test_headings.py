"""Sheets are recognised by their headings, in two languages, wherever these stand."""

from __future__ import annotations

from typing import Any

import pytest
from kit.workbooks import OREBRO

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.intake.concepts import CONCEPTS
from gvi_desktop.intake.headings import recognise
from gvi_desktop.intake.lexicon import table
from gvi_desktop.intake.workbook import read


def recognised(*headings: str, name: str = "Blad1", above: list[list[Any]] | None = None) -> tuple[str, list[str]]:
    rows: list[list[Any]] = [*(above or []), list(headings), ["x"] * len(headings)]
    found = recognise(name, rows)
    assert found is not None
    assert found.heading_row == len(above or [])
    return found.concept, [found.columns[at] for at in range(len(headings))]


def test_the_sheets_of_a_coordinators_own_workbook() -> None:
    book = read(OREBRO)
    found = {sheet.name: recognise(sheet.name, sheet.rows) for sheet in book.sheets}
    assert {name: one.concept for name, one in found.items() if one} == {
        "Personer": "person",
        "Samtal (CN)": "notification",
        "Call-in": "callin",
        "GVI-telefonen": "phonecall",
        "Ökat fokus": "focus",
        "Stöd": "help",
    }
    assert not [(name, at) for name, one in found.items() if one for at, field in one.columns.items() if not field]


def test_the_name_of_a_sheet_is_not_needed() -> None:
    for sheet in read(OREBRO).sheets:
        named, unnamed = recognise(sheet.name, sheet.rows), recognise("Blad7", sheet.rows)
        assert named and unnamed
        assert (named.concept, named.columns) == (unnamed.concept, unnamed.columns)


@pytest.mark.parametrize(
    ("headings", "concept", "fields"),
    [
        (("Namn", "Pnr", "Gruppering"), "person", ["name", "identity", "group"]),
        (("Surname", "First name", "Date of birth", "Network"), "person",
         ["family_name", "given_name", "birth_date", "group"]),
        (("Efternamn, förnamn", "Födelseår", "Tolkbehov"), "person", ["name_reversed", "birth_year", "interpreter"]),
        (("Date", "Name", "Outcome", "Message 1", "Message 2", "Message 3", "Done by"), "notification",
         ["on", "name", "outcome", "message_1", "message_2", "message_3", "team"]),
        (("Besöksdatum", "Målperson", "Resultat", "Budskap", "Bemötande"), "notification",
         ["on", "name", "outcome", "messages", "reaction"]),
        (("Date", "Venue", "Invitee", "Called through", "Attended"), "callin",
         ["on", "venue", "name", "basis", "attendance"]),
        (("Date", "Time", "Who called", "Matter", "Action taken", "Called back"), "phonecall",
         ["on", "at", "caller", "need", "action", "callback"]),
        (("Group", "Triggering incident", "Start date", "End date", "Measures"), "focus",
         ["group", "incident", "start_on", "end_on", "measures"]),
        (("Requested", "Name", "Type of support", "Provider", "Status"), "help",
         ["asked_on", "name", "help_kind", "provider", "stage"]),
        (("Datum", "Typ av händelse", "Stadsdel", "Grupp", "Hämndrisk"), "incident",
         ["on", "type", "area", "group", "retaliation_risk"]),
        (("Gruppnamn", "Område", "Antal medlemmar"), "group", ["name", "area", "size"]),
        (("Kodnamn", "Grupp", "Från", "Till", "Grund"), "membership", ["ref", "group", "from_on", "to_on", "basis"]),
    ],
)  # fmt: skip
def test_headings_in_either_language(headings: tuple[str, ...], concept: str, fields: list[str]) -> None:
    assert recognised(*headings) == (concept, fields)


def test_title_rows_above_the_headings_are_passed_over() -> None:
    above: list[list[Any]] = [["GVI Örebro", "", ""], ["Uppdaterad", "2023-09-01", ""], ["", "", ""]]
    assert recognised("Nr", "Förnamn", "Efternamn", above=above)[0] == "person"


def test_slips_brackets_case_and_accents_do_not_matter() -> None:
    assert recognised("FÖRNAMN", "Efternman", "Fodelsedatum", "Frivård (ja/nej)")[1] == [
        "given_name", "family_name", "birth_date", "supervision"
    ]  # fmt: skip


def test_what_is_not_known_is_left_unused() -> None:
    assert recognised("Namn", "Personnummer", "Skostorlek")[1] == ["name", "identity", ""]


def test_a_sheet_about_something_else_is_not_recognised() -> None:
    assert recognise("Budget", [["Konto", "Belopp", "Period"], ["4010", 1200, "jan"]]) is None
    assert recognise("Tom", []) is None


def test_every_field_has_headings_and_every_heading_a_field() -> None:
    known = table("headings")
    assert set(known) == {"sheets", "reference", *CONCEPTS}
    assert set(known["sheets"]) == set(CONCEPTS)
    for concept, about in CONCEPTS.items():
        words = {*known[concept], *(known["reference"] if "ref" in about.fields else ())}
        assert set(about.fields) == words | ({"ref"} & set(about.fields)), concept
        assert concept in BY_KIND
        assert about.tells <= set(about.fields)
