"""The office's own card and its keys: given away as a file, changed as a routine, declared invalid when stolen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from gvi_desktop.domain.user import Right
from gvi_desktop.services import cardpaper, ownkeys
from ui.exchange.cardcode import CardCode
from ui.exchange.carrier import save_apart
from ui.exchange.sides import Doing, TwelveWords
from ui.kit.act import Act
from ui.kit.ask import ask
from ui.kit.dates import show_moment
from ui.kit.detail import Detail
from ui.kit.event import Event
from ui.kit.files import ask_save
from ui.kit.tokens import Tone


class OwnKeys(QObject):
    """Draws the card and what has been declared of its keys; who looks after the vault may change them."""

    def __init__(self, page: Doing, detail: Detail) -> None:
        super().__init__(detail)
        self._page, self._detail = page, detail
        self._drawn: tuple[Sequence[str], Sequence[Sequence[bool]]] = ((), ())

    def draw(self, name: str, words: Sequence[str], declared: Sequence[tuple[str, datetime]]) -> None:
        """The whole sheet."""
        detail, page = self._detail, self._page
        detail.title(self.tr("Our own card"), name)
        detail.text(
            self.tr(
                "Give the card to a colleague as a file, as a page, or let them photograph the code below: it is "
                "public. Then read the twelve words to each other, in person or by phone. They must be the same on "
                "both screens."
            )
        )
        detail.action(self.tr("Save as a file…"), page.save_card, icon="save", kind="primary")
        detail.action(self.tr("Save a page to print…"), self._save_page, icon="printer")
        detail.action(self.tr("Save the code as a picture…"), self._save_picture)
        detail.section(self.tr("The words of our keys"))
        detail.put(TwelveWords(words))
        detail.section(self.tr("The card as a code"))
        detail.text(
            self.tr("The colleague photographs it and chooses the picture under Exchange, Contacts, Add a card."),
            quiet=True,
        )
        self._put_code(words)
        if page.desk.user.may(Right.ADMINISTER):
            detail.section(self.tr("If something has happened to the keys"))
            detail.text(
                self.tr(
                    "New keys can be made at any time: the old ones vouch for them, and colleagues follow with the "
                    "next bundle. Keys that may be in wrong hands are revoked instead, and every colleague needs the "
                    "new card."
                ),
                quiet=True,
            )
            detail.action(self.tr("Make new keys…"), self._rotate, icon="key-round")
            detail.action(self.tr("Revoke our keys…"), self._revoke, icon="shield", kind="danger")
            detail.action(self.tr("Another vault is lost…"), page.revoke_lost, kind="quiet")
        if declared:
            detail.section(self.tr("Declared of our keys"))
            if any(what == "revoke" for what, _ in declared) and page.may_export:
                detail.action(self.tr("Save the revocation as a file…"), self._save_revocation, icon="save")
            detail.timeline([_declared(what, when) for what, when in declared])

    def _put_code(self, words: Sequence[str]) -> None:
        """The code is made once for each pair of keys."""
        code = CardCode()
        self._detail.put(code)
        known, squares = self._drawn
        if known == words:
            code.show_code(squares)
            return

        def made(squares: Sequence[Sequence[bool]]) -> None:
            self._drawn = (words, squares)
            code.show_code(squares)

        self._page.tasks.read(code, cardpaper.squares, then=made)

    def _save_page(self) -> None:
        title, name = self.tr("Save a page to print"), self.tr("contact card")
        ask_save(self._detail, title, f"{name}.pdf", self.tr("Pages (*.pdf)"), self._write_own)

    def _save_picture(self) -> None:
        title, name = self.tr("Save the code as a picture"), self.tr("contact card")
        ask_save(self._detail, title, f"{name}.png", self.tr("Pictures (*.png)"), self._write_own)

    def _write_own(self, path: Path) -> None:
        done = lambda _answer: self._page.desk.say(self.tr("Card saved"))  # noqa: E731
        tasks = self._page.tasks
        save = lambda content: save_apart(self._detail, tasks, path, content, then=done)  # noqa: E731
        tasks.read(self._detail, cardpaper.content, path.suffix, self._page.words.language, then=save)

    def _rotate(self) -> None:
        ask(
            self._detail,
            self.tr("Make new keys?"),
            self.tr(
                "The twelve words become others. Colleagues follow by themselves with your next bundle. Make a backup "
                "afterwards: an older one holds the old keys. It cannot be undone."
            ),
            self.tr("Make new keys"),
            lambda: self._do(Act(ownkeys.rotate), self.tr("New keys made")),
        )

    def _revoke(self) -> None:
        ask(
            self._detail,
            self.tr("Revoke our keys?"),
            self.tr(
                "Bundles signed with them from now on are refused by every colleague who hears of it. New keys take "
                "their place, and each colleague must be given the new card and compare its words. It cannot be undone."
            ),
            self.tr("Revoke"),
            lambda: self._do(Act(ownkeys.revoke), self.tr("Keys revoked. Give every colleague the new card.")),
            danger=True,
        )

    def _do(self, act: Act, said: str) -> None:
        """No record changes with the keys: what is shown is read again all the same."""
        self._page.do(act, said, lambda _answer: self._page.reload())

    def _save_revocation(self) -> None:
        pattern = self.tr("Declarations about keys (*.card)")
        ask_save(self._detail, self.tr("Save the revocation"), "gvi-revocation.card", pattern, self._write)

    def _write(self, path: Path) -> None:
        done = lambda _answer: self._page.desk.say(self.tr("Revocation saved"))  # noqa: E731
        tasks = self._page.tasks
        save = lambda content: save_apart(self._detail, tasks, path, content, then=done)  # noqa: E731
        tasks.read(self._detail, ownkeys.revocation, then=save)


def _declared(what: str, when: datetime) -> Event:
    if what == "revoke":
        said = QCoreApplication.translate("OwnKeys", "Keys declared invalid")
        return Event(show_moment(when), said, tone=Tone.LATE)
    if what == "recovery":
        return Event(show_moment(when), QCoreApplication.translate("OwnKeys", "New recovery words for the old ones"))
    return Event(show_moment(when), QCoreApplication.translate("OwnKeys", "New keys, vouched for by the old ones"))
