"""Yes and no, numbers, teams, messages, and words in two languages."""

from __future__ import annotations

import pytest

from gvi_desktop.domain.focus import EndReason
from gvi_desktop.domain.group import Cohesion, GroupStatus
from gvi_desktop.domain.help import AskedHow, HelpKind, Stage
from gvi_desktop.domain.incident import IncidentType
from gvi_desktop.domain.invitee import Attendance, Basis
from gvi_desktop.domain.membership import SourceKind
from gvi_desktop.domain.notification import Outcome, PlaceKind, Reaction, Trigger
from gvi_desktop.domain.person import PersonRole, Protection, Supervision
from gvi_desktop.domain.phonecall import CallerKind, Channel, HeardFrom, Need
from gvi_desktop.domain.record import Certainty
from gvi_desktop.intake.cell import Cell, CellFault, number, text_of, yes_no
from gvi_desktop.intake.lexicon import table, vocabulary
from gvi_desktop.intake.lists import read_items, read_messages, read_team

VALUES = {
    "supervision": Supervision, "protection": Protection, "role": PersonRole, "place": PlaceKind, "outcome": Outcome,
    "reaction": Reaction, "trigger": Trigger, "basis": Basis, "attendance": Attendance, "caller": CallerKind,
    "channel": Channel, "heard_from": HeardFrom, "need": Need, "help_kind": HelpKind, "stage": Stage,
    "asked_how": AskedHow, "end_reason": EndReason, "incident_type": IncidentType, "certainty": Certainty,
    "source_kind": SourceKind, "group_status": GroupStatus, "cohesion": Cohesion,
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_every_word_list_stands_for_exactly_the_values_of_its_concept(name: str) -> None:
    assert set(table("values")[name]) == {member.value for member in VALUES[name]}


def test_no_word_stands_for_two_values_of_one_list() -> None:
    for name, values in table("values").items():
        words = [word for listed in values.values() for word in listed]
        assert len(words) == len(set(words)), name


@pytest.mark.parametrize("cell", ["J", "ja", "X", "x", "Y", "yes", 1, 1.0, "1", True, "true", "✓"])
def test_yes(cell: Cell) -> None:
    assert yes_no(cell) is True


@pytest.mark.parametrize("cell", ["N", "nej", "no", 0, 0.0, "0", False, "", None, "-", "–", "?"])
def test_no(cell: Cell) -> None:
    assert yes_no(cell) is False


def test_neither_yes_nor_no() -> None:
    with pytest.raises(CellFault, match="not_yes_or_no"):
        yes_no("kanske")


def test_numbers_come_as_they_come() -> None:
    assert [number(one) for one in (1.0, "1", "nr 3", "ca 12", "", 7)] == [1, 1, 3, 12, None, 7]
    with pytest.raises(CellFault, match="not_a_number"):
        number("två")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Genomfört", "reached"), ("genomfort", "reached"), ("EJ HEMMA", "not_home"), ("Ej genomfört", None),
        ("Frihetsberövad", "in_custody"), ("Frihetsberövd", "in_custody"), ("not at home", "not_home"),
        ("Avböjde", "declined"), ("blått", None),
    ],
)  # fmt: skip
def test_a_word_is_known_by_itself_or_by_a_small_slip(text: str, outcome: str | None) -> None:
    assert vocabulary("outcome").find(text) == outcome


def test_teams_measures_and_messages_are_parted() -> None:
    assert read_team("Polisen + socialtjänsten + förening") == ("Polisen", "Socialtjänsten", "Förening")
    assert read_team("polis, soc och frivård") == ("Polis", "Soc", "Frivård")
    assert read_items("Trafikkontroller; frivårdskontroller; Kronofogden") == (
        "Trafikkontroller", "Frivårdskontroller", "Kronofogden"
    )  # fmt: skip
    assert read_messages("1, 2") == (True, True, False)
    assert read_messages("1-3") == read_messages("alla") == read_messages("X") == (True, True, True)
    assert read_messages("") == (False, False, False)
    with pytest.raises(CellFault, match="not_messages"):
        read_messages("det vanliga")


def test_a_cell_reads_as_a_person_reads_it() -> None:
    assert [text_of(one) for one in (1.0, 2.5, "  a \n b ", None, True)] == ["1", "2.5", "a b", "", "1"]
