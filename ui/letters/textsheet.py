"""One letter text to be read: what it says, what is wrong with it, its versions, and what can be done with it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.lettertext import LetterText, TextStatus
from gvi_desktop.services import letters, lettertexts
from gvi_desktop.services.lettertexts import TextView
from ui.kit.dates import show_date
from ui.kit.detail import Detail
from ui.kit.event import Event
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.letters.textlist import wording
from ui.letters.textreading import LetterReading


class Doing(Protocol):
    """What the sheet asks of its page."""

    words: Words

    @property
    def may_write(self) -> bool: ...
    def write_text(self) -> None: ...
    def use_text(self) -> None: ...
    def drop_text(self) -> None: ...
    def back_to_shipped(self) -> None: ...
    def sign_text(self) -> None: ...


def draw(detail: Detail, view: TextView, page: Doing) -> None:
    """The sheet of one kind of letter in one language."""
    line, words = view.line, page.words
    detail.title(words.value(line.letter_kind), letters.language_name(line.language, words.language))
    detail.badge(wording(line), Tone.ACCENT if line.used else Tone.NEUTRAL)
    if line.draft is not None:
        detail.badge(words.value(TextStatus.DRAFT), Tone.SOON)
    if not line.reviewed:
        detail.badge(QCoreApplication.translate("LetterTexts", "Not reviewed by a speaker"), Tone.SOON)
    if page.may_write:
        _actions(detail, view, page)
    for fault in view.faults:
        detail.notice(lettertexts.sentence(fault, words.language), Tone.LATE)
    detail.section(
        QCoreApplication.translate("LetterTexts", "The draft")
        if line.draft is not None
        else QCoreApplication.translate("LetterTexts", "The text")
    )
    detail.put(LetterReading(line.id, view.text, words))
    if line.used is not None and line.used.reviewed_by:
        said = f"{line.used.reviewed_by}, {show_date(line.used.reviewed_on)}"
        detail.row(words.label("lettertext", "reviewed_by"), said)
    if view.versions:
        detail.section(QCoreApplication.translate("LetterTexts", "Versions"))
        detail.timeline([_version(words, one) for one in view.versions])


def _actions(detail: Detail, view: TextView, page: Doing) -> None:
    line = view.line
    write = QCoreApplication.translate("LetterTexts", "Change the text")
    detail.action(write, page.write_text, icon="pencil", tip="F2", kind="" if line.draft else "primary")
    if line.draft is not None:
        use = QCoreApplication.translate("LetterTexts", "Take into use")
        detail.action(use, page.use_text, icon="check", kind="primary").setEnabled(not view.faults)
        drop = QCoreApplication.translate("LetterTexts", "Throw the draft away")
        detail.action(drop, page.drop_text, icon="trash-2", kind="quiet")
    elif not line.reviewed:
        sign = QCoreApplication.translate("LetterTexts", "Reviewed by a speaker…")
        detail.action(sign, page.sign_text, icon="languages")
    if line.used is not None:
        back = QCoreApplication.translate("LetterTexts", "Back to the program's own")
        detail.action(back, page.back_to_shipped, icon="undo-2", kind="quiet")


def _version(words: Words, one: LetterText) -> Event:
    day = one.approved_on or one.made_at.date()
    number = words.label("lettertext", "version")
    tone = Tone.GOOD if one.status is TextStatus.IN_USE else Tone.NEUTRAL
    who = one.approved_by or one.made_by
    return Event(show_date(day), f"{number} {one.version}", who, tone, words.value(one.status))
