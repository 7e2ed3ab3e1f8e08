"""A focus round drawn beside the incidents and the talks of its group."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.focusviews import FocusView, Happening, Moment
from ui.kit.charts import Span, TimeBars
from ui.kit.dates import show_date, today
from ui.kit.tokens import Tone
from ui.kit.words import Words

MARGIN = timedelta(days=7)
BEFORE = timedelta(days=90)
"""So far back from the round's start the drawing goes."""
INCIDENTS = 6


def chart(words: Words, view: FocusView) -> TimeBars | None:
    """Rounds as bars, the newest incidents each on a line of its own, and the weeks of talks as one bar."""
    record = view.line.record
    if record.start_on is None:
        return None
    first, last = record.start_on - BEFORE, record.end_on or today()
    seen = [one for one in view.moments if first <= one.on <= last + MARGIN]
    spans = [
        Span(_round(one.start_on), one.start_on, one.end_on or today(), Tone.NEUTRAL)
        for one in view.others
        if one.start_on is not None and one.start_on <= last and (one.end_on or today()) >= first
    ]
    own = QCoreApplication.translate("FocusChart", "This round")
    spans.append(Span(own, record.start_on, last, Tone.ACCENT))
    incidents = [one for one in seen if one.what is Happening.INCIDENT][-INCIDENTS:]
    spans += [Span(_named(words, one), one.on, one.on, Tone.LATE) for one in incidents]
    talks = [one.on for one in seen if one.what is Happening.TALK]
    if talks:
        many = QCoreApplication.translate("FocusChart", "{n} talks").format(n=len(talks))
        one = QCoreApplication.translate("FocusChart", "1 talk")
        spans.append(Span(many if len(talks) > 1 else one, min(talks), max(talks), Tone.GOOD))
    begin = min(span.start for span in spans)
    name = QCoreApplication.translate("FocusChart", "The round beside incidents and talks")
    return TimeBars(name, spans, max(begin, first) - MARGIN, last + MARGIN)


def _round(start: date | None) -> str:
    return QCoreApplication.translate("FocusChart", "Round from {date}").format(date=show_date(start))


def _named(words: Words, moment: Moment) -> str:
    what = words.value(moment.incident_type) if moment.incident_type else words.value(moment.what)
    return f"{what} {show_date(moment.on)[5:]}"
