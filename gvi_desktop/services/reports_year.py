"""The year report: every indicator of a period, in words and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from gvi_desktop.domain.focus import EndReason
from gvi_desktop.domain.help import HelpKind, Stage
from gvi_desktop.domain.indicators import Figures, Period
from gvi_desktop.domain.invitee import Basis
from gvi_desktop.domain.notification import Outcome, PlaceKind
from gvi_desktop.domain.phonecall import Need
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Right
from gvi_desktop.services import indicators
from gvi_desktop.services.report_parts import Cell, Report, Row, Section, Teller, day, filled, period_text
from gvi_desktop.services.reports_shown import Line, Shown, everything, public
from gvi_desktop.services.unit import Unit

TALKS = ("attempts", "talks", "talks_under_18", "individuals", "talks_with_all_three_messages", "asked_for_help")
RECORDS = ("groups_reached", "people", "people_with_source", "overdue_reviews", "past_retention")
OF_ROOM: dict[Compartment, frozenset[str]] = {
    Compartment.CORE: frozenset(),
    Compartment.ENFORCEMENT: frozenset(
        ("focus_rounds", "focus_started", "focus_days", "incidents", "days_to_first_talk", "days_to_focus")
    ),
    Compartment.HELP: frozenset(("calls", "help_asked", "first_contact_24", "first_contact_72")),
}
"""Figures that are counted from the records of a compartment."""
ATTENDANCE = ("called", "came", "stayed", "no_show")


def make(unit: Unit, period: Period, tell: Teller) -> Report:
    """The report of all indicators for a period, without those of compartments that the user does not see."""
    unit.need(Right.READ)
    return worded(indicators.count(unit, period), tell)


def worded(f: Figures, tell: Teller) -> Report:
    """The figures as a report in words."""
    shown = public(f) if tell.public else everything(f)
    helps, enforces = (one not in f.unseen for one in (Compartment.HELP, Compartment.ENFORCEMENT))
    sections = (
        *_talks(f, shown, tell),
        *_callins(shown, tell),
        *(_calls(shown, tell) if helps else ()),
        *(_focus(f, shown, tell) if enforces else ()),
        *(_help(shown, tell) if helps else ()),
        *((Section("speed", tell("speed"), _two(tell), _speed(shown, tell)),) if enforces else ()),
        Section(
            "groups",
            tell("groups"),
            _two(tell),
            ((tell("groups_all"), tell.cell(shown.numbers["groups"])), *_numbers(shown, tell, *RECORDS)),
        ),
        *_disclosures(shown, tell),
    )
    notes = [tell("note_effect"), tell("note_people"), tell("note_year"), *unseen(f, tell)]
    notes += [tell("note_small"), tell("note_overlap")] if tell.public else []
    title = tell("title_public" if tell.public else "title")
    return Report(title, period_text(f.period, tell.words), filled(sections), tuple(notes))


def unseen(f: Figures, tell: Teller) -> list[str]:
    """A line that says which figures are not in the report since they are withheld from the user."""
    rooms = ", ".join(tell.words.value(one) for one in Compartment if one in f.unseen)
    return [tell("note_unseen", rooms=rooms)] if rooms else []


def _two(tell: Teller) -> tuple[str, str]:
    return tell("figure"), tell("value")


def _numbers(shown: Shown, tell: Teller, *names: str) -> tuple[Row, ...]:
    return tuple((tell(name), tell.cell(shown.numbers[name])) for name in names)


def _rows(lines: Sequence[Line], tell: Teller, named: Any) -> tuple[Row, ...]:
    return tuple((named(line.keys), *(tell.cell(value) for value in line.values)) for line in lines)


def _named(shown: Shown, table: str, enum: type[StrEnum], tell: Teller) -> tuple[Row, ...]:
    """Rows of a table under the words of its values; of rows that were put together all their words."""
    return _rows(
        shown.tables[table],
        tell,
        lambda keys: ", ".join(tell.value(enum, key) if key else tell("unknown") for key in keys),
    )


def _talks(f: Figures, shown: Shown, tell: Teller) -> tuple[Section, ...]:
    ratio = round(f.talks / f.individuals, 2) if f.individuals and not tell.public else None
    rows = _numbers(shown, tell, *TALKS)
    if ratio is not None:
        rows = (*rows, (tell("talks_per_individual"), ratio))
    by_round = shown.tables["by_round"]
    heads = ("round", "attempts", "talks") + (() if tell.public else ("individuals",))

    def month(keys: tuple[str, ...]) -> str:
        return keys[0] if len(keys) == 1 else f"{keys[0]}–{keys[-1]}"

    def round_name(keys: tuple[str, ...]) -> str:
        if not tell.public:
            return keys[0] or tell("no_round")
        # In the order of their first days; a name may tell of whom the round was about.
        last = len(f.rounds) if f.rounds and not f.rounds[-1].name else 0
        return ", ".join(tell("no_round") if int(key) == last else tell("round_number", which_one=key) for key in keys)

    months = _rows(shown.tables["by_month"], tell, month)
    if tell.public:
        months = tuple(row[:2] for row in months)
    return (
        Section("notifications", tell("notifications"), _two(tell), rows),
        Section("by_outcome", tell("by_outcome"), _two(tell), _named(shown, "by_outcome", Outcome, tell)),
        tell.table("by_place", ("place", "attempts", "talks"), _named(shown, "by_place", PlaceKind, tell)),
        tell.table("by_round", heads, _rows(by_round, tell, round_name)),
        tell.table("by_month", ("month", "talks", "under_18")[: 2 if tell.public else 3], months),
    )


def _callins(shown: Shown, tell: Teller) -> tuple[Section, ...]:
    held = Section("callins_held", tell("callins"), _two(tell), _numbers(shown, tell, "callins_held"))
    lines = shown.tables["callins"]
    if tell.public:
        by_day = _rows(lines, tell, ", ".join)
        by_basis = _rows(
            shown.tables["callins_by_basis"],
            tell,
            lambda keys: ", ".join(tell.value(Basis, key) if key else tell("unknown") for key in keys),
        )
        return (
            held,
            tell.table("attendance", ("meetings", *ATTENDANCE), by_day),
            tell.table("attendance_by_basis", ("basis", *ATTENDANCE), by_basis),
        )
    rows: list[Row] = []
    for line in lines:
        number, on, basis = line.keys
        who = tell.value(Basis, basis) if basis else tell("all")
        rows.append((_number(number), on, who, *(tell.cell(value) for value in line.values)))
    return held, tell.table("attendance", ("number", "date", "basis", *ATTENDANCE), rows)


def _number(text: str) -> Cell:
    return int(text) if text.isdigit() else text


def _calls(shown: Shown, tell: Teller) -> tuple[Section, ...]:
    rows = (*_numbers(shown, tell, "calls"), *_named(shown, "phone_calls", Need, tell))
    return (Section("phone_calls", tell("phone_calls"), _two(tell), rows),)


def _focus(f: Figures, shown: Shown, tell: Teller) -> tuple[Section, ...]:
    long = shown.medians["focus_days"]
    counted: tuple[Row, ...] = (
        (tell("focus_count"), tell.cell(shown.numbers["focus_rounds"])),
        (tell("focus_days"), long if long is not None else "–"),
    )
    section = Section("focus_count", tell("focus_rounds"), _two(tell), counted)
    if tell.public:
        # Days and dates of a single round would say which group it was.
        ends = _rows(
            shown.tables["focus_ends"],
            tell,
            lambda keys: ", ".join(tell.value(EndReason, key) if key else tell("running") for key in keys),
        )
        return section, Section("focus_ends", tell("focus_ends"), (tell("end_reason"), tell("value")), ends)
    rows = tuple(
        (
            one.group or "–",
            day(one.start),
            day(one.end) or tell("running"),
            one.days if one.days is not None else "",
            tell.value(EndReason, one.end_reason) if one.end_reason else "",
        )
        for one in f.focus_rounds
    )
    return section, tell.table("focus_each", ("group", "start", "end", "days", "end_reason"), rows)


def _help(shown: Shown, tell: Teller) -> tuple[Section, ...]:
    return (
        Section(
            "help",
            tell("help"),
            _two(tell),
            _numbers(shown, tell, "help_asked", "first_contact_24", "first_contact_72"),
        ),
        Section("help_by_kind", tell("help_by_kind"), _two(tell), _named(shown, "help_by_kind", HelpKind, tell)),
        Section("help_by_stage", tell("help_by_stage"), _two(tell), _named(shown, "help_by_stage", Stage, tell)),
    )


def _speed(shown: Shown, tell: Teller) -> tuple[Row, ...]:
    rows = list(_numbers(shown, tell, "incidents"))
    for name in ("days_to_first_talk", "days_to_focus"):
        found = shown.medians[name]
        rows.append((tell(name), found if found is not None else "–"))
    return tuple(rows)


def _disclosures(shown: Shown, tell: Teller) -> tuple[Section, ...]:
    if tell.public:
        rows = ((tell("disclosures_entered"), tell.cell(shown.numbers["disclosures"])),)
        return (Section("disclosures", tell("disclosures_all"), _two(tell), rows),)
    return (Section("disclosures", tell("disclosures"), _two(tell), _rows(shown.tables["disclosures"], tell, "".join)),)


# ------------------------------------------------------------------ JSON


def as_json(f: Figures, *, hide: bool = False) -> dict[str, Any]:
    """The indicators under their contract keys (cli.md); hidden numbers of a public report are null, and so are those
    of compartments that the user does not see."""
    shown = public(f) if hide else everything(f)
    n, t, medians = dict(shown.numbers), shown.tables, dict(shown.medians)
    for room in f.unseen:
        n |= dict.fromkeys(OF_ROOM[room])
        medians |= dict.fromkeys(medians.keys() & OF_ROOM[room])

    def table(name: str, at: int = 0) -> dict[str, int | None]:
        return {"+".join(line.keys): line.values[at] for line in t[name]}

    return {
        "period": {"from": day(f.period.first) or None, "to": day(f.period.last) or None},
        "notifications": {
            **{name: n[name] for name in TALKS},
            "by_outcome": table("by_outcome"),
            "by_place": table("by_place", 1),
            "attempts_by_place": table("by_place"),
            "by_round": table("by_round", 1),
            "by_month": {
                "+".join(line.keys): {"talks": line.values[0], "under_18": line.values[1]} for line in t["by_month"]
            },
        },
        "callins": _public_callins(shown) if hide else _all_callins(f),
        "callins_held": n["callins_held"],
        "phone_calls": {"total": n["calls"], "by_need": table("phone_calls")},
        "focus_rounds": []
        if hide
        else [
            {
                "group": one.group,
                "start": day(one.start) or None,
                "end": day(one.end) or None,
                "days": one.days,
                "end_reason": one.end_reason,
            }
            for one in f.focus_rounds
        ],
        "focus": {"total": n["focus_rounds"], "median_days": medians["focus_days"]},
        "help": {
            "asked": n["help_asked"],
            "by_kind": table("help_by_kind"),
            "by_stage": table("help_by_stage"),
            "first_contact_within_24_h": n["first_contact_24"],
            "first_contact_within_72_h": n["first_contact_72"],
        },
        "incidents": {
            "total": n["incidents"],
            "median_days_to_first_talk": medians["days_to_first_talk"],
            "median_days_to_focus": medians["days_to_focus"],
            **({} if hide else {"days_to_first_talk": list(f.days_to_first_talk)}),
            **({} if hide else {"days_to_focus": list(f.days_to_focus)}),
        },
        "groups": {"total": n["groups"], "reached_in_90_days": n["groups_reached"]},
        "people": {
            "total": n["people"],
            "with_source": n["people_with_source"],
            "overdue_reviews": n["overdue_reviews"],
            "past_retention": n["past_retention"],
        },
        "disclosures": {"total": n["disclosures"]} if hide else dict(f.disclosures_by_ground),
    }


def _all_callins(f: Figures) -> list[dict[str, Any]]:
    return [
        {"number": one.number, "date": day(one.date) or None, "held": one.held}
        | {name: getattr(one, name) for name in ATTENDANCE}
        | {"by_basis": {basis: dict(own) for basis, own in one.by_basis.items()}}
        for one in f.callins
    ]


def _public_callins(shown: Shown) -> list[dict[str, Any]]:
    """One entry for the meetings that are told of together."""
    nothing: dict[str, Any] = {"number": None, "date": None, "by_basis": {}}
    return [
        {**nothing, "meetings": list(line.keys), **dict(zip(ATTENDANCE, line.values, strict=True))}
        for line in shown.tables["callins"]
    ]
