"""A year's public figures, whatever they are: nothing small is told, and nothing small follows by taking away."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.indicators import CallinFigures, Figures, Period, RoundFigures
from gvi_desktop.domain.notification import Outcome, PlaceKind
from gvi_desktop.services.reports_shown import SUBSETS, Shown, everything, public

TALK = Outcome.REACHED.value
number = st.integers(0, 30)


def split(data: st.DataObject, whole: int, parts: int) -> list[int]:
    """A whole in so many parts."""
    cuts = sorted(data.draw(st.lists(st.integers(0, whole), min_size=parts - 1, max_size=parts - 1)))
    return [after - before for before, after in zip([0, *cuts], [*cuts, whole], strict=True)]


def figures(data: st.DataObject) -> Figures:
    talks, missed, asked, people = (data.draw(number) for _ in range(4))
    young, three, wanted, soon, later = (
        data.draw(st.integers(0, whole)) for whole in (talks, talks, talks, asked, asked)
    )
    others = [one.value for one in Outcome if one is not Outcome.REACHED]
    held = split(data, talks, len(PlaceKind))
    gone = split(data, missed, len(PlaceKind))
    months = split(data, talks, 4)
    left = young
    by_month: dict[str, tuple[int, int]] = {}
    for at, month in enumerate(months, 1):
        by_month[f"2026-{at:02}"] = (month, min(left, month))
        left -= min(left, month)
    callins = []
    for at in range(2):
        stayed, early, away, rest = (data.draw(st.integers(0, 8)) for _ in range(4))
        own = {"called": stayed + early + away + rest, "came": stayed + early, "stayed": stayed, "no_show": away}
        callins.append(CallinFigures(at, date(2026, 1, 1 + at), **own, by_basis={"voluntary": own}, held=True))
    values: dict[str, Any] = dict.fromkeys(Figures.__dataclass_fields__, 0)
    values |= {name: () for name in ("days_to_first_talk", "days_to_focus", "focus_rounds")}
    values |= {name: {} for name in ("calls_by_need", "help_by_kind", "help_by_stage", "disclosures_by_ground")}
    values |= {
        "period": Period(),
        "attempts": talks + missed,
        "talks": talks,
        "talks_under_18": young,
        "individuals": talks,
        "talks_with_all_three_messages": three,
        "asked_for_help": wanted,
        "by_outcome": {TALK: talks, **dict(zip(others, split(data, missed, len(others)), strict=True))},
        "by_place": {kind.value: held[at] for at, kind in enumerate(PlaceKind)},
        "attempts_by_place": {kind.value: held[at] + gone[at] for at, kind in enumerate(PlaceKind)},
        "by_round": {},
        "rounds": tuple(RoundFigures(f"R{at}", None, held[at] + gone[at], held[at], 0) for at in range(len(held))),
        "by_month": by_month,
        "callins": tuple(callins),
        "callins_held": 2,
        "help_asked": asked,
        "first_contact_24": min(soon, later),
        "first_contact_72": max(soon, later),
        "people": people,
        "people_with_source": data.draw(st.integers(0, people)),
    }
    return Figures(**values)


def told(*numbers: int | None) -> bool:
    return all(one is not None for one in numbers)


def few(value: int) -> bool:
    return 0 < value < 5


@given(st.data())
def test_no_small_number_is_told_and_none_follows(data: st.DataObject) -> None:
    shown = public(figures(data))
    numbers = dict(shown.numbers)
    assert numbers.pop("callins_held") == 2
    cells = [*numbers.values(), *(v for lines in shown.tables.values() for line in lines for v in line.values)]
    assert not [one for one in cells if one is not None and few(one)]
    pairs = [("attempts", "talks"), *(("talks", one) for one in SUBSETS), ("people", "people_with_source")]
    pairs += [("help_asked", "first_contact_72"), ("first_contact_72", "first_contact_24")]
    for whole, part in pairs:
        if told(all_ := numbers[whole], some := numbers[part]):
            assert not few((all_ or 0) - (some or 0)), (whole, part)


@given(st.data())
def test_a_table_that_is_told_adds_up_to_the_number_above_it(data: st.DataObject) -> None:
    shown = public(figures(data))
    for name, at, above in (("by_place", 1, "talks"), ("by_round", 1, "talks"), ("by_month", 0, "talks")):
        if lines := shown.tables[name]:
            assert sum(line.values[at] or 0 for line in lines) == shown.numbers[above]
    for name in ("by_place", "by_round"):
        for line in shown.tables[name]:
            if told(*line.values[:2]):
                assert not few((line.values[0] or 0) - (line.values[1] or 0))
    for line in (*shown.tables["callins"], *shown.tables["callins_by_basis"]):
        called, came, stayed, away = line.values
        for whole, part in ((called, came), (came, stayed), (called, away)):
            assert not (told(whole, part) and few((whole or 0) - (part or 0)))
        if told(called, came, away):
            assert not few((called or 0) - (came or 0) - (away or 0))


@given(st.data())
def test_a_report_that_is_not_public_tells_everything(data: st.DataObject) -> None:
    made = figures(data)
    shown: Shown = everything(made)
    assert all(shown.numbers[name] == getattr(made, name) for name in (*SUBSETS, "talks", "attempts", "people"))
