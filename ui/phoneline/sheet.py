"""The reading view of a call: what is to be done about it, what it was about, and the help that came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.help import Help, Stage
from gvi_desktop.domain.phonecall import Need
from gvi_desktop.services.phonecalls import CallView
from ui.kit.cards import card
from ui.kit.dates import show_date, show_moment
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.phoneline.columns import call_back, when
from ui.phoneline.danger import Danger


class Deeds(Protocol):
    """What the page does when a button of the sheet is pressed."""

    def edit(self) -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def called_back(self) -> None: ...
    def offer_help(self) -> None: ...
    def mark_reviewed(self) -> None: ...


class CallSheet(QObject):
    """Draws a call; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write

    def draw(self, detail: Detail, view: CallView, now: datetime) -> None:
        """Everything from top to bottom."""
        call, line, value = view.line.record, view.line, self.words.value
        detail.title(value(call.need) if call.need else self.tr("Call"), when(call))
        if call.acute_danger:
            detail.badge(self.words.label("phonecall", "acute_danger"), Tone.LATE)
        if line.waits:
            told = self.tr("Call back: {when}").format(when=call_back(line, now))
            detail.badge(told, Tone.LATE if line.late else Tone.SOON)
        detail.badge(value(call.caller))
        if call.anonymous:
            detail.badge(self.words.label("phonecall", "anonymous"))
        if self.may_write:
            self._actions(detail, view)
        if call.acute_danger and line.waits:
            detail.put(Danger())
        if call.imported:
            detail.notice(self.tr("Imported, and nobody has looked at it yet."), Tone.SOON)
        self._facts(detail, view)
        self._helps(detail, view)

    def _actions(self, detail: Detail, view: CallView) -> None:
        call = view.line.record
        if view.line.waits:
            detail.action(self.tr("Called back"), self.deeds.called_back, icon="phone", kind="primary")
        detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
        if call.person is None:
            detail.action(
                self.tr("The caller consents"), lambda: self.deeds.open_form("consent", view.id), icon="handshake"
            )
        if not view.helps and call.need is not Need.WRONG_NUMBER:
            detail.action(self.tr("Offer help"), self.deeds.offer_help, icon="life-buoy")
        if call.imported:
            detail.action(self.tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")

    def _facts(self, detail: Detail, view: CallView) -> None:
        call, value = view.line.record, self.words.value

        def row(field: str, shown: str) -> None:
            detail.row(self.words.label("phonecall", field), shown)

        detail.section(self.tr("The call"))
        if call.person:
            name = view.line.person or self.tr("Removed")
            detail.row(
                self.words.label("phonecall", "person"), name, lambda: self.deeds.go("person", call.person or "")
            )
        row("number", call.number)
        row("action", call.action)
        row("handed_to", call.handed_to)
        row("callback_due", show_moment(call.callback_due))
        row("callback_done", show_moment(call.callback_done))
        row("consents", ", ".join(call.consents))
        row("channel", value(call.channel))
        row("heard_from", value(call.heard_from))
        row("taken_by", call.taken_by)
        if call.note:
            row("note", said(self.words, call))

    def _helps(self, detail: Detail, view: CallView) -> None:
        if not view.helps:
            return
        again = self.tr("Offer more help") if self.may_write else ""
        detail.section(self.tr("Help that came of it"), again, lambda: self.deeds.open_form("more", view.id))
        detail.each(view.helps, self._help)

    def _help(self, offer: Help) -> QWidget:
        ended = offer.stage is Stage.ENDED
        return card(
            self.words.value(offer.help_kind) if offer.help_kind else self.words.kind("help"),
            act=lambda: self.deeds.go("help", offer.id),
            badges=[(self.words.value(offer.stage), Tone.NEUTRAL if ended else Tone.ACCENT)],
            lines=[" · ".join(part for part in (show_date(offer.asked_on), offer.provider) if part)],
        )
