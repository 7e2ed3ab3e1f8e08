"""Two people in two offices, through the window: cards, a call-in shared without data about help, a conflict and its
choice, a recall, an erasure, an old backup restored; and in the end both hold the same where they may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.callins import add_person, ready_callin
from kit.door import restore_newest
from kit.hand import Hand
from kit.vaults import new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from gvi_desktop.clock import now
from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.disclosure import RecallState
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.history import RecordState
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import contacts, sending
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, histories
from gvi_desktop.storage.rows import ledger
from ui.exchange.disclosurestab import waits
from ui.exchange.page import ExchangePage
from ui.kit.erasewizard import EraseWizard

LOCAL = frozenset(record.kind for record in RECORDS if not record.synced)
ALT = Qt.KeyboardModifier.AltModifier


class Office:
    """One of the two, with its window open."""

    def __init__(self, qtbot: QtBot, folder: Path, home: Path, door: Callable[[Any], object] | None = None) -> None:
        home.mkdir(exist_ok=True)
        self.hand = Hand(qtbot, folder, home, door=door)
        self.workspace: Workspace = self.hand.shell.desk.tasks.workspace

    def front(self) -> None:
        """This window takes the keys."""
        frame = self.hand.program.frame
        frame.activateWindow()
        self.hand.until(frame.isActiveWindow)

    @property
    def page(self) -> ExchangePage:
        made = self.hand.page if isinstance(self.hand.page, ExchangePage) else self.hand.go("exchange")
        assert isinstance(made, ExchangePage)
        self.hand.until(lambda: made.view is not None)
        return made

    def befriend(self, card: Path, their_words: tuple[str, ...]) -> None:
        """Take in a card and compare the twelve words."""
        page, hand = self.page, self.hand
        page.take_card(card)
        hand.until(lambda: page.contacts.current() is not None)
        assert page.contacts.current().view.words == their_words, "both read the same words to each other"
        hand.click("Same words, compared in person", page.contacts.detail)
        hand.until(lambda: page.contacts.current().view.record.verified_on)

    def edit(self, callin: str, **values: Any) -> None:
        """Change the call-in in its own place."""
        place: Any = self.hand.go("callins")
        place.show_record(callin)
        self.hand.until(lambda: place.current == callin)
        self.hand.quiet()
        place.edit()
        self.hand.until(lambda: place.panel is not None)
        self.hand.fill(**values)
        self.hand.save()

    def send(self, path: Path, **wishes: Any) -> Path:
        """Look at what would leave, then write it."""
        page, hand = self.page, self.hand
        page.turn_to("send")
        tab = page.sending
        hand.until(lambda: tab.form is not None)
        assert tab.form is not None and page.view is not None
        tab.form.fill({"contacts": [page.view.contacts[0].id], **wishes})
        hand.click("Show what would leave", page)
        hand.until(lambda: tab.outgoing is not None)
        hand.find(type(tab.look_button), "Write bundle…", tab)
        tab.write_to(path)
        hand.until(path.exists)
        hand.quiet()
        return path

    def take(self, path: Path) -> Any:
        """Look at a bundle, then take it in."""
        page, hand = self.page, self.hand
        page.turn_to("receive")
        tab = page.receiving
        tab.look(path)
        hand.until(lambda: tab.found is not None)
        hand.click("Take in", tab)
        hand.until(lambda: tab.taken)
        hand.quiet()
        return tab.found

    def held(self) -> dict[str, RecordState]:
        """What is kept of every record that crosses at all."""
        with self.workspace.engine.connect() as connection:
            h = ledger.history.c
            query = select(h.id).where(h.kind.not_in(LOCAL))
            return histories.many(connection, list(connection.execute(query).scalars()))

    def left(self) -> int:
        """How many records a bundle of everything would hold now that the other has not had."""
        whom = tuple(one.id for one in self.workspace.read(contacts.listed))
        seen = self.workspace.read(sending.preview, sending.Request(whom))
        return len(seen.records) + seen.erasures


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    return {name: tmp_path / f"{name}.gvi" for name in ("anna", "ben")}


@pytest.fixture
def offices(qtbot: QtBot, folders: dict[str, Path], tmp_path: Path) -> Iterator[list[Office]]:
    made: list[Office] = []
    yield made
    for one in made:
        one.hand.end()


@pytest.mark.long
def test_two_people_in_two_offices(
    qtbot: QtBot, folders: dict[str, Path], offices: list[Office], tmp_path: Path
) -> None:
    here = new_vault(folders["anna"], clock=now)
    evening = ready_callin(here, rehearsed=False)
    asked, extra = list(evening.people.values())[:2]
    draft = HelpDraft(person=asked, asked_on=now().date(), help_kind=HelpKind.HOUSING)
    here.write(lambda unit: unit.add(Help, draft))
    outside = here.write(lambda unit: add_person(unit, "Utanför"))
    here.close()
    new_vault(folders["ben"], user="Ben Ali", office="GVI Norrköping", town="Norrköping", clock=now).close()
    anna = Office(qtbot, folders["anna"], tmp_path / "home-a")
    offices.append(anna)
    ben = Office(qtbot, folders["ben"], tmp_path / "home-b")
    offices.append(ben)

    # Cards are exchanged, and the words compared in person.
    for one in offices:
        one.page.write_card(tmp_path / f"{one.workspace.folder.stem}.card")
        one.hand.until((tmp_path / f"{one.workspace.folder.stem}.card").exists)
    anna.befriend(tmp_path / "ben.card", ben.page.view.own_words)  # type: ignore[union-attr]
    ben.befriend(tmp_path / "anna.card", anna.page.view.own_words)  # type: ignore[union-attr]

    # Anna clears Ben for all but help, and shares one call-in.
    anna.page.turn_to("contacts")
    anna.page.edit()
    anna.hand.until(lambda: anna.page.panel is not None)
    anna.hand.fill(clearance=frozenset({Compartment.CORE, Compartment.ENFORCEMENT}))
    anna.hand.save()
    only = {"callins": [evening.id]}
    first = anna.send(tmp_path / "1.age", **only)
    found = ben.take(first)
    assert {"callin", "person", "invitee", "speaker"} <= {one.kind for one in found.records}
    assert not {"help", "phonecall"} & {one.kind for one in found.records}
    assert outside not in {one.id for one in found.records}
    with ben.workspace.engine.connect() as connection:
        h = ledger.history.c
        assert not connection.execute(select(h.id).where(h.compartment == Compartment.HELP.value)).all()
    ben.hand.go("office")
    ben.hand.turn("Safety")
    ben.hand.click("Back up now")
    anna.take(ben.send(tmp_path / "2.age"))

    # Both edit the same field without knowing of each other, and another field each.
    anna.edit(evening.id, venue="Eyravallen, sal 2")
    ben.edit(evening.id, venue="Biblioteket", owner="Ben Ali")
    to_ben, to_anna = anna.send(tmp_path / "3.age", **only), ben.send(tmp_path / "4.age")
    assert "N_CONFLICT" in ben.take(to_ben).notices
    assert "N_CONFLICT" in anna.take(to_anna).notices
    anna.hand.click("Settle the conflicts", anna.page)
    detail = anna.page.conflicts.detail
    for words in ("Eyravallen, sal 2", "Biblioteket", "Anna Ek, GVI Örebro (we)", "GVI Norrköping"):
        anna.hand.sees(words, detail)
    # By keyboard: the second value is Anna's or Ben's, whichever is older; she takes Ben's.
    conflict = anna.page.conflicts.current()
    at = next(at for at, one in enumerate(conflict.versions) if one.value == "Biblioteket")
    anna.front()
    anna.page.conflicts.table.setFocus()
    anna.hand.press((Qt.Key.Key_1, Qt.Key.Key_2)[at], held=ALT)
    anna.hand.until(lambda: anna.page.conflicts.model.rowCount() == 0)
    anna.hand.sees("No conflicts.", anna.page.conflicts)
    ben.take(anna.send(tmp_path / "5.age", **only))
    ben.hand.until(lambda: ben.page.view is not None and not ben.page.view.conflicts)
    for one in offices:
        callin = one.workspace.read(lambda unit: unit.get(Callin, evening.id))
        assert (callin.venue, callin.owner) == ("Biblioteket", "Ben Ali")

    # Anna recalls what she handed out first; the register says so.
    page = anna.page
    page.turn_to("disclosures")
    anna.hand.until(lambda: page.disclosures.model.rowCount() >= 3)
    page.disclosures.table.choose(page.disclosures.model.id_at(page.disclosures.model.rowCount() - 1))
    anna.hand.click("Recall…", page.disclosures.detail)
    anna.hand.until(lambda: page.panel is not None)
    anna.hand.fill(recalled_why="Gällde fel möte.")
    anna.hand.save()
    anna.hand.sees("Gällde fel möte.", page.disclosures.detail)

    # A person is erased here, and goes there.
    _erase(anna, extra)
    assert "N_ERASED" in ben.take(anna.send(tmp_path / "6.age", **only)).notices
    # The recall has come with the same bundle: Ben answers it, and Anna reads the answer.
    ben.page.turn_to("disclosures")
    ben.hand.until(lambda: any(waits(one) for one in ben.page.disclosures.model.lines()))
    asked_of_us = next(one for one in ben.page.disclosures.model.lines() if waits(one))
    ben.page.disclosures.table.choose(asked_of_us.id)
    ben.hand.sees("Gällde fel möte.", ben.page.disclosures.detail)
    ben.hand.click("Answer the recall…", ben.page.disclosures.detail)
    ben.hand.until(lambda: ben.page.panel is not None)
    ben.hand.fill(recall_state=RecallState.NOT_DONE, recall_answer="Behövs för kallelsen.")
    ben.hand.save()
    anna.take(ben.send(tmp_path / "answer.age"))
    anna.page.turn_to("disclosures")
    anna.hand.sees("Behövs för kallelsen.", anna.page.disclosures.detail)
    assert extra not in {one.id for one in ben.workspace.read(lambda unit: unit.find(Person))}

    # Ben's computer breaks; his backup is from before all of that.
    ben.hand.end()
    offices.remove(ben)
    broken = folders["ben"] / files.DATABASE
    broken.write_bytes(b"\0" * broken.stat().st_size)  # nothing left of it tells who was erased since
    ben = Office(qtbot, folders["ben"], tmp_path / "home-c", lambda page: restore_newest(qtbot, page))
    offices.append(ben)
    assert ben.workspace.folder.name == "ben restored.gvi"
    assert extra in {one.id for one in ben.workspace.read(lambda unit: unit.find(Person))}, "the backup is old"
    # He goes on working before he hears of anything, on the record that was in conflict too.
    ben.edit(evening.id, owner="Ben Ali, igen")
    ben.take(anna.send(tmp_path / "7.age", **only))
    assert "N_RESTORED" in anna.take(ben.send(tmp_path / "8.age")).notices
    ben.take(anna.send(tmp_path / "9.age", **only))
    assert extra not in {one.id for one in ben.workspace.read(lambda unit: unit.find(Person))}, "gone again"
    anna.take(ben.send(tmp_path / "10.age"))
    # What he wrote meanwhile is in conflict with what he had written, and lost, before: he keeps what is newer.
    ben.page.turn_to("conflicts")
    ben.hand.until(lambda: ben.page.conflicts.model.rowCount() == 1)
    ben.hand.sees("Ben Ali, igen", ben.page.conflicts.detail)
    ben.hand.click("Take this (Alt+1)", ben.page.conflicts.detail)
    anna.take(ben.send(tmp_path / "11.age"))
    ben.take(anna.send(tmp_path / "12.age", **only))

    # Both hold the same, except what may not cross; and nothing of Ben's is left to be sent.
    mine, theirs = anna.held(), ben.held()
    assert set(theirs) <= set(mine)
    for one, state in theirs.items():
        same = mine[one]
        assert (state.kind, state.compartment, state.tombstone) == (same.kind, same.compartment, same.tombstone)
        for name, cell in state.cells.items():
            assert cell.siblings == same.cells[name].siblings and not cell.conflict, (state.kind, name)
    assert mine[extra].tombstone is not None
    assert {evening.id, asked, *evening.invitees.values()} - {_of(mine, extra)} <= set(theirs)
    kept_here = {one for one in mine if one not in theirs}
    assert outside in kept_here
    assert {one for one, state in mine.items() if state.compartment == Compartment.HELP.value} <= kept_here
    assert ben.left() == 0
    callin = ben.workspace.read(lambda unit: unit.get(Callin, evening.id))
    assert (callin.venue, callin.owner) == ("Biblioteket", "Ben Ali, igen")


def _of(held: dict[str, RecordState], person: str) -> str:
    """The invitee record that went with an erased person, if it did."""
    return next((one for one, state in held.items() if state.kind == "invitee" and state.tombstone is not None), person)


def _erase(one: Office, person: str) -> None:
    """From the page of the person, by the wizard."""
    page: Any = one.hand.go("people")
    page.show_record(person)
    one.hand.quiet()
    page.erase()
    one.hand.until(lambda: one.hand.program.frame.findChild(EraseWizard) is not None)
    wizard = one.hand.program.frame.findChild(EraseWizard)
    one.hand.until(lambda: wizard.findChildren(QLineEdit))
    reason = wizard.findChild(QLineEdit)
    reason.setText("Begäran av den registrerade")
    one.hand.click("Erase", wizard)
    one.hand.click("Close", wizard)
