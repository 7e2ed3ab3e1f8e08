"""What the tabs of the exchange say: every state with what to do, nothing cut off, and before and after told apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.contact import Contact, VerifiedHow
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import accounts, contacts, identity, receiving, sending
from gvi_desktop.services.accounts import BundleLine
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.exchange.page import ExchangePage
from ui.kit import theme
from ui.kit.desk import Desk

OURS = ("sent", "waiting", "not_sent", "unsure", "received", "merged", "refused", "receipt")
THEIRS = ("merged", "missing", "repeated", "older", "forked", "restored", "refused", "receipt")
NOTICES = {"older": ("N_OLDER",), "forked": ("N_FORKED",), "restored": ("N_RESTORED",)}
LONG = "Kärnan är fyra personer, och två av dem har flyttat till Brickebacken under hösten enligt områdespolisen."


@pytest.fixture
def there(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A colleague; both know each other."""
    made = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder", clock=SettableClock())
    for at, other in ((workspace, made), (made, workspace)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, there: Workspace) -> ExchangePage:
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.resize(1156, 660)  # the place beside the side bar on a small screen
    made.show()
    qtbot.waitUntil(lambda: made.view is not None)
    return made


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def bundle(sender: Workspace, folder: Path) -> Path:
    whom = tuple(one.id for one in sender.read(contacts.listed))
    return sender.write(sending.export, sending.Request(whom), folder).path


def line_of(page: ExchangePage, state: str, ours: bool) -> BundleLine:
    """A bundle in this state."""
    when = page.tasks.workspace.clock()
    status = "merged" if not ours and state in ("repeated", *NOTICES) else state
    return BundleLine(
        state, "b0010000-0000-4000-8000-000000000000", "out" if ours else "in", "GVI Söder", when, 1, 2, 3, 0, status,
        "gvi_gvi-orebro_2026-11-29_311.age", NOTICES.get(state, ()), "E_DAMAGED" if state == "refused" else "",
        int(state == "repeated"),
    )  # fmt: skip


def test_every_state_of_a_bundle_says_what_it_means_and_what_there_is_to_do(
    qtbot: QtBot, page: ExchangePage
) -> None:
    page.turn_to("bundles")
    tab = page.bundles
    for ours, states in ((True, OURS), (False, THEIRS)):
        tab.model.show([line_of(page, state, ours) for state in states])
        for state in states:
            assert tab.table.choose(state) and tab.current().state == state
            badge = tab.words.text("exchange", state)
            qtbot.waitUntil(lambda badge=badge: badge in said(tab.detail).splitlines())
            qtbot.waitUntil(lambda: any(one.endswith(".") and len(one) > 10 for one in said(tab.detail).splitlines()))
    # The sentence for whoever has the file asks the sender to send it anew: ours was refused there.
    for ours, told in ((True, "The file was incomplete or damaged when it came there."), (False, "Copy it again from")):
        tab.model.show([line_of(page, "refused", ours)])
        tab.table.choose("refused")
        tab._draw()
        qtbot.waitUntil(lambda told=told: told in said(tab.detail))


def test_two_long_values_of_a_conflict_are_read_without_moving_the_page_sideways(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    made = workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen"))).id
    there.write(receiving.take_in, there.read(receiving.read, bundle(workspace, tmp_path)))
    workspace.write(lambda unit: unit.change(Group, made, note=LONG))
    there.write(lambda unit: unit.change(Group, made, note=f"{LONG} Så är det."))
    workspace.write(receiving.take_in, workspace.read(receiving.read, bundle(there, tmp_path)))
    page.turn_to("conflicts")
    qtbot.waitUntil(lambda: LONG in said(page.conflicts.detail))
    qtbot.waitUntil(lambda: page.conflicts.detail.horizontalScrollBar().maximum() == 0)


def test_what_would_be_erased_is_told_as_what_would_be_and_then_as_what_was(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    gone = workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen"))).id
    there.write(receiving.take_in, there.read(receiving.read, bundle(workspace, tmp_path)))
    there.write(lambda unit: unit.erase(Group, gone))
    there.write(lambda unit: unit.add(Group, GroupDraft(name="Varberga")))
    page.turn_to("receive")
    tab = page.receiving
    tab.look(bundle(there, tmp_path))
    qtbot.waitUntil(lambda: tab.found is not None)
    detail = tab.sheet.detail
    assert "Taking in the bundle erases them here too." in said(detail) and "have been erased" not in said(detail)
    lines = list(tab.sheet.model.lines())
    assert lines[0].verdict == "erased" and lines[-1].verdict in ("new", "same")
    tab.take_in()
    qtbot.waitUntil(lambda: tab.taken)
    assert "have been erased here too." in said(detail)


def test_an_expired_contact_says_what_there_is_to_do(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace
) -> None:
    def expire(unit: Unit) -> None:
        (contact,) = unit.find(Contact)
        unit.change(Contact, contact.id, expires_on=unit.today - timedelta(days=1))

    workspace.write(expire)
    (contact,) = workspace.read(contacts.listed)
    page.show_kind("contact", contact.id)
    qtbot.waitUntil(lambda: "set a later day" in said(page.contacts.detail))
    assert "Send a bundle" not in said(page.contacts.detail)
    assert workspace.read(accounts.listed) == []


def test_with_large_text_a_file_of_the_folder_has_the_page_to_itself(
    qtbot: QtBot, qapp: QApplication, desk: Desk
) -> None:
    theme.apply(qapp, "light", 200)
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.resize(940, 660)
    page.show()
    page.turn_to("folder")
    page.folder.stack.setCurrentIndex(1)
    split = page.folder.list.split
    qtbot.waitUntil(lambda: split.folded)
    for turn, there in ((split.show_detail, False), (split.show_list, True)):
        turn()
        assert page.folder.where.isVisible() is there
