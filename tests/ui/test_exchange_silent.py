"""A share that stops answering in the middle of a bundle's file: it is named, and everything else goes on."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import contacts, fetching, identity, people, sending
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.sync import limits
from ui.exchange.page import ExchangePage
from ui.kit import busy
from ui.kit.desk import Desk
from ui.kit.errands import Progress


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Path]:
    """A file that opens for nobody before somebody writes into it."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    path = tmp_path / "share" / "bundle.age"
    path.parent.mkdir()
    os.mkfifo(path)
    yield path
    waiting = [one for one in threading.enumerate() if one.name == "gvi-apart"]
    if waiting:
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
    for thread in waiting:
        thread.join(10)


def test_the_folder_is_named_the_vault_goes_on_and_another_folder_still_works(
    qtbot: QtBot, desk: Desk, share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(busy, "SILENCE", 50)
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.view is not None)
    mine: Workspace = page.tasks.workspace
    page.receiving.look(share)
    qtbot.waitUntil(lambda: f"The folder {share.parent} does not answer" in said(page))
    told: list[object] = []
    page.tasks.write(page, people.add, PersonDraft(code_name="P1"), then=told.append)
    qtbot.waitUntil(lambda: bool(told))
    # Cancel leaves it where it is, at once.
    (dialog,) = page.receiving.findChildren(busy.ProgressDialog)
    qtbot.mouseClick(dialog.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert page.receiving.stack.currentIndex() == 0 and not dialog.isVisible()
    # Another folder answers while the first still hangs.
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder", clock=SettableClock())
    for at, other in ((mine, there), (there, mine)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    whom = tuple(one.id for one in there.read(contacts.listed))
    path = there.write(sending.export, sending.Request(whom), tmp_path).path
    there.close()
    page.receiving.look(path)
    qtbot.waitUntil(lambda: page.receiving.found is not None)
    assert page.receiving.sheet.model.columns[0].title == "Would be"
    assert any(one.name == "gvi-apart" for one in threading.enumerate())
    page.receiving.take_in()
    qtbot.waitUntil(lambda: page.receiving.taken)
    assert page.receiving.sheet.model.columns[0].title == "Became"


def test_what_cannot_be_read_is_too_large_or_was_given_up_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, progress = tmp_path / "bundle.age", Progress(lambda done, total: None)
    with pytest.raises(BundleError) as caught:
        fetching.fetch(path, progress)
    assert caught.value.code == "E_READ_FAILED"
    path.write_bytes(b"x" * 300_000)
    with fetching.fetch(path, progress) as file:
        assert file.read() == b"x" * 300_000
    monkeypatch.setattr(limits, "FILE", 1000 - limits.MIB)
    with pytest.raises(BundleError) as caught:
        fetching.fetch(path, progress)
    assert caught.value.code == "E_TOO_BIG"
    progress.cancel()
    with pytest.raises(BundleError) as caught:
        fetching.fetch(path, progress)
    assert caught.value.code == "E_CANCELLED"
