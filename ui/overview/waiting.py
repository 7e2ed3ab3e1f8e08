"""The cards of what waits beside tasks and the next call-in: each is there only while something does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.incident import IncidentType
from gvi_desktop.domain.phonecall import Need
from gvi_desktop.services.overview import Overview
from gvi_desktop.services.waiting import Waiting
from ui.kit.dates import show_date
from ui.kit.desk import Desk
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.overview.cards import Card, Line
from ui.overview.columns import Piece


def waiting_line(desk: Desk, one: Waiting, text: str) -> Line:
    """One thing that waits, with its day."""
    tone = Tone.LATE if one.late else Tone.SOON
    return Line(text, show_date(one.due) if one.due else "", tone, lambda: desk.go.emit(one.kind, one.id))


def waiting_cards(found: Overview, words: Words, desk: Desk) -> list[Piece]:
    """Call-backs, incidents, focus rounds, call-ins to close, help, aftercare: those that have something."""
    caller = QCoreApplication.translate("Overview", "A caller")
    month = QCoreApplication.translate("Overview", "{person}, after {months} months")
    callin = QCoreApplication.translate("Overview", "Call-in {number}")
    nobody = QCoreApplication.translate("Overview", "anonymous")
    more = QCoreApplication.translate("Overview", "Show all")
    cards: list[Piece] = []

    def add(name: str, shown: Sequence[Waiting], count: int, say: Callable[[Waiting], str], place: str) -> None:
        if not shown:
            return

        def make() -> Card:
            card = Card(name, count, Tone.LATE if any(one.late for one in shown) else Tone.SOON)
            card.lines([waiting_line(desk, one, say(one)) for one in shown])
            if count > len(shown):
                card.more(more, lambda: desk.go.emit(place, ""))
            return card

        cards.append(Piece(name, (tuple(shown), count), make))

    add(
        QCoreApplication.translate("Overview", "Call back"),
        found.callbacks,
        len(found.callbacks),
        lambda one: words.value(Need(one.title)) if one.title else caller,
        "phoneline",
    )
    add(
        QCoreApplication.translate("Overview", "Incidents to decide on"),
        found.incidents.shown,
        found.incidents.count,
        lambda one: words.value(IncidentType(one.title)),
        "focus",
    )
    add(
        QCoreApplication.translate("Overview", "Focus rounds to review"),
        found.focus,
        len(found.focus),
        lambda one: one.title,
        "focus",
    )
    add(
        QCoreApplication.translate("Overview", "Call-ins to close"),
        found.unclosed.shown,
        found.unclosed.count,
        lambda one: callin.format(number=one.title),
        "callins",
    )
    add(
        QCoreApplication.translate("Overview", "Follow-ups of help"),
        found.help_follow_ups.shown,
        found.help_follow_ups.count,
        lambda one: month.format(person=one.title or nobody, months=one.days),
        "help",
    )
    add(
        QCoreApplication.translate("Overview", "Speakers to get in touch with"),
        found.care.shown,
        found.care.count,
        lambda one: one.title,
        "callins",
    )
    return cards


def also_waiting(found: Overview, faults: int, bundles: int) -> tuple[tuple[int, str, str], ...]:
    """What is only counted: how many, what they are, and the place (and its tab) where they are dealt with."""
    rows = (
        (found.first_contacts, QCoreApplication.translate("Overview", "Help: first contact not made yet"), "help"),
        (found.reviews, QCoreApplication.translate("Overview", "People to review"), "reviews"),
        (found.link_approvals, QCoreApplication.translate("Overview", "Links to groups to approve"), "people"),
        (found.link_reviews, QCoreApplication.translate("Overview", "Links to groups to review"), "reviews"),
        (found.group_reviews, QCoreApplication.translate("Overview", "Groups to review"), "reviews"),
        (faults, QCoreApplication.translate("Overview", "Data quality: records to look at"), "people"),
        (found.retention, QCoreApplication.translate("Overview", "People whose time is up"), "office/retention"),
        (found.erased_names, QCoreApplication.translate("Overview", "Names to decide on"), "office/retention"),
        (found.samples, QCoreApplication.translate("Overview", "Entries of the history to review"), "office/review"),
        (found.rights, QCoreApplication.translate("Overview", "Rights cases to answer"), "office/rights"),
        (found.restore_test, QCoreApplication.translate("Overview", "Backups: restore one for trial"), "office/safety"),
        (found.recalls, QCoreApplication.translate("Overview", "Recalls to answer"), "exchange"),
        (found.conflicts, QCoreApplication.translate("Overview", "Conflicts after an exchange"), "exchange"),
        (bundles, QCoreApplication.translate("Overview", "Bundles to read in the exchange folder"), "exchange/folder"),
        (found.bundles_unread, QCoreApplication.translate("Overview", "Bundles not read whole"), "exchange"),
    )

    return tuple(row for row in rows if row[0])


def also_waiting_card(rows: Sequence[tuple[int, str, str]], desk: Desk) -> Card:
    """The card of what is only counted."""
    card = Card(QCoreApplication.translate("Overview", "Also waiting"))

    def opener(place: str) -> Callable[[], None]:
        key, _, part = place.partition("/")
        return lambda: desk.go.emit(key, part)

    card.lines([Line(text, str(number), Tone.SOON, opener(place)) for number, text, place in rows])
    if not rows:
        card.say(QCoreApplication.translate("Overview", "Nothing else waits."))
    return card
