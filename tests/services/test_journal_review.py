"""The journal as it is read, sampled and handed out: filters, the monthly lot, the second user, the file."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from kit.people import group, link, person
from kit.sighted import seen_by
from kit.vaults import CHEAP, SettableClock

from gvi_desktop.domain.deed import Deed, Judgement
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import GviError, RefusedError
from gvi_desktop.domain.task import TaskDraft
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import history, journalfile, journalview, people, retention, sampling, seen, tasks, users
from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 10, 20, 12, tzinfo=UTC))


def lines(ws: Workspace, **asked: object) -> list[HistoryLine]:
    query = JournalQuery(**asked)  # type: ignore[arg-type]
    return ws.read(lambda unit: journalview.lines(unit, journalview.ids(unit, query)))


def as_other(ws: Workspace) -> User:
    """Another user signs in."""
    made = users.add(ws, "Kim Lund", Role.STAFF, "fyra blåa kor", cost=CHEAP)
    found: User = ws.read(lambda unit: unit.get(User, made))
    return found


def test_the_newest_entry_comes_first_and_each_filter_narrows(ws: Workspace, clock: SettableClock) -> None:
    one = person(ws)
    link(ws, one, group(ws))
    clock.set_day(date(2026, 10, 21))
    ws.write(people.open, one)
    ws.write(seen.searched, 4)
    every = lines(ws)
    assert [line.seq for line in every] == sorted((line.seq for line in every), reverse=True)
    assert [(line.action, line.detail) for line in lines(ws, deed=Deed.SEEN)] == [("search", "4"), ("open", "")]
    assert {line.kind for line in lines(ws, kind="group")} == {"group"}
    assert len(lines(ws, first=date(2026, 10, 21))) == 2
    assert lines(ws, last=date(2026, 10, 20), deed=Deed.SEEN) == []
    assert {line.kind for line in lines(ws, person=one)} == {"person", "membership"}
    assert lines(ws, user="nobody") == []
    assert len(lines(ws, user=ws.user.id)) == len(every)
    kinds = {deed: len(lines(ws, deed=deed)) for deed in Deed}
    assert sum(kinds.values()) == len(every)


def test_a_day_begins_at_midnight_in_the_office(ws: Workspace, clock: SettableClock) -> None:
    clock.now = datetime(2026, 10, 20, 22, 30, tzinfo=UTC)  # half past midnight on the 21st in Sweden
    ws.write(seen.searched, 1)
    assert len(lines(ws, first=date(2026, 10, 21), last=date(2026, 10, 21))) == 1


def test_last_month_is_drawn_once_by_whoever_comes_first(ws: Workspace, clock: SettableClock) -> None:
    one = person(ws)
    for _ in range(30):
        ws.write(people.open, one)
    assert ws.write(sampling.draw) == 0  # the month is not over
    clock.set_day(date(2026, 11, 2))
    assert ws.read(sampling.due)
    assert ws.write(sampling.draw) == sampling.SIZE
    assert ws.write(sampling.draw) == 0
    drawn = ws.read(sampling.listed)
    assert len({one.line.seq for one in drawn}) == sampling.SIZE
    assert {(one.month, one.line.action, one.verdict) for one in drawn} == {("2026-10", "open", None)}
    assert [line.detail for line in lines(ws, deed=Deed.OTHER) if line.action == "sample"] == ["2026-10 20"]


def test_a_month_in_which_nobody_looked_has_no_sample(ws: Workspace, clock: SettableClock) -> None:
    tasks_made = ws.write(tasks.add, TaskDraft(title="Ring", due_on=date(2026, 10, 25)))
    clock.set_day(date(2026, 11, 2))
    assert tasks_made
    assert not ws.read(sampling.due)


def test_the_lot_is_not_always_the_same(ws: Workspace, clock: SettableClock) -> None:
    for number in range(200):
        ws.write(seen.searched, number)
    clock.set_day(date(2026, 11, 2))
    ws.write(sampling.draw)
    drawn = sorted(one.line.seq for one in ws.read(sampling.listed))
    assert drawn != list(range(drawn[0], drawn[0] + len(drawn)))


def test_a_second_user_judges_and_nobody_their_own(ws: Workspace, clock: SettableClock) -> None:
    ws.write(seen.searched, 1)
    clock.set_day(date(2026, 11, 2))
    ws.write(sampling.draw)
    (drawn,) = ws.read(sampling.listed)
    assert not drawn.may_review
    with pytest.raises(RefusedError, match="sample_own_deed"):
        ws.write(sampling.review, drawn.line.seq, Judgement.FINE)
    ws.user = as_other(ws)
    assert ws.read(sampling.waits) == sampling.SampleWaits(1, 0)
    clock.set_day(date(2026, 11, 20))
    assert ws.read(sampling.waits) == sampling.SampleWaits(1, 1)
    with pytest.raises(RefusedError, match="missing"):
        ws.write(sampling.review, drawn.line.seq, Judgement.FOLLOW_UP)
    with pytest.raises(RefusedError, match="too_long"):
        ws.write(sampling.review, drawn.line.seq, Judgement.FINE, "x" * 501)
    with pytest.raises(GviError, match="sample_unknown"):
        ws.write(sampling.review, 9999, Judgement.FINE)
    with seen_by(ws, Role.READER), pytest.raises(RefusedError, match="not_allowed"):
        ws.write(sampling.review, drawn.line.seq, Judgement.FINE)
    ws.write(sampling.review, drawn.line.seq, Judgement.FOLLOW_UP, "Fråga varför.")
    with pytest.raises(RefusedError, match="sample_judged"):
        ws.write(sampling.review, drawn.line.seq, Judgement.FINE)
    (judged,) = ws.read(sampling.listed)
    assert (judged.verdict, judged.note, judged.by) == (Judgement.FOLLOW_UP, "Fråga varför.", "Kim Lund")
    assert ws.read(sampling.waits) == sampling.SampleWaits()
    said = next(line for line in lines(ws) if line.action == "review")
    assert said.detail == f"sample {drawn.line.seq} follow_up"
    assert ws.read(history.verify) == []


def test_a_note_goes_with_the_person_it_names(ws: Workspace, clock: SettableClock) -> None:
    one = person(ws, "Quirin", "Zwetschke")
    ws.write(people.open, one)
    clock.set_day(date(2026, 11, 2))
    ws.write(sampling.draw)
    first, coordinator = ws.read(sampling.listed)[0].line.seq, ws.user
    ws.user = as_other(ws)
    ws.write(sampling.review, first, Judgement.FOLLOW_UP, "Varför öppnades Zwetschke?")
    ws.user = coordinator
    ws.write(retention.erase, [one], "Tiden är ute.")
    assert [line.note for line in ws.read(sampling.listed)] == [""]


def test_the_file_is_the_journal_and_an_entry_and_a_disclosure_itself(ws: Workspace, tmp_path: Path) -> None:
    person(ws, code_name="=CMD()")
    count = journalfile.save(ws, JournalQuery(deed=Deed.CHANGED), "csv", tmp_path / "j.csv")
    rows = (tmp_path / "j.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == count + 1
    assert rows[0] == ";".join(journalfile.COLUMNS)
    assert [row for row in rows if "'=CMD()" in row]
    assert not [row for row in rows if ";=CMD()" in row]
    journalfile.save(ws, JournalQuery(), "json", tmp_path / "j.json")
    told = json.loads((tmp_path / "j.json").read_bytes())["entries"]
    assert [one["detail"] for one in told if one["action"] == "export"] == [f"journal csv {count}"]
    assert [one["seq"] for one in told] == sorted(one["seq"] for one in told)
    assert [one.records for one in ws.read(lambda unit: unit.find(Disclosure))] == [count, len(told)]


def test_where_the_file_cannot_be_written_nothing_is_entered(ws: Workspace, tmp_path: Path) -> None:
    before = len(lines(ws))
    with pytest.raises(GviError, match="out_folder_missing"):
        journalfile.save(ws, JournalQuery(), "csv", tmp_path / "nowhere" / "j.csv")
    with seen_by(ws, Role.STAFF), pytest.raises(RefusedError, match="not_allowed"):
        journalfile.save(ws, JournalQuery(), "csv", tmp_path / "j.csv")
    assert len(lines(ws)) == before
    assert not (tmp_path / "j.csv").exists()


class StopsAfter:
    """Somebody who stops the work after so many steps of telling how far it is."""

    def __init__(self, steps: int) -> None:
        self.told: list[tuple[int, int]] = []
        self._steps = steps

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))

    @property
    def cancelled(self) -> bool:
        return len(self.told) >= self._steps


def test_a_long_file_tells_how_far_it_is_and_stopped_leaves_nothing(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journalfile, "PART", 2)
    for number in range(5):
        ws.write(seen.searched, number)
    before = len(lines(ws))
    whole = StopsAfter(10_000)
    with pytest.raises(GviError, match="E_CANCELLED"):
        journalfile.save(ws, JournalQuery(), "csv", tmp_path / "j.csv", StopsAfter(2))
    assert not (tmp_path / "j.csv").exists()
    assert len(lines(ws)) == before
    assert journalfile.save(ws, JournalQuery(), "csv", tmp_path / "j.csv", whole) == before
    assert (whole.told[0], whole.told[-1]) == ((0, before), (before, before))
    assert [done for done, _ in whole.told] == sorted({done for done, _ in whole.told})
