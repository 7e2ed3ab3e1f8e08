"""The time line of a person or a group in words: what the services found becomes lines of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from gvi_desktop.services.timeline import Moment
from ui.kit.dates import show_date, today
from ui.kit.event import Event
from ui.kit.tokens import Tone
from ui.kit.words import Words

TONES = {"incident": Tone.LATE, "focus_began": Tone.SOON, "help_asked": Tone.GOOD, "callin_result": Tone.ACCENT}
TONES |= {"callin_attended": Tone.ACCENT}
PLACES = frozenset(
    {"callin", "notification", "round", "person", "group", "letter", "help", "phonecall", "incident", "focus", "task"}
    | {"disclosure", "rightscase"}
)
"""Kinds that have a page to go to."""


def events(words: Words, moments: Iterable[Moment], go: Callable[[str, str], object]) -> list[Event]:
    """One line for each moment; `go(kind, id)` opens its record."""
    return [_event(words, moment, go) for moment in moments]


def _event(words: Words, moment: Moment, go: Callable[[str, str], object]) -> Event:
    coming = moment.on is not None and moment.on > today()
    return Event(
        show_date(moment.on) or "–",
        sentence(words, moment),
        moment.note,
        TONES.get(moment.what, Tone.NEUTRAL) if not coming else Tone.SOON,
        words.kind(moment.kind) if moment.what in TONES else "",
        (lambda: go(moment.kind, moment.id)) if moment.kind in PLACES and moment.id else None,
    )


def sentence(words: Words, moment: Moment) -> str:
    """The moment in words, a capital first."""
    values = {name: _shown(words, value) for name, value in moment.data.items()}
    text = words.text("timeline", moment.what, **values).strip(" ,:")
    return text[:1].upper() + text[1:]


def _shown(words: Words, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, Enum):
        return str(value)
    text = words.value(value)  # which does not begin with a capital inside a sentence
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
