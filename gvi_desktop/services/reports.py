"""Reports: the indicators as sections of tables, for screen, JSON, CSV, XLSX and PDF; public ones hide small cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Any

from gvi_desktop.domain.disclosure import DisclosureDraft, DisclosureWay
from gvi_desktop.domain.focus import EndReason
from gvi_desktop.domain.help import HelpKind, Stage
from gvi_desktop.domain.indicators import Figures, Period
from gvi_desktop.domain.invitee import Basis
from gvi_desktop.domain.notification import Outcome, PlaceKind
from gvi_desktop.domain.phonecall import Need
from gvi_desktop.domain.user import Right
from gvi_desktop.services import indicators
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

SMALL = 5
Cell = str | int | float


@dataclass(frozen=True)
class Section:
    """A heading over a table of figures."""

    key: str
    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Report:
    """A report in one language."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...]


def year(unit: Unit, period: Period, language: str, *, public: bool = False) -> Report:
    """The report of all indicators for a period."""
    unit.need(Right.READ)
    return worded(indicators.count(unit, period), Words(language), public=public)


def worded(figures: Figures, words: Words, *, public: bool = False) -> Report:
    """The figures as a report in words; `public` hides the numbers 1 to 4."""

    def say(key: str, **values: object) -> str:
        return words.text("reports", key, **values)

    def cell(number: int) -> Cell:
        return say("hidden") if public and 0 < number < SMALL else number

    def named(counted: Mapping[str, int], enum: type[StrEnum]) -> tuple[tuple[Cell, ...], ...]:
        return tuple((words.value(enum(key)) if key in set(enum) else "-", cell(n)) for key, n in counted.items())

    def plain(counted: Mapping[str, int]) -> tuple[tuple[Cell, ...], ...]:
        return tuple((key, cell(n)) for key, n in counted.items())

    def rows(*keys: str) -> tuple[tuple[Cell, ...], ...]:
        return tuple((say(key), cell(getattr(figures, key))) for key in keys)

    two = (say("figure"), say("value"))
    f = figures
    ratio = () if public or not f.individuals else ((say("talks_per_individual"), round(f.talks / f.individuals, 2)),)
    counted = ("attempts", "talks", "talks_under_18", "individuals", "talks_with_all_three_messages", "asked_for_help")
    talks = rows(*counted)
    callins: list[tuple[Cell, ...]] = []
    for c in f.callins:
        first: tuple[Cell, ...] = (c.number or "", c.date.isoformat() if c.date else "")
        callins.append((*first, say("all"), cell(c.called), cell(c.came), cell(c.stayed), cell(c.no_show)))
        for basis, own in c.by_basis.items():
            shown = words.value(Basis(basis)) if basis in set(Basis) else "-"
            callins.append((*first, shown, *(cell(own[key]) for key in ("called", "came", "stayed", "no_show"))))
    focus = tuple(
        (
            one.group,
            one.start.isoformat() if one.start else "",
            one.end.isoformat() if one.end else say("running"),
            one.days if one.days is not None else "",
            words.value(EndReason(one.end_reason)) if one.end_reason else "",
        )
        for one in f.focus_rounds
    )
    speed: list[tuple[Cell, ...]] = [(say("incidents"), cell(f.incidents))]
    for key in ("days_to_first_talk", "days_to_focus"):
        days = getattr(f, key)
        speed.append((say(key), round(median(days), 1) if days else "-"))
    records = (
        (say("groups_all"), cell(f.groups)),
        (say("groups_reached"), cell(f.groups_reached)),
        *rows("people", "people_with_source", "overdue_reviews"),
    )
    helped = (*rows("help_asked", "first_contact_24", "first_contact_72"), *named(f.help_by_kind, HelpKind))
    calls = ((say("calls"), cell(f.calls)),)
    heads = tuple(say(key) for key in ("number", "date", "basis", "called", "came", "stayed", "no_show"))
    focus_heads = tuple(say(key) for key in ("group", "start", "end", "days", "end_reason"))
    months = tuple((month, cell(all_), cell(young)) for month, (all_, young) in f.by_month.items())
    sections = (
        Section("notifications", say("notifications"), two, talks + ratio),
        Section("by_outcome", say("by_outcome"), two, named(f.by_outcome, Outcome)),
        Section("by_place", say("by_place"), two, named(f.by_place, PlaceKind)),
        Section("by_round", say("by_round"), two, plain(f.by_round)),
        Section("by_month", say("by_month"), (say("month"), say("talks"), say("under_18")), months),
        Section("callins", say("callins"), heads, tuple(callins)),
        Section("phone_calls", say("phone_calls"), two, (*calls, *named(f.calls_by_need, Need))),
        # A public report names no group: which group was in focus is not for everybody.
        Section("focus_rounds", say("focus_rounds"), focus_heads, tuple(("-", *r[1:]) if public else r for r in focus)),
        Section("help", say("help"), two, helped),
        Section("help_by_stage", say("help_by_stage"), two, named(f.help_by_stage, Stage)),
        Section("speed", say("speed"), two, tuple(speed)),
        Section("groups", say("groups"), two, records),
        Section("disclosures", say("disclosures"), two, plain(f.disclosures_by_ground)),
    )
    notes = (say("note_effect"), say("note_people"), *((say("note_small"),) if public else ()))
    title = say("title_public" if public else "title")
    return Report(title, period_text(f.period, words), tuple(s for s in sections if s.rows), notes)


def period_text(period: Period, words: Words) -> str:
    """The period in words."""
    first, last = (day.isoformat() if day else "" for day in (period.first, period.last))
    key = {(True, True): "period", (False, True): "period_open_start", (True, False): "period_open_end"}
    return words.text("reports", key.get((bool(first), bool(last)), "period_all"), first=first, last=last)


def as_json(figures: Figures, *, public: bool = False) -> dict[str, Any]:
    """The indicators under their contract keys (cli.md); public ones say "<5" for the numbers 1 to 4."""

    def cell(number: int) -> int | str:
        return "<5" if public and 0 < number < SMALL else number

    def cells(counted: Mapping[str, int]) -> dict[str, int | str]:
        return {key: cell(number) for key, number in counted.items()}

    f = figures
    day = [one.isoformat() if one else None for one in (f.period.first, f.period.last)]
    names = ("attempts", "talks", "talks_under_18", "individuals", "talks_with_all_three_messages", "asked_for_help")
    by = {"by_outcome": cells(f.by_outcome), "by_place": cells(f.by_place), "by_round": cells(f.by_round)}
    months = {month: {"talks": cell(a), "under_18": cell(y)} for month, (a, y) in f.by_month.items()}
    counts = ("called", "came", "stayed", "no_show")
    return {
        "period": {"from": day[0], "to": day[1]},
        "notifications": {**{name: cell(getattr(f, name)) for name in names}, **by, "by_month": months},
        "callins": [
            {"number": c.number, "date": c.date.isoformat() if c.date else None}
            | {name: cell(getattr(c, name)) for name in counts}
            | {"by_basis": {basis: cells(own) for basis, own in c.by_basis.items()}}
            for c in f.callins
        ],
        "phone_calls": {"total": cell(f.calls), "by_need": cells(f.calls_by_need)},
        "focus_rounds": [
            {
                "group": None if public else one.group,
                "start": one.start.isoformat() if one.start else None,
                "end": one.end.isoformat() if one.end else None,
                "days": one.days,
                "end_reason": one.end_reason,
            }
            for one in f.focus_rounds
        ],
        "help": {
            "asked": cell(f.help_asked),
            "by_kind": cells(f.help_by_kind),
            "by_stage": cells(f.help_by_stage),
            "first_contact_within_24_h": cell(f.first_contact_24),
            "first_contact_within_72_h": cell(f.first_contact_72),
        },
        "incidents": {
            "total": cell(f.incidents),
            "days_to_first_talk": list(f.days_to_first_talk),
            "days_to_focus": list(f.days_to_focus),
        },
        "groups": {"total": cell(f.groups), "reached_in_90_days": cell(f.groups_reached)},
        "people": {"total": cell(f.people), "with_source": cell(f.people_with_source)}
        | {"overdue_reviews": cell(f.overdue_reviews)},
        "disclosures": cells(f.disclosures_by_ground),
    }


def register(unit: Unit, form: str, report: Report, agency: str = "") -> None:
    """Note a report that left the vault as a file: journal entry and disclosure."""
    from gvi_desktop.domain.disclosure import Disclosure

    unit.need(Right.EXPORT)
    unit.note("export", detail=f"report {form}")
    draft = DisclosureDraft(
        on=unit.today,
        way=DisclosureWay.FILE,
        what=f"{report.title}: {report.subtitle} ({form.upper()})",
        agency=agency,
        ground="own-agency",
        decided_by=unit.user.name,
    )
    unit.add(Disclosure, draft)


def owner_lines(unit: Unit) -> Sequence[str]:
    """Programme, owner and purpose: printed on every export (records.md, office)."""
    office = unit.office
    return (office.programme, office.agency, office.purpose)
