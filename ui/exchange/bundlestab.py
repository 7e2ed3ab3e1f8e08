"""Bundles: every one sent or taken in, and what became of it; never a tick before a receipt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.accounts import BundleLine
from gvi_desktop.services.exchangeviews import ExchangeView
from ui.exchange.sides import Doing, SideTab
from ui.exchange.tones import BUNDLE
from ui.kit.dates import show_moment
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words


def _columns(words: Words) -> tuple[Column[BundleLine], ...]:
    return (
        Column(QCoreApplication.translate("BundlesTab", "When"), lambda one: show_moment(one.at), width=16),
        Column(
            QCoreApplication.translate("BundlesTab", "Contact"),
            lambda one: f"{words.text('exchange', one.direction)} {one.contact}".strip(),
            width=0,
        ),
        Column(
            QCoreApplication.translate("BundlesTab", "Records"),
            lambda one: "" if one.status == "receipt" else str(one.records),
            lambda one: one.records,
            width=9,
            right=True,
        ),
        Column(
            QCoreApplication.translate("BundlesTab", "State"),
            lambda one: words.text("exchange", one.status),
            width=12,
            tone=lambda one: BUNDLE.get(one.status, Tone.NEUTRAL),
        ),
    )


class BundlesTab(SideTab):
    """A bundle of ours is *sent* until the other side has said that it was taken in."""

    def __init__(self, page: Doing) -> None:
        super().__init__(page, self.tr("Bundles"), _columns(page.words))
        self.table.say_when_empty("archive", self.tr("Bundles that were sent or taken in are listed here."))

    def lines(self, view: ExchangeView) -> Sequence[BundleLine]:
        return view.bundles

    def draw_none(self) -> None:
        if self.model.rowCount():
            super().draw_none()

    def draw(self, line: BundleLine) -> None:
        words, detail = self.words, self.detail
        detail.title(f"{words.text('exchange', line.direction)} {line.contact}".strip(), show_moment(line.at))
        detail.badge(words.text("exchange", line.status), BUNDLE.get(line.status, Tone.NEUTRAL))
        if line.status == "receipt":
            detail.text(self.tr("A receipt holds no records: it only says which bundles were taken in."), quiet=True)
        elif line.ours and line.status == "sent":
            detail.text(
                self.tr("No receipt has come yet. A lost bundle heals itself: the next one holds the same again."),
                quiet=True,
            )
        if not line.ours and line.status == "merged" and self.page.may_export:
            detail.action(
                self.tr("Write a receipt…"), lambda: self.page.receipt_for(line.bundle), icon="clipboard-check"
            )
        if line.status != "receipt":
            detail.row(self.tr("Records"), str(line.records))
            detail.row(self.tr("Kept aside, not readable yet"), str(line.quarantined) if line.quarantined else "")
            detail.row(self.tr("Part of the log"), f"{line.lo}–{line.hi}")
        detail.row(self.tr("File"), line.name)
        detail.row(self.tr("Name of the bundle"), line.bundle)
