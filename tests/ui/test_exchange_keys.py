"""The place for exchange over the years: keys changed or revoked, bundles refused, what was recalled and answered."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.pages import press, shown_texts
from kit.places import texts
from kit.vaults import new_vault
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.disclosure import RecallState
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import contacts, disclosures, identity, ownkeys, receiving, sending
from gvi_desktop.services.workspace import Workspace
from ui.exchange.page import ExchangePage
from ui.kit.ask import Question
from ui.kit.desk import Desk


@pytest.fixture
def there(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A colleague's vault; both have compared their words."""
    opened = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder", clock=workspace.clock)
    for at, other in ((workspace, opened), (opened, workspace)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, there: Workspace) -> ExchangePage:
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    qtbot.waitUntil(lambda: made.view is not None)
    return made


def yes() -> None:
    """Answer the question that is open."""
    (question,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()]
    question.accept()


def sent(sender: Workspace, folder: Path) -> Path:
    contact = sender.read(contacts.listed)[0].id
    return sender.write(sending.export, sending.Request((contact,)), folder).path


def test_new_keys_are_made_after_a_question_and_stand_under_the_card(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    before = workspace.read(identity.own_words, "en")
    press(page.contacts.detail, "Make new keys…")
    assert workspace.read(identity.own_words, "en") == before
    yes()
    qtbot.waitUntil(lambda: "New keys, vouched for by the old ones" in shown_texts(page.contacts.detail))
    assert workspace.read(identity.own_words, "en") != before
    found = there.write(receiving.take_in, there.read(receiving.read, sent(workspace, tmp_path)))
    assert "N_ROTATED" in found.notices
    assert there.read(contacts.listed)[0].record.verified_how is VerifiedHow.EARLIER_KEY


def test_revoked_keys_leave_a_file_that_a_colleague_takes_in_like_a_card(
    qtbot: QtBot, page: ExchangePage, there: Workspace, tmp_path: Path
) -> None:
    press(page.contacts.detail, "Revoke our keys…")
    yes()
    qtbot.waitUntil(lambda: "Keys declared invalid" in shown_texts(page.contacts.detail))
    page.contacts._keys._write(tmp_path / "revocation.card")
    qtbot.waitUntil((tmp_path / "revocation.card").exists)
    there.write(contacts.add_file, tmp_path / "revocation.card")
    assert there.read(contacts.listed)[0].record.revoked_on is not None


def test_the_words_of_a_lost_vault_are_kept_nowhere_while_they_are_typed(page: ExchangePage, tmp_path: Path) -> None:
    page.open_form("lost", about=str(tmp_path / "lost.card"))
    assert page.panel is not None
    page.panel.form.field("recovery_words").set_value("abborre ask")
    assert "abborre" not in str(page.draft())


def test_a_recall_waits_for_an_answer_and_the_answer_comes_back(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    there.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen")))
    workspace.write(receiving.take_in, workspace.read(receiving.read, sent(there, tmp_path)))
    (given,) = there.read(disclosures.listed)
    there.write(disclosures.recall, given.id, "Fel grupp")
    workspace.write(receiving.take_in, workspace.read(receiving.read, sent(there, tmp_path)))
    page.turn_to("disclosures")
    qtbot.waitUntil(lambda: page.tabs.tabText(page.tabs.keys.index("disclosures")) == "Disclosures (1)")
    assert texts(page.disclosures.model, 3)[0] == "To answer"
    qtbot.waitUntil(lambda: "To answer" in texts(page.disclosures.model, 3))
    page.disclosures.table.selectRow(texts(page.disclosures.model, 3).index("To answer"))
    qtbot.waitUntil(lambda: "Fel grupp" in shown_texts(page.disclosures.detail))
    press(page.disclosures.detail, "Answer the recall…")
    qtbot.waitUntil(lambda: page.panel is not None)
    panel: Any = page.panel
    panel.form.field("recall_state").set_value(RecallState.DONE)
    panel.save()
    qtbot.waitUntil(lambda: "To answer" not in texts(page.disclosures.model, 3))
    assert page.tabs.tabText(page.tabs.keys.index("disclosures")) == "Disclosures"
    contact = workspace.read(contacts.listed)[0].id
    page.write_notice(contact, tmp_path / "answer.age")
    qtbot.waitUntil((tmp_path / "answer.age").exists)
    there.write(receiving.take_in, there.read(receiving.read, tmp_path / "answer.age"))
    assert there.read(disclosures.get, given.id).recall_state is RecallState.DONE


def test_a_bundle_signed_by_a_dead_key_is_named_as_refused_with_the_reason_and_what_to_do(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    there.write(ownkeys.revoke)
    there.read(ownkeys.write_revocation, tmp_path / "r.card")
    workspace.write(contacts.add_file, tmp_path / "r.card")
    with pytest.raises(BundleError) as caught:  # the old key is gone there: its bundle of today is an own copy's
        workspace.read(receiving.read, sent(there, tmp_path))
    assert caught.value.code == "E_UNKNOWN_SENDER"
    page.turn_to("contacts")
    qtbot.waitUntil(lambda: texts(page.contacts.model, 1) == ["Revoked"])


def test_a_bundle_that_comes_twice_is_named_as_repeated(
    qtbot: QtBot, page: ExchangePage, workspace: Workspace, there: Workspace, tmp_path: Path
) -> None:
    there.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen")))
    file = sent(there, tmp_path)
    workspace.write(receiving.take_in, workspace.read(receiving.read, file))
    page.turn_to("receive")
    page.receiving.look(file)
    qtbot.waitUntil(lambda: bool(page.receiving.refusal))
    page.turn_to("bundles")
    qtbot.waitUntil(lambda: texts(page.bundles.model, 3) == ["Repeated"])
    page.bundles.table.selectRow(0)
    qtbot.waitUntil(lambda: "It came more than once" in shown_texts(page.bundles.detail))
