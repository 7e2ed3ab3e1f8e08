"""Disclosures: the register of what was handed out and received, on which ground, and what was recalled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.disclosure import RecallState
from gvi_desktop.services.disclosures import DisclosureLine
from gvi_desktop.services.exchangeviews import ExchangeView
from ui.exchange.sides import Doing, SideTab
from ui.exchange.whatleft import what_in_words
from ui.kit.dates import show_date
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words


def _columns(words: Words) -> tuple[Column[DisclosureLine], ...]:
    return (
        Column(words.label("disclosure", "on"), lambda one: show_date(one.record.on), width=11),
        Column(words.label("disclosure", "way"), lambda one: words.value(one.record.way), width=16),
        Column(
            QCoreApplication.translate("DisclosuresTab", "To or from"),
            lambda one: one.record.agency or one.record.contact,
            width=0,
        ),
        Column(
            QCoreApplication.translate("DisclosuresTab", "State"),
            lambda one: _state(one),
            width=12,
            tone=lambda one: _tone(one),
        ),
    )


def waits(line: DisclosureLine) -> bool:
    """Whether a colleague's recall has not been answered yet."""
    return line.record.received and line.record.recall_state is RecallState.ASKED


def _state(line: DisclosureLine) -> str:
    if waits(line):
        return QCoreApplication.translate("DisclosuresTab", "To answer")
    if line.record.recalled_on is not None:
        return QCoreApplication.translate("DisclosuresTab", "Recalled")
    if line.record.received:
        return QCoreApplication.translate("DisclosuresTab", "Received")
    return QCoreApplication.translate("DisclosuresTab", "Given")


def _tone(line: DisclosureLine) -> Tone:
    if line.record.recalled_on is not None:
        return Tone.LATE
    return Tone.ACCENT if line.record.received else Tone.NEUTRAL


class DisclosuresTab(SideTab):
    """Bundles, prints and files enter themselves; what was told is noted by hand."""

    def __init__(self, page: Doing) -> None:
        super().__init__(page, self.tr("Disclosures"), _columns(page.words))
        step = self.tr("Note a spoken disclosure") if page.may_write else ""
        if step:
            self.add_button(step, self._note, "mic")
        sentence = self.tr("Every bundle, print and file that leaves is entered here, and what is told to others.")
        self.table.say_when_empty("scroll-text", sentence, step, self._note)

    def lines(self, view: ExchangeView) -> Sequence[DisclosureLine]:
        return view.disclosures

    def draw_none(self) -> None:
        if self.model.rowCount():
            super().draw_none()

    def draw(self, line: DisclosureLine) -> None:
        one, detail, words = line.record, self.detail, self.words
        name = one.contact if not one.agency or one.agency == one.contact else f"{one.agency}, {one.contact}"
        detail.title(name.strip(", ") or words.value(one.way), show_date(one.on))
        detail.badge(words.value(one.way))
        detail.badge(_state(line), _tone(line))
        if self.page.may_export and not one.received and one.recalled_on is None:
            detail.action(self.tr("Recall…"), lambda: self.page.open_form("recall", line.id), icon="undo-2")
        if waits(line):
            why = self.tr("{name} recalls it: {why}").format(name=one.contact or one.agency, why=one.recalled_why)
            detail.notice(why, Tone.LATE)
            if self.page.may_export:
                answer = lambda: self.page.open_form("answer", line.id)  # noqa: E731
                detail.action(self.tr("Answer the recall…"), answer, icon="check", kind="primary")
        detail.row(words.label("disclosure", "what"), what_in_words(words, one.what))
        detail.row(words.label("disclosure", "records"), str(one.records) if one.records else "")
        detail.row(words.label("disclosure", "people"), ", ".join(line.people))
        detail.row(words.label("disclosure", "ground"), line.ground)
        detail.row(words.label("disclosure", "weighing"), one.weighing)
        detail.row(words.label("disclosure", "conditions"), one.conditions)
        detail.row(words.label("disclosure", "decided_by"), one.decided_by)
        if one.recalled_on is not None:
            detail.section(self.tr("Recalled"))
            detail.row(words.label("disclosure", "recalled_on"), show_date(one.recalled_on))
            detail.row(words.label("disclosure", "recalled_why"), one.recalled_why)
            if one.recall_state is not None:
                detail.row(words.label("disclosure", "recall_state"), words.value(one.recall_state))
            detail.row(words.label("disclosure", "recall_answer"), one.recall_answer)
            if one.recall_answered_on is not None:
                detail.row(
                    words.label("disclosure", "recall_answered_by"),
                    f"{one.recall_answered_by}, {show_date(one.recall_answered_on)}",
                )

    def _note(self) -> None:
        self.page.open_form("spoken")
