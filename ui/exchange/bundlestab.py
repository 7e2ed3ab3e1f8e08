"""Bundles: every one sent or taken in, and what became of it; never a tick before a receipt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.accounts import BundleLine
from gvi_desktop.services.exchangeviews import ExchangeView
from ui.exchange.sides import Doing, SideTab, breakable, when
from ui.exchange.tones import BUNDLE, UNCOUNTED
from ui.kit.dates import show_moment
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words


def _columns(words: Words) -> tuple[Column[BundleLine], ...]:
    return (
        Column(
            QCoreApplication.translate("BundlesTab", "When"), lambda one: when(one.at), lambda one: one.at, width=16
        ),
        Column(
            QCoreApplication.translate("BundlesTab", "Contact"),
            lambda one: f"{words.text('exchange', one.direction)} {one.contact}".strip(),
            width=0,
        ),
        Column(
            QCoreApplication.translate("BundlesTab", "Records"),
            lambda one: "" if one.status in UNCOUNTED else str(one.records),
            lambda one: one.records,
            width=9,
            right=True,
        ),
        Column(
            QCoreApplication.translate("BundlesTab", "State"),
            lambda one: words.text("exchange", one.state),
            width=12,
            tone=lambda one: BUNDLE.get(one.state, Tone.NEUTRAL),
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
        detail.badge(words.text("exchange", line.state), BUNDLE.get(line.state, Tone.NEUTRAL))
        detail.text(self._advice(line), quiet=True)
        if line.why:
            # Of ours it was the other side that met it: the sentence for who has the file would mislead.
            told = f"their_{line.why}" if line.ours and line.status == "refused" else ""
            section, name = ("exchange", told) if told else ("errors", line.why)
            detail.text(words.sentence(section, name, {"name": line.contact}))
        if not line.ours and line.status in ("merged", "refused") and self.page.may_export:
            detail.action(
                self.tr("Write a receipt…"), lambda: self.page.receipt_for(line.bundle), icon="clipboard-check"
            )
        if line.status != "receipt":
            detail.row(self.tr("Records"), "" if line.status in UNCOUNTED else str(line.records))
            detail.row(self.tr("Kept aside, not readable yet"), str(line.quarantined) if line.quarantined else "")
            detail.row(self.tr("Left as they are: not the sender's to write"), str(line.withheld or ""))
            detail.row(self.tr("Came once more"), self.tr("%n time(s)", "", line.again) if line.again else "")
            detail.row(self.tr("Part of the log"), f"{line.lo}–{line.hi}")
        detail.row(self.tr("File"), breakable(line.name))
        detail.row(self.tr("Name of the bundle"), breakable(line.bundle))

    def _advice(self, line: BundleLine) -> str:
        """What the state means and what there is to do."""
        said = {
            "receipt": self.tr("A receipt holds no records: it only says which bundles were taken in."),
            "waiting": self.tr("It is being written. It is not called sent before it stands where you wanted it."),
            "not_sent": self.tr(
                "It did not get there, and nothing of it was handed out. Nothing is lost: the next one holds the same "
                "again."
            ),
            "unsure": self.tr(
                "Nobody knows whether it got there: the folder did not answer, or the program was ended. Look there. "
                "You can send again in any case: what they have already is not changed by it."
            ),
            "sent": self.tr(
                "No receipt has come yet. A lost bundle heals itself: the next one holds the same again."
            ),
            "received": self.tr("It has arrived there. A receipt that says what became of it has not come yet."),
            "merged": self.tr("The other side says that it was taken in.") if line.ours else self.tr("Nothing to do."),
            "refused": self.tr("The other side did not take it in. Send it anew when the reason is gone.")
            if line.ours
            else self.tr("It was not taken in here. A receipt tells the sender why."),
            "missing": self.tr(
                "It has not come. Your next bundle or receipt asks for what is missing; nothing else to do."
            ),
            "repeated": self.tr("It came more than once. Nothing was changed the second time."),
            "older": self.tr("It held nothing newer than what was here. Nothing was overwritten."),
            "forked": self.tr(
                "Two bundles claim the same part of the sender's log. Ask whether their vault was copied."
            ),
            "restored": self.tr("The sender has restored a backup. Everything came again, nothing is lost."),
        }
        return said.get(line.state, "")
