"""Contacts: who they are, their twelve words, what they may receive; and the office's own card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.contact import ContactState, VerifiedHow
from gvi_desktop.services import contacts
from gvi_desktop.services.exchangeviews import ContactLine, ExchangeView
from ui.exchange.ownkeys import OwnKeys
from ui.exchange.sides import Doing, SideTab, TwelveWords
from ui.exchange.tones import BUNDLE, CONTACT, UNCOUNTED
from ui.kit.act import Act
from ui.kit.ask import ask
from ui.kit.dates import show_date, show_moment
from ui.kit.event import Event
from ui.kit.table import Column
from ui.kit.words import Words

LATEST = 8  # bundles in the reading view


def _columns(words: Words) -> tuple[Column[ContactLine], ...]:
    return (
        Column(QCoreApplication.translate("ContactsTab", "Name"), lambda one: one.view.record.name, width=18),
        Column(
            QCoreApplication.translate("ContactsTab", "State"),
            lambda one: words.value(one.state),
            width=16,
            tone=lambda one: CONTACT[one.state],
        ),
        Column(words.label("contact", "agency"), lambda one: one.view.record.agency, width=0),
    )


class ContactsTab(SideTab):
    """While no contact is chosen the office's own card is shown."""

    def __init__(self, page: Doing) -> None:
        super().__init__(page, self.tr("Contacts"), _columns(page.words))
        self._own: tuple[str, tuple[str, ...], tuple[tuple[str, datetime], ...]] = ("", (), ())
        self._keys = OwnKeys(page, self.detail)
        self.add_button(self.tr("Our own card"), self.show_own, "key-round")
        if page.may_export:
            self.add_button(self.tr("Paste a card"), page.paste_card)
        step = self.tr("Add a card") if page.may_export else ""
        sentence = self.tr("Colleagues you exchange encrypted bundles with. Begin with the card of one of them.")
        self.table.say_when_empty("handshake", sentence, step, page.add_card)

    def lines(self, view: ExchangeView) -> Sequence[ContactLine]:
        self._own = (view.programme, view.own_words, view.declared)
        return view.contacts

    def show_own(self) -> None:
        """Put the own card in place of the chosen contact."""
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self._draw()
        self.split.show_detail()

    def draw_none(self) -> None:
        name, words, declared = self._own
        self._keys.draw(name, words, declared)

    def draw(self, line: ContactLine) -> None:
        one, detail, words = line.view.record, self.detail, self.words
        detail.title(one.name, one.agency)
        detail.badge(words.value(line.state), CONTACT[line.state])
        detail.badge(words.value(one.preset))
        if self.page.may_export:
            if line.state is ContactState.VERIFIED:
                detail.action(
                    self.tr("Send a bundle"), lambda: self.page.send_to(line.id), icon="send", kind="primary"
                )
            detail.action(self.tr("Change"), lambda: self.page.open_form("edit", line.id), icon="pencil", tip="F2")
            if line.state is ContactState.VERIFIED:
                tip = self.tr("Receipts, recalls, answers and changed keys in one file; no record leaves.")
                save = lambda: self.page.save_notice(line.id)  # noqa: E731
                detail.action(self.tr("Save what they should know…"), save, icon="save", tip=tip)
            if line.state is not ContactState.REVOKED:
                detail.action(self.tr("Revoke…"), lambda: self._revoke(line), icon="shield", kind="danger")
        if line.state is ContactState.REVOKED:
            detail.notice(self.tr("Nothing goes to this contact any more. Ask for a new card to begin again."))
        if line.state is ContactState.EXPIRED:
            text = self.tr(
                "Nothing goes to this contact after {date}. Make sure that the same person still has these keys, then "
                "choose Change and set a later day."
            )
            detail.notice(text.format(date=show_date(one.expires_on)))
        detail.section(self.tr("Twelve words to compare"))
        if line.state is ContactState.UNVERIFIED:
            detail.text(
                self.tr(
                    "Read the words to each other, in person or by phone to a number you already had. Nothing can be "
                    "sent until they have been compared."
                )
            )
        detail.put(TwelveWords(line.view.words))
        if line.state is ContactState.UNVERIFIED and self.page.may_export:
            person, phone = VerifiedHow.IN_PERSON, VerifiedHow.PHONE
            detail.action(
                self.tr("Same words, compared in person"), lambda: self._verify(line, person), icon="users",
                kind="primary",
            )  # fmt: skip
            detail.action(self.tr("Same words, compared by phone"), lambda: self._verify(line, phone), icon="phone")
        if one.verified_on is not None and one.verified_how is not None:
            how = self.tr("{day}, {how}, by {name}").format(
                day=show_date(one.verified_on), how=words.value(one.verified_how).lower(), name=one.verified_by
            )
            detail.row(words.label("contact", "verified_on"), how)
        detail.section(self.tr("What the contact may receive"))
        detail.text(words.text("exchange", one.preset.value), quiet=True)
        cleared = ", ".join(words.value(part) for part in sorted(one.clearance))
        detail.row(words.label("contact", "clearance"), cleared)
        detail.row(words.label("contact", "agency_kind"), words.value(one.agency_kind))
        detail.row(words.label("contact", "purpose"), one.purpose)
        detail.row(words.label("contact", "expires_on"), show_date(one.expires_on) if one.expires_on else "")
        detail.row(words.label("contact", "revoked_on"), show_date(one.revoked_on) if one.revoked_on else "")
        detail.section(self.tr("Latest bundles"))
        events = [
            Event(
                show_moment(bundle.at),
                self.tr("To them") if bundle.ours else self.tr("From them"),
                "" if bundle.status in UNCOUNTED else self.tr("Records: {count}").format(count=bundle.records),
                BUNDLE.get(bundle.state),
                words.text("exchange", bundle.state),
            )
            for bundle in line.bundles[:LATEST]
        ]
        detail.timeline(events, self.tr("None yet."))

    def _verify(self, line: ContactLine, how: VerifiedHow) -> None:
        self.page.do(Act(contacts.verify, line.id, how), self.tr("Verified"))

    def _revoke(self, line: ContactLine) -> None:
        ask(
            self,
            self.tr("Revoke {name}?").format(name=line.view.record.name),
            self.tr("Nothing is sent to these keys any more, and bundles signed from today on are refused."),
            self.tr("Revoke"),
            lambda: self.page.do(Act(contacts.revoke, line.id), self.tr("Revoked")),
            danger=True,
        )
