"""A note about a person, and what it is: seen or documented, somebody's judgement, or told by others."""

from __future__ import annotations

from typing import Any

from gvi_desktop.domain.record import NoteMark
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.text import NoteField
from ui.kit.words import Words


class MarkField(ChoiceField):
    """The mark of a note: asked for as soon as the note says something."""

    def __init__(self, name: str, note: NoteField, label: str = "") -> None:
        super().__init__(name, NoteMark, label)
        self._note = note

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        if self.label == f"{kind}.{self.name}":
            self.label = words.label("common", "note_mark")

    def trouble(self) -> str:
        if self.value() is None and self._note.value():
            return self.tr("Say what the note is: a fact, an assessment or hearsay.")
        return ""


def marked(note: NoteField, mark: str = "") -> tuple[NoteField, MarkField]:
    """A note and, below it, its mark: `*marked(NoteField("note"))`."""
    return note, MarkField(mark or f"{note.name}_mark", note)


def said(words: Words, record: Any, note: str = "note", mark: str = "") -> str:
    """The note as it is shown: its mark first."""
    text, chosen = getattr(record, note), getattr(record, mark or f"{note}_mark", None)
    return f"{words.value(chosen)}: {text}" if text and chosen is not None else str(text)
