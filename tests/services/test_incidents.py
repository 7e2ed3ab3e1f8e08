"""Incidents: what is proposed, what is decided and why, and what a corrected attribution reopens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from kit.lines import TODAY, add_group, focus, incident
from kit.people import group, link, person
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.incident import IncidentDecision, IncidentType, propose
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services import focusing, incidents, undo
from gvi_desktop.services.unit import draft_of
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi", clock=clock)
    yield opened
    opened.close()


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.field) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("group", "certainty", "retaliation", "proposed"),
    [
        ("g", Certainty.CONFIRMED, False, IncidentDecision.FOCUS),
        ("g", Certainty.LIKELY, False, IncidentDecision.ROUND),
        ("g", Certainty.UNKNOWN, False, IncidentDecision.NOTHING),
        (None, Certainty.UNKNOWN, True, IncidentDecision.ROUND),
        (None, Certainty.UNKNOWN, False, IncidentDecision.NOTHING),
    ],
)
def test_the_practice_proposes(
    group: str | None, certainty: Certainty, retaliation: bool, proposed: IncidentDecision
) -> None:
    draft = incident(group=group, certainty=certainty, retaliation_risk=retaliation)
    assert propose(draft) is proposed
    assert propose(draft_of(draft, decision=IncidentDecision.NOTHING)) is None


def test_certainty_is_about_a_group_that_exists(ws: Workspace) -> None:
    with pytest.raises(RefusedError) as refused:
        ws.write(incidents.add, incident(certainty=Certainty.LIKELY))
    assert codes(refused) == [("incident_certainty_without_group", "group")]
    with pytest.raises(NotFoundError):
        ws.write(incidents.add, incident(group="0" * 32, certainty=Certainty.LIKELY))


def test_a_decision_is_kept_with_its_reason_and_day(ws: Workspace) -> None:
    made = ws.write(incidents.add, incident())
    assert ws.read(incidents.undecided) == 1
    with pytest.raises(RefusedError) as refused:
        ws.write(incidents.decide, made, IncidentDecision.NOTHING, " ")
    assert codes(refused) == [("incident_decision_without_why", "decided_why")]
    with pytest.raises(RefusedError) as refused:
        ws.write(incidents.decide, made, None, "Ingen grupp")
    assert codes(refused) == [("missing", "decision")]
    ws.write(incidents.decide, made, IncidentDecision.NOTHING, "Ingen grupp")
    kept = ws.read(incidents.get, made)
    assert (kept.decision, kept.decided_why, kept.decided_on) == (IncidentDecision.NOTHING, "Ingen grupp", TODAY)
    assert ws.read(incidents.undecided) == 0
    assert ws.read(incidents.lines, [made])[0].proposal is None


@pytest.mark.parametrize(
    ("day", "code"), [(TODAY - timedelta(days=3), "incident_decided_before"), (TODAY + timedelta(days=1), "in_future")]
)
def test_a_decision_is_made_after_the_incident_and_not_tomorrow(ws: Workspace, day: date, code: str) -> None:
    made = ws.write(incidents.add, incident())
    with pytest.raises(RefusedError) as refused:
        ws.write(incidents.decide, made, IncidentDecision.ROUND, "Hot om hämnd", day)
    assert codes(refused) == [(code, "decided_on")]


def test_another_group_reopens_the_running_round_it_triggered(ws: Workspace, clock: SettableClock) -> None:
    north, south = ws.write(add_group, "Norr"), ws.write(add_group, "Söder")
    made = ws.write(incidents.add, incident(group=north, certainty=Certainty.CONFIRMED))
    started = ws.write(focusing.start, focus(north, incidents=frozenset({made})))
    clock.move(days=3)
    kept = ws.read(incidents.get, made)
    ws.write(incidents.change, made, draft_of(kept, area="Oxhagen"))
    assert not ws.read(focusing.get, started).attribution_reopened, "only the attribution matters"
    ws.write(incidents.change, made, draft_of(kept, group=south))
    reopened = ws.read(focusing.get, started)
    assert reopened.attribution_reopened and reopened.review_on == TODAY + timedelta(days=3)
    assert ws.read(focusing.line, started).late
    ws.write(undo.undo)
    assert not ws.read(focusing.get, started).attribution_reopened


def test_less_certainty_reopens_it_and_more_does_not(ws: Workspace) -> None:
    group = ws.write(add_group, "Norr")
    made = ws.write(incidents.add, incident(group=group, certainty=Certainty.LIKELY))
    started = ws.write(focusing.start, focus(group, incidents=frozenset({made})))
    kept = ws.read(incidents.get, made)
    ws.write(incidents.change, made, draft_of(kept, certainty=Certainty.CONFIRMED))
    assert not ws.read(focusing.get, started).attribution_reopened
    ws.write(incidents.change, made, draft_of(kept, certainty=Certainty.UNKNOWN))
    assert ws.read(focusing.get, started).attribution_reopened


def test_an_incident_that_a_round_rests_on_stays(ws: Workspace) -> None:
    group = ws.write(add_group, "Norr")
    made = ws.write(incidents.add, incident(group=group))
    started = ws.write(focusing.start, focus(group, incidents=frozenset({made})))
    assert [one.id for one in ws.read(incidents.view, made).rounds] == [started]
    with pytest.raises(RefusedError) as refused:
        ws.write(incidents.remove, made)
    assert refused.value.code == "incident_in_use"
    ws.write(focusing.remove, started)
    ws.write(incidents.remove, made)
    assert ws.read(incidents.ids) == []


def test_incidents_are_found_by_area_group_type_and_what_waits(ws: Workspace) -> None:
    group = ws.write(add_group, "Norr")
    one = ws.write(incidents.add, incident(on=TODAY, group=group, area="Centrum"))
    other = ws.write(incidents.add, incident(incident_type=IncidentType.EXPLOSION))
    assert ws.read(incidents.ids) == [one, other]
    assert ws.read(incidents.ids, "norr") == [one]
    assert ws.read(incidents.ids, "vival") == [other]
    assert ws.read(incidents.ids, "spräng", types=[IncidentType.EXPLOSION]) == [other]
    ws.write(incidents.decide, one, IncidentDecision.NOTHING, "Utredd som olycka")
    assert ws.read(incidents.ids, undecided=True) == [other]


def test_a_round_after_an_incident_begins_with_those_of_its_group(ws: Workspace) -> None:
    norra = group(ws)
    inside, before = person(ws), person(ws, "Bea", "Berg")
    link(ws, inside, norra)
    link(ws, before, norra, from_on=date(2024, 1, 1), to_on=date(2025, 1, 1))
    shot = ws.write(incidents.add, incident(group=norra, certainty=Certainty.LIKELY))
    ws.write(incidents.decide, shot, IncidentDecision.ROUND, "Hot om hämnd enligt underrättelser")
    begun = ws.read(incidents.round_after, shot)
    assert (begun.incident.id, begun.group, [one.id for one in begun.people]) == (shot, "Norra", [inside])
    nobodys = ws.write(incidents.add, incident())
    assert ws.read(incidents.round_after, nobodys).people == ()
