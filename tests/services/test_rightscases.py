"""Rights cases: a request, its deadline, the decision with its reason, and what was handed out wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.contact import Preset
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.rightscase import RightsCase, RightsCaseDraft, RightsOutcome, RightsType, RightsWay
from gvi_desktop.services import disclosures, history, people, retention, rightscases, timeline, undo
from gvi_desktop.services.scope import Filter, Scope
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import histories
from gvi_desktop.wording import Words

ASKED = RightsCaseDraft(
    case_type=RightsType.CORRECTION, received_on=date(2026, 11, 20), from_whom="Den registrerade",
    way=RightsWay.POST, about="Födelseåret är fel.",
)  # fmt: skip
DECIDED = RightsCaseDraft(
    outcome=RightsOutcome.GRANTED, reason="Folkbokföringen visar det.", decided_on=date(2026, 11, 21),
    decided_by="Lina",
)  # fmt: skip


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def office(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi", clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture
def who(office: Workspace) -> str:
    return office.write(people.add, PersonDraft(given_name="Adam", birth_year=1999))


@pytest.fixture
def case(office: Workspace, who: str) -> str:
    return office.write(rightscases.add, replace(ASKED, person=who))


def test_the_answer_is_due_in_a_month(office: Workspace, case: str, clock: SettableClock) -> None:
    assert office.read(rightscases.get, case).due_on == date(2026, 12, 20)
    assert office.read(rightscases.due_count) == 0
    clock.set_day(date(2026, 12, 14))
    assert office.read(rightscases.due_count) == 1
    (line,) = office.read(rightscases.listed)
    assert (line.soon, line.late) == (True, False)
    clock.set_day(date(2026, 12, 21))
    assert office.read(rightscases.listed)[0].late


def test_a_request_says_what_from_whom_and_when(office: Workspace) -> None:
    for gone in ({"case_type": None}, {"received_on": None}, {"from_whom": " "}, {"way": None}, {"about": ""}):
        with pytest.raises(RefusedError, match="missing"):
            office.write(rightscases.add, replace(ASKED, **gone))  # type: ignore[arg-type]
    with pytest.raises(RefusedError, match="in_future"):
        office.write(rightscases.add, replace(ASKED, received_on=date(2027, 1, 1)))
    office.write(rightscases.add, replace(ASKED, case_type=RightsType.ACCESS, about=""))


def waits(office: Workspace, case: str) -> bool:
    return office.read(rightscases.view, case).line.record.told_on is None


def test_a_case_waits_until_the_decision_is_told(office: Workspace, case: str) -> None:
    with pytest.raises(RefusedError, match="rightscase_undecided"):
        office.write(rightscases.tell, case)
    with pytest.raises(RefusedError, match="missing"):
        office.write(rightscases.decide, case, replace(DECIDED, reason=""))
    office.write(rightscases.decide, case, DECIDED)
    assert waits(office, case)
    office.write(rightscases.tell, case)
    assert not waits(office, case)
    office.write(undo.undo)
    assert waits(office, case)
    assert {"decide", "change", "add"} >= {one.action for one in office.read(history.of_record, case)} - {"undo"}


def test_a_change_of_the_request_leaves_the_decision(office: Workspace, case: str, who: str) -> None:
    office.write(rightscases.decide, case, DECIDED)
    office.write(rightscases.change, case, replace(ASKED, person=who, about="Både år och dag."))
    held = office.read(rightscases.get, case)
    assert (held.about, held.outcome) == ("Både år och dag.", RightsOutcome.GRANTED)


def test_what_was_handed_out_wrongly_is_asked_back(office: Workspace, case: str, who: str) -> None:
    for agency in ("Polisen", "Frivården"):
        told = DisclosureDraft(
            on=date(2026, 11, 1), what="Födelseår", people=frozenset({who}), agency=agency, ground="documented"
        )
        office.write(disclosures.note_spoken, told)
    both = [one.id for one in office.read(rightscases.view, case).handed_out]
    assert len(both) == 2
    with pytest.raises(RefusedError, match="rightscase_undecided"):
        office.write(rightscases.recall, case, both)
    office.write(rightscases.decide, case, DECIDED)
    assert office.write(rightscases.recall, case, both[:1]) == 1
    assert [one.id for one in office.read(rightscases.view, case).handed_out] == both[1:]
    recalled = office.read(lambda unit: unit.get(Disclosure, both[0]))
    assert (recalled.recalled_on, recalled.recalled_why) == (date(2026, 11, 22), "Födelseåret är fel.")


def test_that_a_case_was_dealt_with_outlasts_the_person_without_them(office: Workspace, case: str, who: str) -> None:
    office.write(rightscases.decide, case, DECIDED)
    office.write(retention.erase, [who], "bifallen begäran")
    (left,) = office.read(lambda unit: unit.find(RightsCase))
    assert (left.case_type, left.outcome, left.received_on) == (
        RightsType.CORRECTION, RightsOutcome.GRANTED, date(2026, 11, 20),
    )  # fmt: skip
    assert (left.person, left.from_whom, left.about, left.reason) == (None, "", "", "")
    assert left.id != case


def test_cases_and_clocks_go_to_colleagues_of_the_agency_alone(office: Workspace, case: str) -> None:
    def leaves(unit: object, preset: Preset, named: tuple[str, ...] = ()) -> bool:
        every = frozenset(one.value for one in Compartment)
        chosen = Filter(unit, Scope(every, preset), named=named)  # type: ignore[arg-type]
        connection = unit.connection  # type: ignore[attr-defined]
        found = [one for one in histories.leaving(connection, 0, 10**9) if one.kind == "rightscase"]
        return chosen.part(found[0]) is not None

    assert office.read(leaves, Preset.COLLEAGUE)
    assert not office.read(leaves, Preset.PARTNER)
    assert office.read(leaves, Preset.PARTNER, (case,))


def test_a_spoken_disclosure_is_on_a_ground_of_the_day(office: Workspace, who: str) -> None:
    told = DisclosureDraft(
        on=date(2026, 11, 1), way=DisclosureWay.SPOKEN, what="Födelseår", people=frozenset({who}), agency="Polisen",
        ground="no-such-ground",
    )  # fmt: skip
    with pytest.raises(RefusedError, match="disclosure_ground_not_valid"):
        office.write(disclosures.note_spoken, told)


def test_what_somebody_asked_for_and_was_answered_is_on_their_time_line(office: Workspace, who: str) -> None:
    other = office.write(people.add, PersonDraft(given_name="Bo", birth_year=1999))
    case = office.write(rightscases.add, replace(ASKED, person=who))

    def line() -> list[tuple[date | None, str, str]]:
        found = [one for one in office.read(timeline.of_person, who) if one.kind == "rightscase"]
        assert {one.id for one in found} == {case}
        for language in ("sv", "en"):
            words = Words(language)
            values = [{name: words.value(value) if value else "" for name, value in one.data.items()} for one in found]
            said = [words.text("timeline", one.what, **value) for one, value in zip(found, values, strict=True)]
            assert words.value(RightsType.CORRECTION) in said[0]
            assert len(set(said)) == len(said)
        return [(one.on, one.what, one.note) for one in found]

    assert line() == [(date(2026, 12, 20), "rights_due", ""), (date(2026, 11, 20), "rights_asked", "")]
    office.write(rightscases.decide, case, replace(DECIDED, told_on=date(2026, 11, 22)))
    assert line() == [
        (date(2026, 11, 22), "rights_told", ""),
        (date(2026, 11, 21), "rights_decided", ""),
        (date(2026, 11, 20), "rights_asked", ""),
    ]
    assert not [one for one in office.read(timeline.of_person, other) if one.kind == "rightscase"]
    office.write(rightscases.remove, case)
    assert not [one for one in office.read(timeline.of_person, who) if one.kind == "rightscase"]
