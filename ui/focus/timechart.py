"""A focus round drawn beside the incidents and talks of its group: rounds as bars, everything else as a tick a day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.focus import Focus
from gvi_desktop.services.focusviews import FocusView, Happening
from ui.kit.charts import Span, TimeBars
from ui.kit.dates import show_date, today
from ui.kit.tokens import Tone

MARGIN = timedelta(days=7)
BEFORE = timedelta(days=90)
"""So far back from the round's start the drawing goes."""
TONES = {
    Happening.INCIDENT: Tone.LATE,
    Happening.TALK: Tone.GOOD,
    Happening.MEASURE: Tone.ACCENT,
    Happening.REVIEW: Tone.SOON,
}
"""What has a row of ticks, from the top."""


def chart(view: FocusView) -> TimeBars | None:
    """This round and others as bars; below, a row of ticks each for incidents, talks, measures and reviews."""
    record = view.line.record
    if record.start_on is None:
        return None
    first, last = record.start_on - BEFORE, record.end_on or today()
    spans = [
        Span(_round(one), one.start_on, one.end_on or today(), Tone.NEUTRAL)
        for one in view.others
        if one.start_on is not None and one.start_on <= last and (one.end_on or today()) >= first
    ]
    own = QCoreApplication.translate("FocusChart", "This round")
    spans.append(Span(own, record.start_on, last, Tone.ACCENT))
    for what, tone in TONES.items():
        days = tuple(one.on for one in view.moments if one.what is what and first <= one.on <= last + MARGIN)
        if days:
            spans.append(Span(_named(what, len(days)), days[0], days[-1], tone, days))
    begin = min(span.start for span in spans)
    name = QCoreApplication.translate("FocusChart", "The round beside incidents, talks, measures and reviews")
    return TimeBars(name, spans, max(begin, first) - MARGIN, last + MARGIN)


def _round(one: Focus) -> str:
    return QCoreApplication.translate("FocusChart", "Round from {date}").format(date=show_date(one.start_on))


def _named(what: Happening, number: int) -> str:
    """The name of a row of ticks, with how many there are."""
    if what is Happening.INCIDENT:
        text = QCoreApplication.translate("FocusChart", "Incidents: {n}")
    elif what is Happening.TALK:
        text = QCoreApplication.translate("FocusChart", "Talks: {n}")
    elif what is Happening.MEASURE:
        text = QCoreApplication.translate("FocusChart", "Measures: {n}")
    else:
        text = QCoreApplication.translate("FocusChart", "Reviews: {n}")
    return text.format(n=number)
