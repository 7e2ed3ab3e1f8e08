"""The next call-in on the overview: its day, the decisions, a light for each topic, and what still stops it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.services.overview import NextCallin, Overview
from ui.kit.badge import Badge
from ui.kit.dates import show_date
from ui.kit.desk import Desk
from ui.kit.flow import Flow
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.overview.cards import Card, Line

STOPS_SHOWN = 4
NEAR = 3
"""So many days before the meeting, what is not ready is late."""


def callin_card(found: Overview, words: Words, desk: Desk) -> Card:
    """The card; without a call-in ahead, the way to plan one."""
    card = Card(QCoreApplication.translate("Overview", "Next call-in"))
    ahead = found.callin
    if ahead is None:
        card.say(QCoreApplication.translate("Overview", "No call-in is planned."))
        plan = QCoreApplication.translate("Overview", "Plan a call-in")
        card.more(plan, lambda: desk.create.emit("callins", "new", ""))
        return card
    record = ahead.record
    name = QCoreApplication.translate("Overview", "Call-in {number}").format(number=record.number)
    day = show_date(record.on) if record.on else ""

    def act() -> None:
        desk.go.emit("callin", record.id)

    text = " · ".join(part for part in (name, day, record.venue) if part)
    card.lines([Line(text, _days(ahead.days), Tone.ACCENT, act)])
    card.put(_flow(_decisions(ahead, words)))
    card.put(_flow(_lights(ahead, words)))
    if not ahead.stops:
        card.say(QCoreApplication.translate("Overview", "Nothing stops it."))
    for stop in ahead.stops[:STOPS_SHOWN]:
        card.say("• " + words.problem(stop, "callin"))
    if len(ahead.stops) > STOPS_SHOWN:
        rest = QCoreApplication.translate("Overview", "{number} more things stop it")
        card.more(rest.format(number=len(ahead.stops) - STOPS_SHOWN), act)
    return card


def _days(days: int) -> str:
    if days == 0:
        return QCoreApplication.translate("Overview", "today")
    if days == 1:
        return QCoreApplication.translate("Overview", "tomorrow")
    return QCoreApplication.translate("Overview", "in {days} days").format(days=days)


def _decisions(ahead: NextCallin, words: Words) -> list[Badge]:
    badges = []
    for hours, decision in (("72", ahead.record.go_72), ("24", ahead.record.go_24)):
        shown = words.value(decision) if decision else QCoreApplication.translate("Overview", "not decided")
        tone = Tone.GOOD if decision is not None and decision.value == "go" else Tone.NEUTRAL
        text = QCoreApplication.translate("Overview", "{hours} h: {decision}").format(hours=hours, decision=shown)
        badges.append(Badge(text, tone))
    return badges


def _lights(ahead: NextCallin, words: Words) -> list[Badge]:
    ready = QCoreApplication.translate("Overview", "{topic}: ready")
    left = QCoreApplication.translate("Overview", "{topic}: {count} left")
    waits = Tone.LATE if ahead.days <= NEAR else Tone.SOON
    return [
        Badge(left.format(topic=words.value(one.topic), count=one.stops), waits)
        if one.stops
        else Badge(ready.format(topic=words.value(one.topic)), Tone.GOOD)
        for one in ahead.lights
    ]


def _flow(badges: Iterable[Badge]) -> QWidget:
    holder = QWidget()
    flow = Flow(holder, px(0.75))
    for badge in badges:
        flow.addWidget(badge)
    return holder
