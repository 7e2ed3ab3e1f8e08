"""An erasure tells how far it is, and stopped at any moment before its step is saved it has changed nothing."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import erasing, history, people, tasks
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger


class Told:
    """A progress that stops when it has been told so often."""

    def __init__(self, stop: int | None = None) -> None:
        self.heard: list[tuple[int, int]] = []
        self._stop = stop

    def __call__(self, done: int, total: int) -> None:
        self.heard.append((done, total))

    @property
    def cancelled(self) -> bool:
        return self._stop is not None and len(self.heard) >= self._stop


@pytest.fixture
def who(office: Workspace) -> str:
    made = office.write(people.add, PersonDraft(given_name="Xyzzy", family_name="Kvastsson"))
    office.write(tasks.add, TaskDraft(title="Ring Xyzzy Kvastsson", due_on=date(2026, 12, 1)))
    group = office.write(lambda unit: unit.add(Group, GroupDraft(name="Norr"))).id
    for note in ("Kvastsson leder", "Ingen leder"):
        office.write(lambda unit, note=note: unit.change(Group, group, note=note))
    return made


def entries(office: Workspace) -> int:
    query = select(func.count()).select_from(ledger.journal)
    return office.read(lambda unit: int(unit.connection.execute(query).scalar_one()))


def test_it_tells_how_far_it_is_up_to_the_end(office: Workspace, who: str) -> None:
    looked, done = Told(), Told()
    erasing.preview(office, [who], looked)
    erasing.take_out(office, [who], "tiden ute", None, done)
    for told in (looked.heard, done.heard):
        assert len(told) > 1
        assert told == sorted(told)
        assert {total for _, total in told} == {1000}
    assert done.heard[-1][0] == 1000


def test_stopped_anywhere_it_leaves_everything_as_it_was(office: Workspace, who: str) -> None:
    before, backups = entries(office), list(office.folder.glob("backups/*"))
    for moment in range(200):
        told = Told(moment)
        try:
            erasing.take_out(office, [who], "tiden ute", None, told)
        except RefusedError as refused:
            assert refused.code == "erase_cancelled"
            assert entries(office) == before
            assert office.read(lambda unit: unit.get(Person, who)).family_name == "Kvastsson"
            assert office.read(lambda unit: unit.find(Task))[0].title == "Ring Xyzzy Kvastsson"
            continue
        break
    assert moment > 2
    assert entries(office) > before
    assert office.read(history.verify) == []
    assert list(office.folder.glob("backups/*")) == backups


def test_looking_can_be_stopped_too(office: Workspace, who: str) -> None:
    with pytest.raises(RefusedError, match="erase_cancelled"):
        erasing.preview(office, [who], Told(0))
