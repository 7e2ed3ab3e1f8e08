"""A share that stops answering while a bundle is written there: nothing else waits, and nothing is claimed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.hanging import Share, hanging
from kit.vaults import SettableClock, new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import accounts, contacts, exchangefolder, identity, outgoing, people
from gvi_desktop.services.workspace import Workspace
from ui.exchange import carrier
from ui.exchange.page import ExchangePage
from ui.kit import busy
from ui.kit.desk import Desk


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    with hanging(tmp_path / "share", monkeypatch) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExchangePage:
    monkeypatch.setattr(busy, "SILENCE", 50)
    monkeypatch.setattr(busy, "PATIENCE", 10)
    monkeypatch.setattr(carrier, "GRACE", 50)
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.show()
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder", clock=SettableClock())
    mine: Workspace = made.tasks.workspace
    mine.write(contacts.verify, mine.write(contacts.add, there.read(identity.card)), VerifiedHow.IN_PERSON)
    there.close()
    qtbot.waitUntil(lambda: made.view is not None and len(made.view.contacts) == 1)
    return made


def states(page: ExchangePage) -> list[str]:
    return [one.state for one in page.tasks.workspace.read(accounts.listed)]


def cancel(qtbot: QtBot, parent: QWidget) -> None:
    shown = [one for one in parent.findChildren(busy.ProgressDialog) if one.isVisible()]
    qtbot.mouseClick(shown[0].findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_a_bundle_waits_apart_others_write_and_giving_up_calls_it_uncertain(
    qtbot: QtBot, page: ExchangePage, share: Share
) -> None:
    (contact,) = page.view.contacts if page.view else ()
    page.send_to(contact.id)
    page.sending.look()
    qtbot.waitUntil(lambda: page.sending.outgoing is not None)
    page.sending.write_to(share.folder / "x.age")
    qtbot.waitUntil(lambda: f"The folder {share.folder} does not answer" in said(page))
    assert states(page) == ["waiting"]
    told: list[object] = []
    heard: list[str] = []
    page.desk.said.connect(lambda sentence, _undo: heard.append(sentence))
    page.tasks.write(page, people.add, PersonDraft(code_name="P1"), then=told.append)
    qtbot.waitUntil(lambda: bool(told))
    cancel(qtbot, page.sending)
    qtbot.waitUntil(lambda: states(page) == ["unsure"])
    qtbot.waitUntil(lambda: "Nobody knows whether the file got there" in "".join(heard))
    assert outgoing.left(page.tasks.workspace.folder) == []
    # Another place takes it meanwhile; and when the share wakes up, nothing is left of the first there.
    page.sending.look()
    qtbot.waitUntil(lambda: page.sending.outgoing is not None)
    page.sending.write_to(share.folder.parent / "stick.age")
    qtbot.waitUntil(lambda: sorted(states(page)) == ["sent", "unsure"])
    share.wake()
    assert list(share.folder.iterdir()) == [] and (share.folder.parent / "stick.age").exists()


def test_a_notice_and_what_goes_into_the_exchange_folder_wait_apart_too(
    qtbot: QtBot, page: ExchangePage, share: Share
) -> None:
    mine: Workspace = page.tasks.workspace
    (contact,) = page.view.contacts if page.view else ()
    page.write_notice(contact.id, share.folder / "x.age")
    qtbot.waitUntil(lambda: f"The folder {share.folder} does not answer" in said(page))
    assert states(page) == ["waiting"]
    cancel(qtbot, page)
    qtbot.waitUntil(lambda: states(page) == ["unsure"])
    share.wake()
    # The folder is gone when the bundle is to be put there: it is said, and nothing is called sent.
    mine.write(exchangefolder.take, share.folder)
    page.desk.folder.look()
    page.send_to(contact.id)
    page.sending.look()
    qtbot.waitUntil(lambda: page.sending.outgoing is not None)
    share.folder.rmdir()
    page.sending.put()
    qtbot.waitUntil(lambda: sorted(states(page)) == ["not_sent", "unsure"])
    qtbot.waitUntil(lambda: bool(page.sending.problem.text()))
    share.folder.mkdir()
