"""The office in the window: each tab asks and draws; changes are steps; secrets are never part of a form."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.agency import Offer
from gvi_desktop.services import office
from gvi_desktop.services.workspace import Workspace
from ui.kit.fields.text import TextField
from ui.kit.view import Table
from ui.office.about import AboutTab
from ui.office.historytab import HistoryTab
from ui.office.offersfield import OffersField
from ui.office.page import TABS, OfficePage


@pytest.fixture
def page(open_page: Callable[[type[OfficePage]], OfficePage]) -> OfficePage:
    return open_page(OfficePage)


def settled(page: OfficePage) -> Callable[[], bool]:
    return lambda: page.tasks.jobs == 0


def test_every_tab_draws_itself(page: OfficePage, qtbot: QtBot) -> None:
    tabs = page.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    assert tabs.count() == len(TABS)
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        qtbot.waitUntil(settled(page))
        qtbot.waitUntil(lambda at=at: "".join(_texts(tabs.widget(at))) != "")  # type: ignore[misc]


def _texts(widget: object) -> list[str]:
    from PySide6.QtWidgets import QLabel, QWidget

    assert isinstance(widget, QWidget)
    return [label.text() for label in widget.findChildren(QLabel)]


def test_changing_the_phone_number_is_one_step_that_undo_knows(
    page: OfficePage, vault: Workspace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(settled(page))
    page.open_form("office", vault.read(office.get).id)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    field = page.panel.form.field("phone")
    assert isinstance(field, TextField)
    field.set_value("019-00 00 00")
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    assert vault.read(office.get).phone == "019-00 00 00"


def test_an_office_without_purpose_is_refused_beside_the_field(
    page: OfficePage, vault: Workspace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(settled(page))
    page.open_form("office", vault.read(office.get).id)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    page.panel.form.field("purpose").set_value("")
    page.panel.save()
    qtbot.waitUntil(settled(page))
    assert page.panel is not None
    assert vault.read(office.get).purpose != ""


def test_the_history_shows_what_was_done(page: OfficePage, qtbot: QtBot) -> None:
    tabs = page.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(TABS.index(HistoryTab))
    qtbot.waitUntil(lambda: tabs.currentWidget().findChild(Table) is not None)
    table = tabs.currentWidget().findChild(Table)
    assert isinstance(table, Table)
    qtbot.waitUntil(lambda: table.model().rowCount() > 10)


def test_offers_are_kept_language_by_language_also_those_the_directory_lacks(qtbot: QtBot) -> None:
    field = OffersField("offers", {"sv": "Svenska", "en": "English", "so": "Soomaali"})
    qtbot.addWidget(field)
    given = (Offer("sv", "Samtal"), Offer("so", "Wada hadal"), Offer("ar", "x"))
    field.set_value(given)
    assert field.value() == given
    assert [one.accessibleName() for one in field.editors()[:3]] == ["Svenska", "English", "Soomaali"]
    other = OffersField("offers", {"sv": "Svenska", "en": "English", "so": "Soomaali"})
    qtbot.addWidget(other)
    other.restore(field.state())
    assert other.value() == given


def test_a_logo_that_cannot_be_printed_is_refused_in_words_and_the_old_one_stays(
    page: OfficePage, vault: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    page.tasks.failed.connect(lambda error: told.append(page.words.error(error)))
    tab = page.findChild(AboutTab)
    assert tab is not None
    plain = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="6"><rect width="12" height="6"/></svg>'
    (tmp_path / "logo.svg").write_text(plain)
    tab._set_logo(tmp_path / "logo.svg")
    qtbot.waitUntil(lambda: bool(vault.read(office.get).logo))
    kept = vault.read(office.get).logo
    (tmp_path / "bad.svg").write_text(plain.replace("<rect", "<text>GVI</text><rect"))
    tab._set_logo(tmp_path / "bad.svg")
    qtbot.waitUntil(lambda: bool(told))
    assert ": text." in told[0]
    assert vault.read(office.get).logo == kept
