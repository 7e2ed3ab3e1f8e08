"""The year at a glance: talks by month, attendance at the newest call-in, focus rounds on a time line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.services.overview import Overview
from ui.kit.charts import Bar, BarChart, Funnel, Span, Stage, TimeBars
from ui.kit.dates import short_month, show_date
from ui.overview.cards import Card
from ui.overview.columns import Piece


def year_pieces(found: Overview) -> list[Piece]:
    """The charts; focus rounds only for who reads of them."""
    pieces = [
        Piece("talks", found.months, lambda: talks(found)),
        Piece("attendance", found.attended, lambda: attendance(found)),
    ]
    if found.rounds is not None:
        pieces.append(Piece("focus", (found.rounds, found.period), lambda: focus_rounds(found)))
    return pieces


def talks(found: Overview) -> QWidget:
    """Talks by month, those with somebody under 18 marked."""
    name = QCoreApplication.translate("Overview", "Talks by month")
    card = Card(name)
    if not any(number for _, number, _ in found.months):
        card.say(QCoreApplication.translate("Overview", "No talks in the last twelve months."))
        return card
    bars = [Bar(short_month(int(month[5:])), number, young, month) for month, number, young in found.months]
    all_ = QCoreApplication.translate("Overview", "Talks")
    young = QCoreApplication.translate("Overview", "of which with somebody under 18")
    month = QCoreApplication.translate("Overview", "Month")
    card.put(BarChart(name, bars, all_, young, month))
    return card


def attendance(found: Overview) -> QWidget:
    """How many were called, came and stayed, last time."""
    last = found.attended
    if last is None:
        card = Card(QCoreApplication.translate("Overview", "Attendance"))
        card.say(QCoreApplication.translate("Overview", "No call-in has been held in the last year."))
        return card
    name = QCoreApplication.translate("Overview", "Attendance at call-in {number}").format(number=last.number)
    card = Card(name)
    if last.date is not None:
        card.say(show_date(last.date))
    stages = (
        Stage(QCoreApplication.translate("Overview", "Called"), last.called),
        Stage(QCoreApplication.translate("Overview", "Came"), last.came),
        Stage(QCoreApplication.translate("Overview", "Stayed"), last.stayed),
    )
    card.put(Funnel(name, stages))
    return card


def focus_rounds(found: Overview) -> QWidget:
    """Focus rounds as bars on the year's time line."""
    name = QCoreApplication.translate("Overview", "Focus rounds")
    card = Card(name)
    spans = [Span(one.group, one.start, one.end) for one in found.rounds or () if one.start is not None]
    if not spans or found.period.first is None or found.period.last is None:
        card.say(QCoreApplication.translate("Overview", "No focus round in the last year."))
        return card
    card.put(TimeBars(name, spans, found.period.first, found.period.last))
    return card
