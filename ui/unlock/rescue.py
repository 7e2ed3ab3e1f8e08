"""A damaged vault: what can still be read of it, and the newest backup that is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton

from gvi_desktop.services.doortimes import told
from gvi_desktop.wording import Words as CoreWords
from ui.kit.text import button, label, line, muted
from ui.kit.theme import px
from ui.unlock.card import Card

if TYPE_CHECKING:
    from gvi_desktop.services.rescue import Found, Lost

SHOWN = 6


class RescueCard(Card):
    """`look`, `save` and `restore` go on; the damaged vault is not touched by any of them."""

    look = Signal()
    save = Signal()
    restore = Signal()
    back = Signal()

    def __init__(self, found: Found, language: str, *, readable: bool) -> None:
        super().__init__(
            self.tr("Rescue of a damaged vault"),
            self.tr("The damaged files are only read and stay as they are. Nothing you choose here changes them."),
            wide=72,
        )
        self.column.setSpacing(px(1.5))
        self._first: QPushButton | None = None
        words = CoreWords(language)
        self.column.addWidget(label(self._pages(found), strong=True))
        if lost := [self._lost(one, words) for one in found.kinds if one.lost][:SHOWN]:
            # One paragraph and not each its own: with large text the ways on would be out of sight.
            self.column.addWidget(label("\n".join(lost)))
        if readable and not found.lost:
            self.column.addWidget(label(self.tr("No record was lost.")))
        if readable:
            only = self.tr("To look and export; it cannot be changed.")
            self._way(self.tr("Look at what can be read"), self.look, only)
            self._way(
                self.tr("Save what can be read as a new vault"), self.save,
                self.tr("It is laid beside the damaged one and opened, and you can go on working in it."),
            )  # fmt: skip
        self.column.addWidget(line())
        good = found.backup
        if good is None:
            self.column.addWidget(label(self.tr("There is no backup beside the vault that is whole.")))
        else:
            made = told(good.made_at, words, found.zone)
            missing = "" if good.missing is None else str(good.missing)
            since = self.tr("Later entries that are not in it: {missing}.").format(missing=missing) if missing else ""
            self._way(
                self.tr("Restore the backup of {moment}").format(moment=made), self.restore,
                self.tr("It was opened and every page checked. {since}").format(since=since).strip() + "\n" + self.tr(
                    "Who was erased after it was made is erased again, as far as the damaged vault can still tell; you "
                    "are told if it cannot."
                ),
            )  # fmt: skip
        self.end()
        self.column.addWidget(button(self.tr("Back"), self.back.emit, kind="quiet"))

    def first(self) -> None:
        if self._first is not None:
            self._first.setFocus()

    def _lost(self, one: Lost, words: CoreWords) -> str:
        kind = self.tr("History") if one.kind == "journal" else words.kind(one.kind)
        text = self.tr("{kind}: {read} read, at most {lost} lost")
        return text.format(kind=kind[:1].upper() + kind[1:], read=one.read, lost=one.lost)

    def _pages(self, found: Found) -> str:
        if not found.pages:
            return self.tr("Nothing of the vault can be read any more.")
        if not found.bad:
            return self.tr("All pages of the vault are authentic.")
        return self.tr("Damaged pages: {bad} of {pages}. All others can be read.").format(
            bad=found.bad, pages=found.pages
        )

    def _way(self, text: str, signal: SignalInstance, more: str) -> None:
        made = button(text, signal.emit, kind="" if self._first is not None else "primary")
        made.setAccessibleDescription(more)
        self._first = self._first or made
        self.column.addWidget(made)
        self.column.addWidget(muted(more))
