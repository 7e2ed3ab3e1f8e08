"""The places of the window and the services the shell asks; each page is imported when it is first visited."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gvi_desktop import wording
from gvi_desktop.services import conflicts, focusing, helping, notifications, phonecalls, roster, search, tasks, undo
from ui.kit.desk import Desk
from ui.kit.place import Place
from ui.kit.spec import Hit, PlaceSpec, ShellWork, Status

if TYPE_CHECKING:
    from gvi_desktop.services.unit import Unit


def _overview(desk: Desk) -> Place:
    from ui.overview.page import OverviewPage

    return OverviewPage(desk)


def _callins(desk: Desk) -> Place:
    from ui.callins.page import CallinsPage

    return CallinsPage(desk)


def _notifications(desk: Desk) -> Place:
    from ui.notifications.page import NotificationsPage

    return NotificationsPage(desk)


def _people(desk: Desk) -> Place:
    from ui.people.page import PeoplePage

    return PeoplePage(desk)


def _groups(desk: Desk) -> Place:
    from ui.groups.page import GroupsPage

    return GroupsPage(desk)


def _scripts(desk: Desk) -> Place:
    from ui.scripts.page import ScriptsPage

    return ScriptsPage(desk)


def _letters(desk: Desk) -> Place:
    from ui.letters.page import LettersPage

    return LettersPage(desk)


def _phoneline(desk: Desk) -> Place:
    from ui.phoneline.page import PhoneLinePage

    return PhoneLinePage(desk)


def _focus(desk: Desk) -> Place:
    from ui.focus.page import FocusPage

    return FocusPage(desk)


def _help(desk: Desk) -> Place:
    from ui.help.page import HelpPage

    return HelpPage(desk)


def _tasks(desk: Desk) -> Place:
    from ui.tasks.page import TasksPage

    return TasksPage(desk)


def _exchange(desk: Desk) -> Place:
    from ui.exchange.page import ExchangePage

    return ExchangePage(desk)


def _office(desk: Desk) -> Place:
    from ui.office.page import OfficePage

    return OfficePage(desk)


def _reviews(desk: Desk) -> Place:
    from ui.reviews.page import ReviewsPage

    return ReviewsPage(desk)


def _import(desk: Desk) -> Place:
    from ui.intake.page import ImportPage

    return ImportPage(desk)


PLACES: tuple[PlaceSpec, ...] = (
    PlaceSpec("overview", "layout-dashboard", lambda: QCoreApplication.translate("Places", "Overview"), _overview),
    PlaceSpec(
        "callins", "presentation", lambda: QCoreApplication.translate("Places", "Call-ins"), _callins,
        frozenset({"callin", "invitee", "speaker"}),
    ),
    PlaceSpec(
        "notifications", "footprints", lambda: QCoreApplication.translate("Places", "Notifications"), _notifications,
        frozenset({"notification", "round"}), notifications.waiting,
    ),
    PlaceSpec(
        "people", "users", lambda: QCoreApplication.translate("Places", "People"), _people,
        frozenset({"person", "membership", "guardian", "pause", "extension"}), roster.due_count,
    ),
    PlaceSpec(
        "groups", "network", lambda: QCoreApplication.translate("Places", "Groups"), _groups, frozenset({"group"})
    ),
    PlaceSpec(
        "scripts", "scroll-text", lambda: QCoreApplication.translate("Places", "Scripts"), _scripts,
        frozenset({"script", "block"}),
    ),
    PlaceSpec(
        "letters", "mail", lambda: QCoreApplication.translate("Places", "Letters"), _letters, frozenset({"letter"})
    ),
    PlaceSpec(
        "phoneline", "phone", lambda: QCoreApplication.translate("Places", "Phone line"), _phoneline,
        frozenset({"phonecall"}), phonecalls.waiting,
    ),
    PlaceSpec(
        "focus", "target", lambda: QCoreApplication.translate("Places", "Focus rounds"), _focus,
        frozenset({"focus", "incident", "measure"}), focusing.waiting,
    ),
    PlaceSpec(
        "help", "life-buoy", lambda: QCoreApplication.translate("Places", "Help"), _help, frozenset({"help"}),
        helping.waiting,
    ),
    PlaceSpec(
        "tasks", "list-checks", lambda: QCoreApplication.translate("Places", "Tasks"), _tasks, frozenset({"task"}),
        tasks.waiting,
    ),
    PlaceSpec(
        "exchange", "arrow-left-right", lambda: QCoreApplication.translate("Places", "Exchange"), _exchange,
        frozenset({"contact", "disclosure"}), conflicts.count,
    ),
    PlaceSpec(
        "office", "building-2", lambda: QCoreApplication.translate("Places", "Office"), _office,
        frozenset({"office", "user", "agency", "regime", "ground", "rightscase"}),
    ),
    PlaceSpec(
        "reviews", "clipboard-check", lambda: QCoreApplication.translate("Places", "Reviews"), _reviews, aside=True
    ),
    PlaceSpec(
        "import", "upload", lambda: QCoreApplication.translate("Places", "Import a workbook"), _import, aside=True
    ),
)  # fmt: skip


def _found(unit: Unit, text: str) -> Sequence[Hit]:
    return [Hit(hit.kind, hit.id, hit.title, hit.note) for hit in search.find(unit, text)]


def _status(unit: Unit) -> Status:
    return Status(unit.office.programme, unit.office.time_zone)


def load_pages() -> None:
    """Import the pages off the window's thread, so that a first visit does not wait for it; the busiest come first."""
    wording.load()
    names = ("overview", "people", "notifications", "callins", "tasks", "groups", "phoneline", "letters")
    for name in (*names, "focus", "help", "scripts", "exchange", "office", "intake", "reviews"):
        import_module(f"ui.{name}.page")


WORK = ShellWork(search=_found, undo=undo.undo, redo=undo.redo, status=_status)
