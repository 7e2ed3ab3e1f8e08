"""What of the year's figures a report shows: all of them, or in public those that tell nothing of small numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from gvi_desktop.domain.focus import EndReason
from gvi_desktop.domain.help import HelpKind, Stage
from gvi_desktop.domain.indicators import CallinFigures, Figures
from gvi_desktop.domain.invitee import Basis
from gvi_desktop.domain.notification import Outcome, PlaceKind
from gvi_desktop.domain.phonecall import Need
from gvi_desktop.services.suppress import SMALL, alone, blocks, finest, part, safe, summed

TALK = Outcome.REACHED.value
SUBSETS = ("talks_under_18", "talks_with_all_three_messages", "asked_for_help")
PLAIN = (
    *("attempts", "talks", *SUBSETS, "individuals", "calls", "help_asked", "first_contact_24", "first_contact_72"),
    *("incidents", "groups", "groups_reached", "people", "people_with_source", "overdue_reviews", "past_retention"),
    "callins_held",
)
Number = int | None
Parts = tuple[int, int, int, int]
"""Of those called: stayed to the end, left early, stayed away, and the rest (excused, detained, not noted)."""


@dataclass(frozen=True)
class Line:
    """A row: what it counts (several keys where rows were put together) and its numbers; None = hidden."""

    keys: tuple[str, ...]
    values: tuple[Number, ...]


@dataclass(frozen=True)
class Shown:
    """Numbers by name, tables by name, medians by name (None: hidden, or nothing to take it of)."""

    numbers: Mapping[str, Number]
    tables: Mapping[str, tuple[Line, ...]]
    medians: Mapping[str, float | None]


def everything(f: Figures) -> Shown:
    """All figures."""
    numbers: dict[str, Number] = {name: getattr(f, name) for name in PLAIN}
    numbers |= {"focus_rounds": len(f.focus_rounds), "disclosures": sum(f.disclosures_by_ground.values())}
    places = {key: (number, f.by_place.get(key, 0)) for key, number in f.attempts_by_place.items()}
    tables = {
        "by_outcome": _lines((key, (number,)) for key, number in f.by_outcome.items()),
        "by_place": _lines(places.items()),
        "by_round": tuple(Line((one.name,), (one.attempts, one.talks, one.individuals)) for one in f.rounds),
        "by_month": _lines(f.by_month.items()),
        "callins": tuple(line for one in f.callins for line in _attendance(one)),
        "phone_calls": _lines((key, (number,)) for key, number in f.calls_by_need.items()),
        "help_by_kind": _lines((key, (number,)) for key, number in f.help_by_kind.items()),
        "help_by_stage": _lines((key, (number,)) for key, number in f.help_by_stage.items()),
        "disclosures": _lines((key, (number,)) for key, number in f.disclosures_by_ground.items()),
    }
    return Shown(numbers, tables, _medians(f, 1))


def public(f: Figures) -> Shown:
    """The figures of a public report: no number from one to four, and none that such a one follows from."""
    missed = f.attempts - f.talks
    both = safe(f.talks, missed)
    numbers: dict[str, Number] = {name: alone(getattr(f, name)) for name in PLAIN}
    numbers["attempts"] = f.attempts if both or (not safe(f.talks) and safe(f.attempts)) else None
    numbers |= {name: part(getattr(f, name), f.talks) for name in SUBSETS}
    numbers |= {name: part(getattr(f, name), f.people) for name in ("people_with_source", "overdue_reviews")}
    numbers["past_retention"] = part(f.past_retention, f.people)
    numbers["groups_reached"] = part(f.groups_reached, f.groups)
    numbers["callins_held"] = f.callins_held  # meetings, not people: every one of them was announced
    numbers["focus_rounds"] = alone(len(f.focus_rounds))
    numbers["disclosures"] = alone(sum(f.disclosures_by_ground.values()))
    numbers |= _contacts(f)
    months = _months(f.by_month)
    tables = {
        "by_outcome": _outcomes(f) if both else (),
        "by_place": _tried_and_held(
            [(key, f.attempts_by_place.get(key, 0), f.by_place.get(key, 0)) for key in (*PlaceKind, "")]
        ),
        "by_round": _tried_and_held([(str(at), one.attempts, one.talks) for at, one in enumerate(f.rounds, 1)]),
        # How many were under 18 is told of the whole period only: by month most of it would have to be put together.
        "by_month": _merged(months, [(f.by_month.get(one, (0, 0))[0],) for one in months], lambda s: (s[0], None)),
        **_callins(f.callins),
        "phone_calls": _divided(f.calls_by_need, Need),
        "help_by_kind": _divided(f.help_by_kind, HelpKind),
        "help_by_stage": _divided(f.help_by_stage, Stage),
        "focus_ends": _divided(_ends(f), EndReason),
    }
    return Shown(numbers, tables, _medians(f, SMALL))


def _lines(counted: Iterable[tuple[str, tuple[int, ...]]]) -> tuple[Line, ...]:
    return tuple(Line((key,), values) for key, values in counted)


def _medians(f: Figures, least: int) -> dict[str, float | None]:
    """Medians of at least so many values."""
    long = tuple(one.days for one in f.focus_rounds if one.days is not None)
    known = {"days_to_first_talk": f.days_to_first_talk, "days_to_focus": f.days_to_focus, "focus_days": long}
    return {name: _median(days) if len(days) >= least else None for name, days in known.items()}


def _median(days: Sequence[int]) -> float:
    """The middle, whole where it is."""
    middle = round(float(median(days)), 1)
    return int(middle) if middle.is_integer() else middle


def attendance_parts(one: CallinFigures | Mapping[str, int]) -> Parts:
    """The parts that add up to those called."""
    names = ("called", "came", "stayed", "no_show")
    called, came, stayed, no_show = (one[name] if isinstance(one, Mapping) else getattr(one, name) for name in names)
    return stayed, came - stayed, no_show, called - came - no_show


def _attendance(one: CallinFigures) -> Iterator[Line]:
    first = (str(one.number or ""), one.date.isoformat() if one.date else "")
    yield Line((*first, ""), (one.called, one.came, one.stayed, one.no_show))
    for basis, own in one.by_basis.items():
        yield Line((*first, basis or "-"), tuple(own[name] for name in ("called", "came", "stayed", "no_show")))


# ------------------------------------------------------------------ public


def _outcomes(f: Figures) -> tuple[Line, ...]:
    others = {key: number for key, number in f.by_outcome.items() if key != TALK}
    rest = _divided(others, [one for one in Outcome if one is not Outcome.REACHED])
    return (Line((TALK,), (f.talks,)), *rest)


def _divided(counted: Mapping[str, int], keys: Iterable[str]) -> tuple[Line, ...]:
    """Parts in the order of the enumeration, small ones with their neighbours; lines that count nobody are left out."""
    order = [*(str(key) for key in keys), ""]
    rows = [(counted.get(key, 0),) for key in order]
    return _merged(order, rows, lambda sums: sums)


def _merged(
    keys: Sequence[str], rows: Sequence[Sequence[int]], say: Callable[[tuple[int, ...]], Iterable[Number]]
) -> tuple[Line, ...]:
    """The rows, small ones with their neighbours; `say` makes the numbers of a line of its sums."""
    found = []
    for block in blocks(rows) or ():
        sums = summed(rows, block)
        if any(sums):
            found.append(Line(tuple(keys[place] for place in block), tuple(say(sums))))
    return tuple(found)


def _tried_and_held(rows: Sequence[tuple[str, int, int]]) -> tuple[Line, ...]:
    """Attempts and talks; only talks where so few were not reached that they would follow."""
    keys = [key for key, _, _ in rows]
    talks, missed = (sum(column) for column in ([t for _, _, t in rows], [a - t for _, a, t in rows]))
    if safe(talks, missed):
        return _merged(keys, [(t, a - t) for _, a, t in rows], lambda s: (s[0] + s[1], s[0]))
    return _merged(keys, [(t,) for _, _, t in rows], lambda s: (None, s[0])) if safe(talks) else ()


def _months(known: Mapping[str, object]) -> list[str]:
    """Every month from the first to the last: one without talks is none that is left out."""
    if not known:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (min(known), max(known)))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)]


def _contacts(f: Figures) -> dict[str, Number]:
    """First contacts within 24 and 72 hours, as far as neither those between nor those after are few."""
    soon, later, asked = f.first_contact_24, f.first_contact_72, f.help_asked
    at = finest((soon, later - soon, asked - later), (later, asked - later)) if safe(asked) else 2
    return {"first_contact_24": soon if at == 0 else None, "first_contact_72": later if at < 2 else None}


def _ends(f: Figures) -> dict[str, int]:
    counted: dict[str, int] = {}
    for one in f.focus_rounds:
        counted[one.end_reason or ""] = counted.get(one.end_reason or "", 0) + 1
    return counted


def _callins(callins: Sequence[CallinFigures]) -> dict[str, tuple[Line, ...]]:
    """Attendance by call-in and by basis, so finely that nobody is told of in a number under five."""
    rows = [attendance_parts(one) for one in callins]
    at = level(tuple(summed(rows, range(len(rows)))) if rows else (0, 0, 0, 0))
    days = [_numbered(one.number, one.date) for one in callins]
    bases = [*(basis.value for basis in Basis), ""]
    own = [
        tuple(
            sum(attendance_parts(one.by_basis[basis])[place] for one in callins if basis in one.by_basis)
            for place in range(4)
        )
        for basis in bases
    ]

    def lines(keys: Sequence[str], parts: Sequence[Sequence[int]]) -> tuple[Line, ...]:
        return _merged(keys, [_coarse(one, at) for one in parts], lambda sums: _told(sums, at))

    return {"callins": lines(days, rows), "callins_by_basis": lines(bases, own)}


def _numbered(number: int | None, on: date | None) -> str:
    return " ".join(part for part in (str(number or ""), on.isoformat() if on else "") if part)


def level(parts: Sequence[int]) -> int:
    """How finely attendance may be told: 0 with who stayed, 1 without, 2 came or did not, 3 called, 4 nothing."""
    return finest(*(_coarse(parts, at) for at in range(4)))


def _coarse(parts: Sequence[int], at: int) -> tuple[int, ...]:
    stayed, left, no_show, rest = parts
    ways = (
        (stayed, left, no_show, rest),
        (stayed + left, no_show, rest),
        (stayed + left, no_show + rest),
        (stayed + left + no_show + rest,),
    )
    return ways[min(at, 3)]


def _told(sums: Sequence[int], at: int) -> tuple[Number, ...]:
    """Called, came, stayed and stayed away, of parts as coarse as that."""
    if at >= 3:
        return (sums[0] if at == 3 else None, None, None, None)
    if at == 0:
        return sum(sums), sums[0] + sums[1], sums[0], sums[2]
    return sum(sums), sums[0], None, sums[1] if at == 1 else None


def attendance(parts: Sequence[int]) -> tuple[Number, ...]:
    """Called, came, stayed and stayed away of one meeting, as far as a public report may say."""
    at = level(parts)
    return _told(_coarse(parts, at), at)
