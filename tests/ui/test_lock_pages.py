"""T35 on the real pages: locked amid an import, amid taking a bundle in and amid writing one; drafts come back.

How long it takes is measured by `make bench ARGS=lock`.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kit import workbooks
from kit.places import people_spec
from kit.programs import begun, unlock
from kit.vaults import PASSPHRASE, SettableClock, new_vault
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

import ui.places
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person
from gvi_desktop.services import contacts, groups, history, identity, sending, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.app import Program
from ui.exchange.receivetab import ReceiveTab
from ui.exchange.sendtab import SendTab
from ui.intake.page import ImportPage
from ui.kit.errands import Progress

PEOPLE = [["Nr", "Namn", "Personnummer"], ["P1", "Leo Abdi", "19971114-2381"], ["P2", "Muhamed Farah", "971127"]]


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    real = [one for one in ui.places.PLACES if one.key in ("import", "exchange")]
    made = begun(qtbot, tmp_path, monkeypatch, people_spec("others", frozenset()), *real)
    qtbot.waitUntil(lambda: made.watch is not None)
    yield made
    made.end()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Set as soon as work has told how far it is; it goes on when the second is set. Asked for where it is needed."""
    began, goes_on = threading.Event(), threading.Event()
    tell = Progress.__call__

    def hold(progress: Progress, done: int, total: int) -> None:
        tell(progress, done, total)
        if done or total:
            began.set()
            goes_on.wait(30)

    monkeypatch.setattr(Progress, "__call__", hold)
    yield began, goes_on
    goes_on.set()


def begin(program: Program) -> None:
    """A form with something written in it, on another page."""
    assert program.shell is not None
    place: Any = program.shell.visit("others")
    place.new()
    place.panel.form.field("given_name").set_value("Örjan")


def kept(program: Program) -> Any:
    assert program.shell is not None
    place: Any = program.shell.visit("others")
    return place.panel.form.values()["given_name"]


def locked_amid(
    qtbot: QtBot, program: Program, held: tuple[threading.Event, threading.Event], act: Callable[[], object]
) -> None:
    """Begin, lock when it is under way, and unlock when the vault is closed: then only the locked window was seen."""
    began, goes_on = held
    act()
    assert began.wait(20)
    program.lock()
    over = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert program.shell is None and program.unlock_page is not None and not over
    goes_on.set()
    qtbot.waitUntil(lambda: program._closing is None, timeout=10_000)


def inside(folder: Path, ask: Callable[[Unit], Any]) -> Any:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    try:
        assert workspace.read(history.verify) == []
        return workspace.read(ask)
    finally:
        workspace.close()


def import_page(program: Program) -> ImportPage:
    assert program.shell is not None
    page = program.shell.visit("import")
    assert isinstance(page, ImportPage)
    return page


def exchange_tab(qtbot: QtBot, program: Program, kind: type[Any], name: str) -> Any:
    assert program.shell is not None
    page: Any = program.shell.visit("exchange")
    page.turn_to(name)
    qtbot.waitUntil(lambda: bool(page.findChildren(kind)))
    return page.findChildren(kind)[0]


def befriend(program: Program, other: Workspace) -> str:
    """The office in the window and another one know each other; the contact's id here."""
    assert program.tasks is not None
    ours = program.tasks.workspace
    for at, of in ((other, ours), (ours, other)):
        one = at.write(contacts.add, of.read(identity.card), name=of.user.name)
        at.write(contacts.verify, one, VerifiedHow.IN_PERSON)
    return one


def test_an_import_is_taken_back_whole_and_its_page_and_the_open_form_come_back(
    qtbot: QtBot, program: Program, tmp_path: Path, held: tuple[threading.Event, threading.Event]
) -> None:
    begin(program)
    page = import_page(program)
    page.open(workbooks.xlsx(tmp_path / "w.xlsx", Personer=PEOPLE))
    qtbot.waitUntil(lambda: page.shown is not None)
    page.decide("Personer:3", "")
    qtbot.waitUntil(lambda: program.tasks is not None and program.tasks.jobs == 0)
    locked_amid(qtbot, program, held, lambda: page.take_in(False))
    assert inside(tmp_path / "a.gvi", lambda unit: unit.count(Person)) == 0
    unlock(qtbot, program)
    again = import_page(program)
    qtbot.waitUntil(lambda: again.shown is not None)
    assert again.decisions == {"Personer:3": ""}
    assert kept(program) == "Örjan"
    again.take_in(False)
    qtbot.waitUntil(lambda: again.path is None)
    assert program.tasks is not None
    assert program.tasks.workspace.read(Unit.count, Person) == 2


def test_a_bundle_that_is_being_taken_in_is_taken_back_whole(
    qtbot: QtBot, program: Program, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    other = new_vault(tmp_path / "b.gvi", user="Bo", office="GVI Bo", clock=SettableClock())
    befriend(program, other)
    for name in ("Norra", "Södra"):
        other.write(groups.add, GroupDraft(name=name, area="Öster"))
    anna = other.read(contacts.named, "Anna Ek").id
    bundle = other.write(sending.export, sending.Request((anna,)), tmp_path).path
    other.close()
    begin(program)
    tab: ReceiveTab = exchange_tab(qtbot, program, ReceiveTab, "receive")
    tab.look(bundle)
    qtbot.waitUntil(lambda: tab.found is not None)
    held = request.getfixturevalue("held")
    locked_amid(qtbot, program, held, lambda: tab.take(True))
    assert inside(tmp_path / "a.gvi", lambda unit: unit.count(Group)) == 0
    unlock(qtbot, program)
    assert kept(program) == "Örjan"
    again: ReceiveTab = exchange_tab(qtbot, program, ReceiveTab, "receive")
    again.look(bundle)
    qtbot.waitUntil(lambda: again.found is not None)
    again.take(True)
    qtbot.waitUntil(lambda: again.taken)
    assert program.tasks is not None
    assert program.tasks.workspace.read(Unit.count, Group) == 2


def test_a_bundle_that_is_being_written_leaves_neither_file_nor_entry(
    qtbot: QtBot, program: Program, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    other = new_vault(tmp_path / "b.gvi", user="Bo", office="GVI Bo")
    to = befriend(program, other)
    other.close()
    assert program.tasks is not None
    program.tasks.workspace.write(groups.add, GroupDraft(name="Norra", area="Öster"))
    begin(program)
    tab: SendTab = exchange_tab(qtbot, program, SendTab, "send")
    held = request.getfixturevalue("held")
    out = tmp_path / "out" / "b.age"
    out.parent.mkdir()
    locked_amid(qtbot, program, held, lambda: tab.write_to(out, sending.Request((to,))))
    assert list(out.parent.iterdir()) == []
    entries = inside(tmp_path / "a.gvi", lambda unit: [one.action for one in history.newest(unit)])
    assert "export" not in entries
    unlock(qtbot, program)
    assert kept(program) == "Örjan"
