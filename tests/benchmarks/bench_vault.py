"""The services behind every list on a vault of 100,000 people and 300,000 notifications (`--people N` for another)."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import largevault

from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.round import Round
from gvi_desktop.services import (
    callinviews,
    dose,
    focusviews,
    groups,
    helping,
    history,
    incidents,
    indicators,
    letterfunnel,
    letters_register,
    memberships,
    messengers,
    notifications,
    overview,
    people,
    phonecalls,
    profile,
    quality,
    relations,
    reports,
    reports_evaluator,
    reports_month,
    retention,
    roster,
    rounds,
    search,
    speakerbook,
    tasks,
    timeline,
)
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

ROUNDS = 5
SMALL = 1000
PREFIXES = ("e", "el", "eli", "öb", "P4", "P42", "mohamed", "muhammed", "grupp 1", "elias öberg")
FIRST = range(200)
YEAR = Period(largevault.TODAY.replace(year=largevault.TODAY.year - 1), largevault.TODAY)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@dataclass(frozen=True)
class Question:
    """What is measured: a service, and (where there is one) the bare SQL that finds the same rows."""

    name: str
    ask: Callable[[Unit], Any]
    raw: str = ""


def lines_of(
    ids: Callable[[Unit], Sequence[str]], lines: Callable[[Unit, Sequence[str]], Any]
) -> Callable[[Unit], Any]:
    """A screenful and more of lines in the middle of a list, whose ids are not counted."""
    kept: dict[int, Sequence[str]] = {}

    def ask(unit: Unit) -> Any:
        key = id(unit.connection.engine)
        if key not in kept:
            found = ids(unit)
            kept[key] = found[len(found) // 2 :][: len(FIRST)]
        return lines(unit, kept[key])

    return ask


def some(unit: Unit, record: type[Any]) -> str:
    """The id of one record in the middle of the vault."""
    table = unit.table(record)
    found = unit.find(record, order_by=table.c.id, limit=1)
    return str(found[0].id)


def questions() -> list[Question]:
    """Everything that is measured, in the order of the window's places."""
    listed = [
        Question("overview", overview.overview),
        Question("people: ids", roster.ids, "SELECT id FROM person WHERE removed = 0 ORDER BY sort_text, id"),
        Question(
            "people: ids, youngest first",
            lambda u: roster.ids(u, sort="age"),
            "SELECT id FROM person WHERE removed = 0 ORDER BY birth_date DESC NULLS LAST, id DESC",
        ),
        Question("people: ids, review due", lambda u: roster.ids(u, shown=roster.Shown.REVIEW_DUE)),
        Question("people: ids, filter 'elias'", lambda u: roster.ids(u, "elias")),
        Question("people: 200 lines", lines_of(roster.ids, roster.lines)),
        Question("people: counts of the choices", roster.counts),
        Question("person: one", lambda u: people.get(u, some(u, Person))),
        Question("person: timeline", lambda u: timeline.of_person(u, some(u, Person))),
        Question("person: page", lambda u: profile.of_person(u, some(u, Person))),
        Question("groups: all lines", groups.lines),
        Question("group: page", lambda u: profile.of_group(u, some(u, Group))),
        Question("group: timeline, whole", lambda u: timeline.of_group(u, some(u, Group), None)),
        Question("groups: map of relations", relations.mapped),
        Question("call-ins: ids", callinviews.ids),
        Question("call-ins: 200 lines", lines_of(callinviews.ids, callinviews.lines)),
        Question("call-in: workspace", lambda u: callinviews.workspace(u, callinviews.ids(u)[0])),
        Question("call-in: groups and messengers", lambda u: messengers.gaps(u, callinviews.ids(u)[0])),
        Question("speakers: the register", speakerbook.people),
        Question("focus: all rounds", focusviews.listed),
        Question("focus: one round", lambda u: focusviews.view(u, some(u, Focus))),
        Question("focus: waiting", focusviews.waiting),
        Question("incidents: ids", incidents.ids),
        Question("incidents: 200 lines", lines_of(incidents.ids, incidents.lines)),
        Question("help: pipeline", helping.pipeline),
        Question("help: ids", helping.ids),
        Question("help: 200 lines", lines_of(helping.ids, helping.lines)),
        Question("group: members", lambda u: memberships.of_group(u, some(u, Group))),
        Question(
            "notifications: ids",
            notifications.ids,
            'SELECT * FROM (SELECT id FROM notification WHERE removed = 0 AND "on" IS NULL ORDER BY planned_on DESC)'
            " UNION ALL SELECT * FROM (SELECT id FROM notification"
            ' WHERE removed = 0 AND "on" IS NOT NULL ORDER BY "on" DESC, planned_on DESC, id DESC)',
        ),
        Question("notifications: ids, oldest first", lambda u: notifications.ids(u, descending=False)),
        Question("notifications: ids, reached", lambda u: notifications.ids(u, reached=True)),
        Question("notifications: ids, planned", lambda u: notifications.ids(u, planned=True)),
        Question("notifications: ids, one round", lambda u: notifications.ids(u, round_id=some(u, Round))),
        Question("notifications: ids, filter 'elias'", lambda u: notifications.ids(u, "elias")),
        Question("notifications: ids, filter 'e'", lambda u: notifications.ids(u, "e")),
        Question("notifications: ids, filter 'grupp 1'", lambda u: notifications.ids(u, "grupp 1")),
        Question("notifications: 200 lines", lines_of(notifications.ids, notifications.lines)),
        Question("notifications: follow-ups due", notifications.follow_ups_due),
        Question("notifications: waiting", notifications.waiting),
        Question("rounds: all", rounds.listed),
        Question("round: one", lambda u: rounds.view(u, some(u, Round))),
        Question("tasks: groups", tasks.groups),
        Question("tasks: 200 lines", lines_of(tasks.open_ids, tasks.lines)),
        Question("phone line: ids", phonecalls.ids, 'SELECT id FROM phonecall WHERE removed = 0 ORDER BY "on" DESC'),
        Question("phone line: 200 lines", lines_of(phonecalls.ids, phonecalls.lines)),
        Question("letters: ids", letters_register.ids, "SELECT id FROM letter WHERE removed = 0 ORDER BY number DESC"),
        Question("letters: 200 lines", lines_of(letters_register.ids, letters_register.lines)),
        Question("letters: funnel from invitation to help", letterfunnel.funnel),
    ]
    listed += [Question(f"search '{text}'", lambda u, t=text: search.find(u, t)) for text in PREFIXES]
    listed += [
        Question("figures of all time", lambda u: indicators.count(u, Period())),
        Question("figures of a year", lambda u: indicators.count(u, YEAR)),
        Question("year: the figures", lambda u: indicators.count(u, YEAR)),
        Question("year: report", lambda u: reports.year(u, YEAR, "sv")),
        Question("month: report", lambda u: reports_month.make(u, largevault.TODAY, "sv")),
        Question("evaluator: data set", lambda u: reports_evaluator.make(u, YEAR, "sv")),
        Question("dose by group, a year", lambda u: dose.by_group(u, YEAR)),
        Question("data quality: counts", quality.counts),
    ]
    listed += [
        Question(f"data quality: {fault.value}", lambda u, f=fault: quality.findings(u, f)) for fault in quality.Fault
    ]
    listed += [
        Question("retention: how many are due", retention.due_count),
        Question("retention: who is due", retention.due),
        Question("journal: newest page", history.newest),
    ]
    return listed


def timed(workspace: Workspace, ask: Callable[[Unit], Any]) -> tuple[float, float, int]:
    """Milliseconds of the first answer and of the usual one, and how many rows it has."""
    spent, size = [], 0
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        found = workspace.read(ask)
        spent.append((time.perf_counter() - began) * 1000)
        size = len(found) if hasattr(found, "__len__") else 1
    return spent[0], median(spent[1:]), size


def raw(workspace: Workspace, statement: str) -> float:
    """Milliseconds of the same by bare SQL on the same kind of connection: the library's own limit."""

    def ask(unit: Unit) -> int:
        bare: Any = unit.connection.connection.dbapi_connection
        return len([row[0] for row in bare.execute(statement)])

    return timed(workspace, ask)[1]


def once(name: str, work: Callable[[], Any]) -> None:
    """Measure something long a single time."""
    began = time.perf_counter()
    work()
    print(f"{name:38} {time.perf_counter() - began:9.1f} s")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    count = parser.parse_args().people
    large, small = largevault.opened(count), largevault.opened(SMALL)
    size = (large.folder / "vault.db").stat().st_size / 1e6
    print(f"{count} people, {3 * count} notifications, {count // 50} call-ins: {size:.0f} MB; milliseconds (median)")
    heads = f"{'rows':>7} {'first':>8} {'usual':>8} {'bare SQL':>9} {'ratio':>6} {f'at {SMALL}':>8} {'growth':>7}"
    print(f"{'':38} {heads}")
    try:
        for one in questions():
            first, usual, rows = timed(large, one.ask)
            at_small = timed(small, one.ask)[1]
            bare = raw(large, one.raw) if one.raw else 0.0
            told = f"{bare:9.1f} {usual / bare:6.2f}" if bare else f"{'':9} {'':6}"
            print(f"{one.name:38} {rows:7} {first:8.1f} {usual:8.1f} {told} {at_small:8.1f} {usual / at_small:6.0f}x")
        once("journal: verify the whole chain", lambda: large.read(history.verify))
        with tempfile.TemporaryDirectory() as folder:
            once("backup, opened and proven", lambda: large.back_up(Path(folder) / "a.gvibackup"))
    finally:
        large.close()
        small.close()


if __name__ == "__main__":
    main()
