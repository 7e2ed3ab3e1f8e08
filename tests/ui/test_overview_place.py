"""The place Overview: what waits is told in words and leads to where it is dealt with."""

from collections.abc import Iterator
from datetime import date, time

import pytest
import shiboken6
from kit.people import group, link, person
from kit.vaults import NOON
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.callin import CallinDraft
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.membership import Membership
from gvi_desktop.services import callins
from gvi_desktop.services.workspace import Workspace
from ui.kit import dates
from ui.kit.desk import Desk
from ui.overview.page import OverviewPage


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's clock stands where the vault's does."""
    monkeypatch.setattr(dates, "now", lambda: NOON)


@pytest.fixture
def page(desk: Desk, workspace: Workspace) -> Iterator[OverviewPage]:
    north, one = group(workspace), person(workspace)
    held = link(workspace, one, north)
    workspace.write(callins.create, CallinDraft(number=4, on=date(2026, 12, 1), start=time(18)))
    workspace.write(lambda unit: unit.add(Incident, IncidentDraft(on=date(2026, 11, 1), group=north)))
    workspace.write(lambda unit: unit.change(Membership, held, source=""))
    made = OverviewPage(desk)
    made.resize(1200, 800)
    made.show()
    made.arrive()
    yield made
    shiboken6.delete(made)


def texts(page: OverviewPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel)]


def test_each_topic_of_the_next_call_in_has_its_light_in_words(qtbot: QtBot, page: OverviewPage) -> None:
    qtbot.waitUntil(lambda: "Scripts: 1 left" in texts(page))
    assert {"Messages: 3 left", "Speakers: 1 left", "Invited: 1 left", "Rehearsal: 1 left"} <= set(texts(page))


def test_an_incident_without_a_decision_waits_and_leads_to_its_page(qtbot: QtBot, page: OverviewPage) -> None:
    qtbot.waitUntil(lambda: "Incidents to decide on" in texts(page))
    line = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "Shooting, 2026-11-01")
    with qtbot.waitSignal(page.desk.go) as gone:
        line.click()
    assert gone.args[0] == "incident"


def test_data_quality_is_counted_after_the_page_stands(qtbot: QtBot, page: OverviewPage) -> None:
    qtbot.waitUntil(lambda: "Data quality: records to look at" in texts(page))
