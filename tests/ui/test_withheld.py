"""Withheld is not empty: on a person's page, in the form, before a bundle is taken in; and long work can be stopped."""

from pathlib import Path
from time import sleep

import pytest
from kit.places import texts
from kit.vaults import SettableClock, new_vault
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import contacts, identity, receiving, sending
from gvi_desktop.services.workspace import Workspace
from ui.exchange.page import ExchangePage
from ui.kit.busy import ProgressDialog
from ui.kit.desk import Desk
from ui.kit.withheld import WithheldNote
from ui.people.page import PeoplePage

CONDITIONS = "Gallras efter mötet."


@pytest.fixture
def received(workspace: Workspace, tmp_path: Path) -> tuple[Path, str]:
    """A bundle from another agency that came without the person's note, and the person."""
    kind = AgencyKind.POLICE
    police = new_vault(
        tmp_path / "p.gvi", user="Pia", office="Polisen", agency="Polismyndigheten", agency_kind=kind,
        clock=SettableClock(),
    )  # fmt: skip
    for at, other in ((workspace, police), (police, workspace)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.PHONE)
    person = police.write(lambda unit: unit.add(Person, PersonDraft(code_name="P1", note="Fritext."))).id
    to = police.read(contacts.listed)[0].id
    request = sending.Request((to,), "lag-2025-170", note="Vägt.", conditions=CONDITIONS)
    path = police.write(sending.export, request, tmp_path).path
    police.close()
    return path, person


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()


def test_conditions_and_what_is_withheld_are_read_before_it_is_taken_in(
    qtbot: QtBot, desk: Desk, received: tuple[Path, str]
) -> None:
    page = ExchangePage(desk)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.view is not None)
    page.receiving.look(received[0])
    qtbot.waitUntil(lambda: page.receiving.found is not None)
    told = said(page.receiving)
    assert CONDITIONS in told and "Vägt." in told and "Verified: By phone" in told
    sheet = page.receiving.sheet
    sheet.table.choose(received[1])
    assert "Note" in said(sheet.findChild(WithheldNote))
    sheet.sorts.setCurrentIndex(1)
    assert set(texts(sheet.model, 0)) == {"New"}
    sheet.filter.setText("p1")
    qtbot.waitUntil(lambda: texts(sheet.model, 2) == ["P1"])


def test_a_person_that_came_without_a_note_says_so_in_page_and_form_and_saving_blanks_nothing(
    qtbot: QtBot, desk: Desk, workspace: Workspace, received: tuple[Path, str]
) -> None:
    path, person = received
    workspace.write(receiving.take_in, workspace.read(receiving.read, path))
    page = PeoplePage(desk)
    shown(qtbot, page)
    page.show_record(person)
    qtbot.waitUntil(lambda: "Withheld is not empty" in said(page.detail))
    assert CONDITIONS in said(page.detail)
    page.edit()
    qtbot.waitUntil(lambda: page.panel is not None and "Withheld by the office" in said(page.panel))
    assert page.panel is not None
    page.panel.form.fill({"given_name": "Ali"})
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    assert workspace.read(lambda unit: unit.get(Person, person)).given_name == "Ali"
    qtbot.waitUntil(lambda: "Withheld is not empty" in said(page.detail))


def test_a_bundle_that_is_being_looked_at_can_be_stopped(
    qtbot: QtBot, desk: Desk, received: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_unit: object, _opened: object, progress: object) -> None:
        while not progress.cancelled:  # type: ignore[attr-defined]
            sleep(0.005)
        raise BundleError("E_CANCELLED")

    monkeypatch.setattr(receiving, "preview", slow)
    page = ExchangePage(desk)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.view is not None)
    page.receiving.look(received[0])
    dialog = page.receiving.findChild(ProgressDialog)
    assert isinstance(dialog, ProgressDialog)
    with qtbot.waitSignal(desk.said) as told:
        dialog.reject()
    assert told.args is not None and "Cancelled" in str(told.args[0])
    assert page.receiving.found is None and page.receiving.stack.currentIndex() == 0
