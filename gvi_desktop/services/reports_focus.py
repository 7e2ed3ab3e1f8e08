"""The report of a focus round: why this group, on what ground, by what measures, proportionate or not, how it ended."""

from __future__ import annotations

from datetime import date

from gvi_desktop.domain.focus import Focus, days_long
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services import compartments, focusviews
from gvi_desktop.services.focusviews import FocusView, Happening
from gvi_desktop.services.report_parts import Cell, Report, Row, Section, Teller, changes, day, filled
from gvi_desktop.services.unit import Unit


def make(unit: Unit, focus_id: str, language: str, *, public: bool = False) -> Report:
    """The report, for those who read of enforcement; the public one says neither group nor dates nor texts."""
    unit.need(Right.READ)
    compartments.need(unit, Compartment.ENFORCEMENT)
    tell = Teller(language, public=public)
    view = focusviews.view(unit, focus_id)
    one = view.line.record
    notes = [tell("note_effect"), tell("note_focus")]
    if public:
        sections = _public(unit, one, view, tell)
        notes += [tell("note_small"), tell("note_overlap")]
        return Report(tell("focus_title_public"), tell("focus_subtitle_public"), filled(sections), tuple(notes))
    sections = [
        tell.facts("decision", _decision(one, tell)),
        tell.table("incidents_behind", ("date", "what", "area", "certainty"), _incidents(view, tell)),
        tell.table(
            "measures", ("agency", "measure", "legal_ground", "counters"), [_measure(m, tell) for m in view.measures]
        ),
        tell.facts("exclusions", _exclusions(one, tell)),
        tell.prose("proportionality", one.proportionality),
        tell.facts("reviews", _reviews(unit, one, tell)),
        tell.facts("course", _course(view, one, unit.today), figures=True),
        tell.prose("evaluation", one.evaluation),
    ]
    dates = " – ".join((day(one.start_on), day(one.end_on) or tell("running")))
    return Report(tell("focus_title", name=view.line.group or "–"), dates, filled(sections), tuple(notes))


def _decision(one: Focus, tell: Teller) -> list[tuple[str, Cell | date | None]]:
    return [
        ("decided_by", one.decided_by),
        ("decided_on", one.decided_on),
        ("certainty", tell.words.value(one.certainty)),
        ("reopened", tell("yes") if one.attribution_reopened else ""),
        ("basis", one.basis),
        ("start", one.start_on),
        ("told_on", " · ".join(part for part in (day(one.told_on), one.told_how) if part)),
        ("end", one.end_on),
        ("end_reason", tell.words.value(one.end_reason) if one.end_reason else ""),
    ]


def _incidents(view: FocusView, tell: Teller) -> list[Row]:
    return [
        (day(one.on), tell.words.value(one.incident_type), one.area, tell.words.value(one.certainty))
        for one in view.incidents
    ]


def _measure(one: Measure, tell: Teller) -> Row:
    counters = "; ".join(f"{counter.name}: {counter.number}" for counter in one.counters)
    return one.agency, one.what, one.legal_ground or tell("no_ground"), counters


def _exclusions(one: Focus, tell: Teller) -> list[tuple[str, Cell | date | None]]:
    said = ", ".join(sorted(tell.words.value(who) for who in one.exclusions))
    return [("left_alone", said or tell("none")), ("note", one.exclusions_note)]


def _reviews(unit: Unit, one: Focus, tell: Teller) -> list[tuple[str, Cell | date | None]]:
    held = [after for _, after in changes(unit, one.id, "reviewed_on") if after]
    return [("reviewed_on", ", ".join(held) or tell("none")), ("next_review", None if one.end_on else one.review_on)]


def _course(view: FocusView, one: Focus, today: date) -> list[tuple[str, Cell | date | None]]:
    """Its length, and what happened around the group from start to end, or to today."""
    if one.start_on is None:
        return []
    during = [moment for moment in view.moments if one.start_on <= moment.on <= (one.end_on or today)]
    behind = {incident.id for incident in view.incidents}
    new = [m for m in during if m.what is Happening.INCIDENT and m.record_id not in behind]
    return [
        ("days", days_long(one, today)),
        ("talks_during", sum(moment.what is Happening.TALK for moment in during)),
        ("incidents_during", len(new)),
        ("earlier_rounds", sum((other.start_on or today) < one.start_on for other in view.others)),
    ]


def _public(unit: Unit, one: Focus, view: FocusView, tell: Teller) -> list[Section]:
    """Length in weeks, the grounds of the measures, whether it was reviewed: nothing that says which round it was."""
    long = days_long(one, unit.today)
    rows: list[tuple[str, Cell | date | None]] = [
        ("weeks_long", None if long is None else max(1, round(long / 7))),
        ("status", tell("ended") if one.end_on else tell("running")),
        ("end_reason", tell.words.value(one.end_reason) if one.end_reason else ""),
        ("reviewed", tell.yes(one.reviewed_on is not None)),
        ("proportionality_weighed", tell.yes(bool(one.proportionality.strip()))),
    ]
    grounds = sorted({measure.legal_ground for measure in view.measures if measure.legal_ground})
    return [
        tell.facts("round_public", rows),
        tell.table("grounds", ("legal_ground",), [(ground,) for ground in grounds]),
    ]
