"""Reports: every kind from one wish, for screen, files and the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gvi_desktop.domain.errors import NotFoundError, Problem, RefusedError
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.rules import CommonProblem, reached
from gvi_desktop.domain.user import Right
from gvi_desktop.services import (
    callinviews,
    compartments,
    focusviews,
    indicators,
    reports_assessment,
    reports_callin,
    reports_evaluator,
    reports_focus,
    reports_month,
    reports_round,
    reports_year,
    rounds,
)
from gvi_desktop.services.pickers import SHOWN, Choice
from gvi_desktop.services.report_parts import Report, Teller
from gvi_desktop.services.unit import Unit


class ReportKind(StrEnum):
    """What a report is about."""

    MONTH = "month"
    YEAR = "year"
    CALLIN = "callin"
    ROUND = "round"
    FOCUS = "focus"
    EVALUATOR = "evaluator"
    ASSESSMENT = "assessment"


OF_ONE = frozenset({ReportKind.CALLIN, ReportKind.ROUND, ReportKind.FOCUS})
"""Kinds that are about one record and not about a period."""

TIMELESS = frozenset({ReportKind.ASSESSMENT})
"""Kinds that tell how it stands today, whatever the period."""

EVER = Period()


@dataclass(frozen=True)
class Wish:
    """A report that somebody wants: `subject` is the id of the call-in, round or focus round it is about."""

    kind: ReportKind = ReportKind.YEAR
    language: str = "sv"
    period: Period = EVER
    subject: str = ""
    public: bool = False


def make(unit: Unit, wish: Wish) -> Report:
    """The report; a month is that of the period's last day, or of today."""
    public, language = wish.public, wish.language
    _countable(wish.period)
    if wish.kind in OF_ONE and not wish.subject:
        raise RefusedError([Problem(CommonProblem.MISSING, wish.kind.value)], kind="common")
    match wish.kind:
        case ReportKind.MONTH:
            on = wish.period.last or wish.period.first or unit.today
            return reports_month.make(unit, on, language, public=public)
        case ReportKind.CALLIN:
            return reports_callin.make(unit, wish.subject, language, public=public)
        case ReportKind.ROUND:
            return reports_round.make(unit, wish.subject, language, public=public)
        case ReportKind.FOCUS:
            return reports_focus.make(unit, wish.subject, language, public=public)
        case ReportKind.EVALUATOR:
            return reports_evaluator.make(unit, wish.period, language, public=public)
        case ReportKind.ASSESSMENT:
            return reports_assessment.make(unit, language, public=public)
    return year(unit, wish.period, language, public=public)


def year(unit: Unit, period: Period, language: str, *, public: bool = False) -> Report:
    """The report of all indicators for a period."""
    return reports_year.make(unit, period, Teller(language, public=public))


def figures(unit: Unit, period: Period, *, public: bool = False) -> dict[str, Any]:
    """The indicators under their contract keys (cli.md), as JSON knows them."""
    unit.need(Right.READ)
    _countable(period)
    return reports_year.as_json(indicators.count(unit, period), hide=public)


def _countable(period: Period) -> None:
    """Refuse days so far away that no month or week can be counted from them."""
    if not (reached(period.first) and reached(period.last)):
        raise RefusedError([Problem(CommonProblem.IMPROBABLE_DATE, "on")], kind="common")


# ------------------------------------------------------------------ whom or what it is about


def subjects(unit: Unit, kind: ReportKind, text: str) -> list[Choice]:
    """Call-ins, rounds or focus rounds that fit the text, the newest first; none for other kinds."""
    if kind is ReportKind.CALLIN:
        return callinviews.options(unit, text)
    if kind is ReportKind.ROUND:
        return rounds.options(unit, text)
    if kind is not ReportKind.FOCUS or not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return []
    lines = sorted(focusviews.listed(unit), key=lambda one: str(one.record.start_on), reverse=True)
    return [_choice(one) for one in lines if text.casefold() in one.group.casefold()][:SHOWN]


def resolve(unit: Unit, kind: ReportKind, ids: Sequence[str]) -> list[Choice]:
    """The choices of known call-ins, rounds or focus rounds."""
    if kind is ReportKind.CALLIN:
        return callinviews.resolve(unit, ids)
    if kind is ReportKind.ROUND:
        return rounds.resolve(unit, ids)
    return [_choice(focusviews.line(unit, one)) for one in ids] if kind is ReportKind.FOCUS else []


def _choice(line: focusviews.FocusLine) -> Choice:
    start = line.record.start_on
    return Choice(line.id, line.group or "–", start.isoformat() if start else "")


def focus_of(unit: Unit, group: str) -> str:
    """The id of the newest focus round on the group of that name."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    g, f = unit.table(Group).c, unit.table(Focus).c
    ids = [one.id for one in unit.find(Group, g.name == group.strip())]
    found = unit.find(Focus, f.group.in_(ids), order_by=f.start_on.desc(), limit=1)
    if not found:
        raise NotFoundError("focus_unknown_group", name=group)
    return found[0].id
