"""The wizard that erases: whom, what goes and where they are named, how far it is, Cancel, and the protocol."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from kit.officepages import press, tab, texts
from kit.vaults import SettableClock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.regime import Regime
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import erasedelsewhere, erasing, people, retention, tasks
from gvi_desktop.services.burying import Leaving
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.erasewizard import EraseWizard
from ui.kit.namesleft import NamesLeft
from ui.kit.ticktable import TickTable
from ui.office.page import OfficePage
from ui.people.page import PeoplePage


def due(vault: Workspace, clock: SettableClock, *names: str) -> list[str]:
    """People whose time is up."""
    made = [vault.write(people.add, PersonDraft(given_name=n, retention_from=date(2020, 1, 1))) for n in names]
    return made


def test_the_wizard_erases_those_who_are_ticked_and_shows_the_protocol(
    vault: Workspace, clock: SettableClock, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    stays, *_gone = due(vault, clock, "Adrian", "Bertil", "Cesar")
    vault.write(tasks.add, TaskDraft(title="Ring Bertil", due_on=date(2026, 12, 1)))
    vault.back_up()
    page = open_page(OfficePage)
    retention = tab(page, "retention")
    qtbot.waitUntil(lambda: "People who have passed their time: 3" in texts(retention))
    press(retention, "Erase all that is due…")
    wizard = retention.findChild(EraseWizard)
    assert wizard is not None
    table = wizard.findChild(TickTable)
    assert table is not None
    model = table.model()
    row = next(n for n in range(3) if model.id_at(n) == stays)  # type: ignore[attr-defined]
    table.setCurrentIndex(model.index(row, 2))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Ticked: 2 of 3" in texts(wizard))
    press(wizard, "Go on")
    qtbot.waitUntil(lambda: wizard.findChild(QLineEdit) is not None)
    assert "People: 2." in texts(wizard)
    assert "Backups that still hold the data" in texts(wizard)
    erase = next(one for one in wizard.findChildren(QPushButton) if one.text() == "Erase")
    assert not erase.isEnabled()
    reason = wizard.findChild(QLineEdit)
    assert reason is not None
    reason.setText("tiden ute")
    assert erase.isEnabled()
    erase.click()
    qtbot.waitUntil(lambda: "Erased 2026-11-22. People: 2" in texts(wizard), timeout=20_000)
    assert [one.id for one in vault.read(lambda unit: unit.find(Person))] == [stays]
    assert vault.read(lambda unit: unit.find(Task))[0].title == "Ring [gallrad person]"
    wizard.close()


def test_a_name_that_may_be_anothers_waits_for_a_decision(
    vault: Workspace, clock: SettableClock, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    (gone,) = due(vault, clock, "Adrian")
    vault.write(people.add, PersonDraft(given_name="Adrian", birth_year=1999))
    vault.write(tasks.add, TaskDraft(title="Ring Adrian", due_on=date(2026, 12, 1)))
    page = open_page(OfficePage)
    retention = tab(page, "retention")
    qtbot.waitUntil(lambda: "People who have passed their time: 1" in texts(retention))
    press(retention, "Erase…")
    wizard = retention.findChild(EraseWizard)
    assert wizard is not None
    qtbot.waitUntil(lambda: wizard.findChild(QLineEdit) is not None)
    reason, decided = wizard.findChild(QLineEdit), wizard.findChild(QCheckBox)
    assert reason is not None and decided is not None
    reason.setText("tiden ute")
    erase = next(one for one in wizard.findChildren(QPushButton) if one.text() == "Erase")
    assert not erase.isEnabled()
    decided.setChecked(True)
    erase.click()
    qtbot.waitUntil(lambda: "Erased 2026-11-22. People: 1" in texts(wizard), timeout=20_000)
    assert vault.read(lambda unit: unit.find(Task))[0].title == "Ring Adrian"
    assert gone not in {one.id for one in vault.read(lambda unit: unit.find(Person))}
    wizard.close()


def test_a_reason_that_names_somebody_is_refused_in_the_wizard(
    vault: Workspace, clock: SettableClock, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    due(vault, clock, "Adrian")
    page = open_page(OfficePage)
    retention = tab(page, "retention")
    qtbot.waitUntil(lambda: "People who have passed their time: 1" in texts(retention))
    press(retention, "Erase…")
    wizard = retention.findChild(EraseWizard)
    assert wizard is not None
    qtbot.waitUntil(lambda: wizard.findChild(QLineEdit) is not None)
    reason = wizard.findChild(QLineEdit)
    assert reason is not None
    reason.setText("Adrian bad om det")
    press(wizard, "Erase")
    qtbot.waitUntil(lambda: page.words.text("problems", "erase_reason_names") in texts(wizard))
    assert len(vault.read(lambda unit: unit.find(Person))) == 1
    wizard.close()


def without_regimes(vault: Workspace) -> None:
    def clear(unit: Any) -> None:
        for one in retention.regimes(unit):
            unit.remove(Regime, one.id)

    vault.write(clear)


def erase_from_page(page: Any, qtbot: QtBot) -> EraseWizard:
    page.erase()
    wizard = page.findChild(EraseWizard)
    assert wizard is not None
    qtbot.waitUntil(lambda: wizard.findChild(QLineEdit) is not None)
    return wizard


def test_somebody_without_a_regime_is_erased_from_their_page_and_the_page_says_what_is_missing(
    vault: Workspace, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    without_regimes(vault)
    who = vault.write(people.add, PersonDraft(given_name="Adam"))
    page = open_page(PeoplePage)
    page.show_record(who)
    qtbot.waitUntil(lambda: "adds a regime under Office, Retention" in texts(page))
    wizard = erase_from_page(page, qtbot)
    reason = wizard.findChild(QLineEdit)
    assert reason is not None
    reason.setText("bad om det")
    press(wizard, "Erase")
    qtbot.waitUntil(lambda: "Erased 2026-11-22. People: 1" in texts(wizard), timeout=20_000)
    assert vault.read(lambda unit: unit.find(Person)) == []
    wizard.close()


def test_cancel_while_it_erases_leaves_everything_and_what_was_decided(
    vault: Workspace, clock: SettableClock, open_page: Callable[[type[Any]], Any], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (who,) = due(vault, clock, "Adrian")
    vault.write(people.add, PersonDraft(given_name="Adrian", birth_year=1999))
    vault.write(tasks.add, TaskDraft(title="Ring Adrian", due_on=date(2026, 12, 1)))
    page = open_page(PeoplePage)
    page.show_record(who)
    wizard = erase_from_page(page, qtbot)
    erasing_ = erasing.take_out
    begun, goes_on = threading.Event(), threading.Event()

    def held(*args: Any) -> Any:
        begun.set()
        assert goes_on.wait(20)
        return erasing_(*args)

    monkeypatch.setattr(erasing, "take_out", held)
    table = wizard.findChild(TickTable)
    assert table is not None
    table.model().toggle(0)  # type: ignore[attr-defined]
    reason, decided = wizard.findChild(QLineEdit), wizard.findChild(QCheckBox)
    assert reason is not None and decided is not None
    reason.setText("tiden ute")
    decided.setChecked(True)
    press(wizard, "Erase")
    qtbot.waitUntil(begun.is_set)
    assert wizard.findChild(QProgressBar) is not None
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    goes_on.set()
    qtbot.waitUntil(lambda: "nobody was erased and nothing was changed" in texts(wizard))
    assert len(vault.read(lambda unit: unit.find(Person))) == 2
    assert vault.read(lambda unit: unit.find(Task))[0].title == "Ring Adrian"
    table = wizard.findChild(TickTable)
    assert table is not None and len(table.model().ticked) == 1  # type: ignore[attr-defined]
    press(wizard, "Erase")
    qtbot.waitUntil(lambda: "Erased 2026-11-22. People: 1" in texts(wizard), timeout=20_000)
    qtbot.waitUntil(lambda: "A fresh backup is made." in texts(wizard), timeout=20_000)
    assert vault.read(lambda unit: unit.find(Task))[0].title == "Ring [gallrad person]"
    wizard.close()


def test_cancel_while_it_looks_closes_the_wizard(
    vault: Workspace, clock: SettableClock, open_page: Callable[[type[Any]], Any], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (who,) = due(vault, clock, "Adrian")
    begun, goes_on, preview = threading.Event(), threading.Event(), erasing.preview

    def held(*args: Any) -> Any:
        begun.set()
        assert goes_on.wait(20)
        return preview(*args)

    monkeypatch.setattr(erasing, "preview", held)
    page = open_page(PeoplePage)
    page.show_record(who)
    page.erase()
    wizard = page.findChild(EraseWizard)
    assert wizard is not None
    qtbot.waitUntil(begun.is_set)
    press(wizard, "Cancel")
    goes_on.set()
    qtbot.waitUntil(lambda: page.findChild(EraseWizard) is None)
    assert len(vault.read(lambda unit: unit.find(Person))) == 1


def test_the_protocol_is_saved_as_a_file_that_names_nobody(
    vault: Workspace, clock: SettableClock, open_page: Callable[[type[Any]], Any], qtbot: QtBot, tmp_path: Path
) -> None:
    (who,) = due(vault, clock, "Adrian")
    page = open_page(PeoplePage)
    page.show_record(who)
    wizard = erase_from_page(page, qtbot)
    reason = wizard.findChild(QLineEdit)
    assert reason is not None
    reason.setText("tiden ute")
    press(wizard, "Erase")
    qtbot.waitUntil(lambda: "A fresh backup is made." in texts(wizard), timeout=20_000)
    target = tmp_path / "protocol.pdf"
    press(wizard, "Save the protocol")
    question = wizard.findChild(Question)
    assert question is not None
    question.accept()
    dialog = wizard.findChild(QFileDialog)
    assert dialog is not None
    assert "erasure-protocol" in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)
    document = pypdfium2.PdfDocument(target)
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    assert "tiden ute" in text and "20" in text and "Adrian" not in text
    handed = vault.read(lambda unit: unit.find(Disclosure))
    assert [one.people for one in handed] == [frozenset()]
    wizard.close()


def test_names_of_somebody_erased_elsewhere_are_decided_on(
    vault: Workspace, clock: SettableClock, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    gone, _stays = due(vault, clock, "Adrian", "Adrian")
    for title in ("Ring Adrian", "Skriv till Adrian"):
        vault.write(tasks.add, TaskDraft(title=title, due_on=date(2026, 12, 1)))

    def elsewhere(unit: Unit) -> None:
        leaving = Leaving()
        leaving.add([unit.get(Person, gone)])
        unit.erase(Person, gone)
        unit.store.flush()
        erasedelsewhere.heed(unit, leaving)

    vault.write(elsewhere)
    retention = tab(open_page(OfficePage), "retention")
    count = "Names in your texts of people erased elsewhere, to decide on: 2"
    qtbot.waitUntil(lambda: count in texts(retention))
    press(retention, "Decide on names…")
    dialog = retention.findChild(NamesLeft)
    assert dialog is not None and not dialog.go.isEnabled()
    shown = [str(dialog.model.index(n, column).data()) for n in range(2) for column in range(4)]
    assert any("Ring Adrian" in one for one in shown), shown
    place = next(one.place for one in vault.read(erasedelsewhere.waiting) if one.excerpt == "Ring Adrian")
    dialog.model.tick_all({place})
    box = dialog.findChild(QCheckBox)
    assert box is not None
    box.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: count not in texts(retention))
    found = {one.title for one in vault.read(lambda unit: unit.find(Task))}
    assert found == {"Ring [gallrad person]", "Skriv till Adrian"}
