"""The place for exchange: words to compare, what would leave, what would come, conflicts, receipts, the register."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.places import texts
from kit.vaults import SettableClock, new_vault
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import accounts, conflicts, contacts, disclosures, identity, receiving, sending
from gvi_desktop.services.workspace import Workspace
from ui.exchange.page import ExchangePage
from ui.kit.ask import Question
from ui.kit.desk import Desk


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder", clock=SettableClock())
    yield opened
    opened.close()


@pytest.fixture
def police(tmp_path: Path) -> Iterator[Workspace]:
    kind = AgencyKind.POLICE
    opened = new_vault(tmp_path / "p.gvi", user="Pia", office="Polisen", agency="Polismyndigheten", agency_kind=kind)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ExchangePage:
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    qtbot.waitUntil(lambda: made.view is not None)
    return made


def befriend(at: Workspace, other: Workspace, *, verified: bool = True) -> str:
    made = at.write(contacts.add, other.read(identity.card))
    if verified:
        at.write(contacts.verify, made, VerifiedHow.IN_PERSON)
    return made


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def bundle(sender: Workspace, folder: Path, **more: Any) -> Path:
    contact = sender.read(contacts.listed)[0].id
    return sender.write(sending.export, sending.Request((contact,), **more), folder).path


def test_a_card_is_added_and_its_twelve_words_verified_by_phone(
    qtbot: QtBot, page: ExchangePage, there: Workspace, tmp_path: Path
) -> None:
    there.read(identity.write_card_to, tmp_path / "their.card")
    page.take_card(tmp_path / "their.card")
    qtbot.waitUntil(lambda: "GVI Söder" in said(page.contacts.detail))
    words = there.read(identity.own_words, "en")
    assert all(f"{at + 1}. {word}" in said(page.contacts.detail) for at, word in enumerate(words))
    assert texts(page.contacts.model, 1) == ["Not verified"]
    button(page.contacts.detail, "Same words, compared by phone").click()
    qtbot.waitUntil(lambda: texts(page.contacts.model, 1) == ["Verified"])
    assert page.tasks.workspace.read(contacts.listed)[0].record.verified_how is VerifiedHow.PHONE


def test_the_own_card_is_saved_as_a_file(qtbot: QtBot, page: ExchangePage, there: Workspace, tmp_path: Path) -> None:
    assert "Our own card" in said(page.contacts.detail)
    page.write_card(tmp_path / "own.card")
    qtbot.waitUntil((tmp_path / "own.card").exists)
    assert there.write(contacts.add_file, tmp_path / "own.card")


def test_what_would_leave_is_shown_before_a_file_is_written(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    contact = befriend(workspace, there)
    befriend(there, workspace)
    workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen", area="Norr")))
    qtbot.waitUntil(lambda: page.contacts.model.rowCount() == 1)
    page.send_to(contact)
    assert not [one for one in page.sending.findChildren(QPushButton) if one.text() == "Write bundle…"]
    page.sending.look()
    qtbot.waitUntil(lambda: page.sending.outgoing is not None)
    assert "Oxhagen" in texts(page.sending.sheet.model, 1)
    fields = texts(page.sending.sheet.model, 3)[texts(page.sending.sheet.model, 1).index("Oxhagen")]
    assert "Area" in fields
    page.sending.write_to(tmp_path / "out.age")
    qtbot.waitUntil(lambda: texts(page.bundles.model, 3) == ["Sent"])
    assert there.read(receiving.read, tmp_path / "out.age")


def test_another_agency_is_asked_for_a_ground_and_a_change_of_the_form_takes_the_preview_away(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, police: Workspace, tmp_path: Path
) -> None:
    contact = befriend(workspace, police)
    qtbot.waitUntil(lambda: page.contacts.model.rowCount() == 1)
    page.send_to(contact)
    page.sending.look()
    assert "Choose the call-ins or rounds" in said(page.sending)
    form = page.sending.form
    assert form is not None
    form.field("everything").set_value(True)
    page.sending.look()
    qtbot.waitUntil(lambda: page.sending.outgoing is not None)
    page.sending.write_to(tmp_path / "out.age")
    qtbot.waitUntil(lambda: "not in the list" in said(page.sending))
    assert not (tmp_path / "out.age").exists()
    form.field("ground").set_value("lag-2025-170")
    assert page.sending.outgoing is None
    page.sending.look()
    qtbot.waitUntil(lambda: page.sending.outgoing is not None)
    page.sending.write_to(tmp_path / "out.age")
    qtbot.waitUntil(lambda: page.disclosures.model.rowCount() == 1)


def test_a_bundle_is_shown_then_taken_in_with_undo_and_its_receipt_written(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    befriend(workspace, there)
    befriend(there, workspace)
    there.write(lambda unit: unit.add(Group, GroupDraft(name="Nytorget")))
    path = bundle(there, tmp_path)
    page.receiving.look(path)
    qtbot.waitUntil(lambda: page.receiving.found is not None)
    assert "From GVI Söder" in said(page.receiving)
    assert workspace.read(lambda unit: unit.find(Group)) == []
    with qtbot.waitSignal(page.desk.said) as told:
        page.receiving.take_in()
    assert told.args == ["Taken in", True]
    assert [one.name for one in workspace.read(lambda unit: unit.find(Group))] == ["Nytorget"]
    assert page.receiving.found is not None
    page.write_receipt(page.receiving.found.bundle_id, tmp_path / "receipt.age")
    qtbot.waitUntil((tmp_path / "receipt.age").exists)
    there.write(receiving.take_in, there.read(receiving.read, tmp_path / "receipt.age"))
    assert "merged" in [one.status for one in there.read(accounts.listed)]
    page.receiving.look(path)
    qtbot.waitUntil(lambda: "You imported this bundle" in said(page.receiving))


def test_an_unverified_sender_is_asked_about_each_time(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    befriend(workspace, there, verified=False)
    befriend(there, workspace)
    there.write(lambda unit: unit.add(Group, GroupDraft(name="Nytorget")))
    page.receiving.look(bundle(there, tmp_path))
    qtbot.waitUntil(lambda: page.receiving.found is not None)
    page.receiving.take_in()
    question = page.receiving.findChild(Question)
    assert isinstance(question, Question)
    assert workspace.read(lambda unit: unit.find(Group)) == []
    question.yes.click()
    qtbot.waitUntil(lambda: page.receiving.taken)
    assert len(workspace.read(lambda unit: unit.find(Group))) == 1


def test_both_values_of_a_conflict_stand_side_by_side_and_one_is_chosen(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    befriend(workspace, there)
    befriend(there, workspace)
    made = workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen", area="Norr"))).id
    there.write(receiving.take_in, there.read(receiving.read, bundle(workspace, tmp_path)))
    workspace.write(lambda unit: unit.change(Group, made, area="Vivalla"))
    there.write(lambda unit: unit.change(Group, made, area="Varberga"))
    workspace.write(receiving.take_in, workspace.read(receiving.read, bundle(there, tmp_path)))
    qtbot.waitUntil(lambda: page.conflicts.model.rowCount() == 1)
    assert page.tabs.tabText(page.tabs.keys.index("conflicts")) == "Conflicts (1)"
    told = {"Vivalla", "Varberga", "Anna Ek, GVI Örebro (we)", "GVI Söder"}
    assert told <= set(said(page.conflicts.detail).splitlines())
    (found,) = workspace.read(conflicts.listed)
    wanted = found.versions[0].value
    button(page.conflicts.detail, "Take this (Alt+1)").click()
    qtbot.waitUntil(lambda: page.conflicts.model.rowCount() == 0)
    assert workspace.read(lambda unit: unit.get(Group, made)).area == wanted


def test_values_that_name_somebody_are_asked_for_before_one_can_be_chosen(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    befriend(workspace, there)
    befriend(there, workspace)
    made = workspace.write(lambda unit: unit.add(Person, PersonDraft(code_name="P1", given_name="Adam"))).id
    there.write(receiving.take_in, there.read(receiving.read, bundle(workspace, tmp_path)))
    workspace.write(lambda unit: unit.change(Person, made, given_name="Ali"))
    there.write(lambda unit: unit.change(Person, made, given_name="Allan"))
    workspace.write(receiving.take_in, workspace.read(receiving.read, bundle(there, tmp_path)))
    qtbot.waitUntil(lambda: page.conflicts.model.rowCount() == 1)
    detail = page.conflicts.detail
    assert said(detail).splitlines().count("•••") == 2 and not {"Ali", "Allan"} & set(said(detail).splitlines())
    assert not [one for one in detail.findChildren(QPushButton) if one.text().startswith("Take this")]
    button(detail, "Show the values").click()
    qtbot.waitUntil(lambda: {"Ali", "Allan"} <= set(said(detail).splitlines()))
    button(detail, "Take this (Alt+1)").click()
    qtbot.waitUntil(lambda: page.conflicts.model.rowCount() == 0)
    assert workspace.read(lambda unit: unit.get(Person, made)).given_name in ("Ali", "Allan")


def test_a_spoken_disclosure_is_refused_beside_the_field_then_noted_then_recalled(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace
) -> None:
    page.open_form("spoken")
    panel = page.panel
    assert panel is not None
    panel.save()
    assert "Fill in" in said(panel.form)
    panel.form.fill({"agency": "Polismyndigheten", "what": "Tid för mötet", "ground": "lag-2025-170"})
    panel.save()
    qtbot.waitUntil(lambda: page.disclosures.model.rowCount() == 1)
    (line,) = workspace.read(disclosures.listed)
    page.open_form("recall", line.id)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    page.panel.form.fill({"recalled_why": "Gällde fel person."})
    page.panel.save()
    qtbot.waitUntil(lambda: texts(page.disclosures.model, 3) == ["Recalled"])


def test_in_a_narrow_page_the_list_and_what_is_chosen_take_turns(qtbot: QtBot, page: ExchangePage) -> None:
    tab: Any = page.tabs.part("contacts")
    page.resize(500, 600)
    qtbot.waitUntil(lambda: tab.split.folded)
    assert tab.table.isVisible() and not tab.detail.isVisible()
    tab.show_own()
    assert tab.detail.isVisible() and not tab.table.isVisible() and tab.split.back.isVisible()
    tab.split.back.click()
    assert tab.table.isVisible()
