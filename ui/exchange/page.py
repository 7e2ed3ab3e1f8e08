"""Exchange: contacts, bundles out and in, conflicts, and the register of disclosures."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.user import Right
from gvi_desktop.services import contacts, disclosures, exchangefolder, exchangeviews, identity, receipts
from gvi_desktop.services.exchangeviews import ExchangeView
from gvi_desktop.services.stopping import CANCELLED
from gvi_desktop.services.unit import Unit
from ui.exchange.bundlestab import BundlesTab
from ui.exchange.cardcode import copied_card
from ui.exchange.carrier import Make, cancelled, read_apart, save_apart, send_out
from ui.exchange.conflictstab import ConflictsTab
from ui.exchange.contactstab import ContactsTab
from ui.exchange.disclosurestab import DisclosuresTab
from ui.exchange.foldertab import FolderTab
from ui.exchange.forms import answer_form, contact_form, lost_form, recall_form, spoken_form
from ui.exchange.receivetab import ReceiveTab
from ui.exchange.sendtab import SendTab
from ui.exchange.sides import SideTab
from ui.kit.desk import Desk
from ui.kit.files import ask_open, ask_save
from ui.kit.latetabs import LateTabs
from ui.kit.panel import FormPanel
from ui.kit.place import Place

Part = SideTab | SendTab | ReceiveTab | FolderTab


class ExchangePage(Place):
    """Seven tabs over one reading of the vault."""

    kinds = frozenset(BY_KIND)  # a conflict may be in any of them

    def __init__(self, desk: Desk) -> None:
        self.may_export = desk.user.may(Right.EXPORT)
        self.may_write = desk.user.may(Right.WRITE)
        self.view: ExchangeView | None = None
        self._wanted = ("", "")
        super().__init__(desk)
        if self.may_export:
            self.primary(self.tr("Add a card"), self.new)
        self.reload()

    def heading(self) -> str:
        return self.tr("Exchange")

    def content(self) -> QWidget:
        self.tabs = LateTabs[Part](self.tr("Parts of the exchange"), self._begin)
        self.tabs.add("contacts", self.tr("Contacts"), lambda: ContactsTab(self))
        self.tabs.add("send", self.tr("Send"), lambda: SendTab(self))
        self.tabs.add("receive", self.tr("Receive"), lambda: ReceiveTab(self))
        self.tabs.add("folder", self.tr("Exchange folder"), lambda: FolderTab(self))
        self.tabs.add("conflicts", self.tr("Conflicts"), lambda: ConflictsTab(self))
        self.tabs.add("bundles", self.tr("Bundles"), lambda: BundlesTab(self))
        self.tabs.add("disclosures", self.tr("Disclosures"), lambda: DisclosuresTab(self))
        self.stack.addWidget(self.tabs)
        return self.stack

    @property
    def contacts(self) -> ContactsTab:
        return cast(ContactsTab, self.tabs.part("contacts"))

    @property
    def sending(self) -> SendTab:
        return cast(SendTab, self.tabs.part("send"))

    @property
    def receiving(self) -> ReceiveTab:
        return cast(ReceiveTab, self.tabs.part("receive"))

    @property
    def folder(self) -> FolderTab:
        return cast(FolderTab, self.tabs.part("folder"))

    @property
    def conflicts(self) -> ConflictsTab:
        return cast(ConflictsTab, self.tabs.part("conflicts"))

    @property
    def bundles(self) -> BundlesTab:
        return cast(BundlesTab, self.tabs.part("bundles"))

    @property
    def disclosures(self) -> DisclosuresTab:
        return cast(DisclosuresTab, self.tabs.part("disclosures"))

    def reload(self) -> None:
        self.tasks.read(self, exchangeviews.view, self.words.language, then=self._show, only="view")

    def show_kind(self, kind: str, record_id: str) -> None:
        """A contact or a disclosure in its tab, or a tab by its key; anything else is a conflict to settle."""
        if kind == "exchange":
            self.turn_to(record_id)
            return
        tab = {"contact": "contacts", "disclosure": "disclosures"}.get(kind, "conflicts")
        self.turn_to(tab)
        self._wanted = (tab, record_id)
        self._choose_wanted()

    def show_record(self, record_id: str) -> None:
        self.show_kind("contact", record_id)

    def new(self) -> None:
        self.add_card()

    def edit(self) -> None:
        line = self.contacts.current()
        if self.may_export and line is not None and self.tabs.currentWidget() is self.contacts:
            self.open_form("edit", line.id)

    @staticmethod
    def fetch_form(unit: Unit, name: str, record_id: str) -> Contact | Disclosure:
        if name == "edit":
            return contacts.get(unit, record_id).record
        return disclosures.get(unit, record_id)

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if name == "edit":
            return contact_form(self.words, record, self.view.agency if self.view else "")
        if name in ("recall", "answer"):
            return (recall_form if name == "recall" else answer_form)(self.words, record)
        if name == "lost":
            return lost_form(self.words, Path(about))
        return spoken_form(self.words, self.tasks, self.view.grounds if self.view else (), self.desk.user.name)

    def after_form(self) -> None:
        self.stack.setCurrentWidget(self.tabs)

    # what the tabs ask for

    def turn_to(self, tab: str) -> None:
        """Bring a tab into view."""
        self.tabs.turn_to(tab)

    def send_to(self, contact: str) -> None:
        """Begin a bundle for a contact."""
        self.turn_to("send")
        self.sending.send_to(contact)

    def open_bundle(self, path: Path) -> None:
        """Show what taking in a bundle would do."""
        self.turn_to("receive")
        self.receiving.look(path)

    def add_card(self) -> None:
        """Ask for a colleague's card."""
        if self.may_export:
            pattern = self.tr("Contact cards and pictures of them (*.card *.png *.jpg *.jpeg *.webp);;All files (*)")
            ask_open(self, self.tr("Add a card"), pattern, self.take_card)

    def paste_card(self) -> None:
        """Take in a card that was copied, as text or as a picture."""
        if self.may_export:
            self.tasks.write(self, contacts.add_given, copied_card(), then=self._added)

    def take_card(self, path: Path) -> None:
        """Take in a card, or a picture of its code, and show its words."""
        add = lambda raw: self.tasks.write(self, contacts.add_given, raw, then=self._added)  # noqa: E731
        read_apart(self, self.tasks, path, then=add)

    def _added(self, contact: str) -> None:
        self.desk.say(self.tr("Card added. Compare the twelve words before anything is sent."), undo=True)
        self.show_kind("contact", contact)

    def revoke_lost(self) -> None:
        """Ask for the card of the vault that is lost, and then for its words."""
        pattern = self.tr("Contact cards (*.card);;All files (*)")
        title = self.tr("The card of the lost vault")
        ask_open(self, title, pattern, lambda path: self.open_form("lost", about=str(path)))

    def save_card(self) -> None:
        """Ask where to put the own card."""
        title, pattern = self.tr("Save our card"), self.tr("Contact cards (*.card)")
        ask_save(self, title, "gvi.card", pattern, self.write_card)

    def write_card(self, path: Path) -> None:
        """Write the own card to a file."""
        done = lambda _answer: self.desk.say(self.tr("Card saved"))  # noqa: E731
        save = lambda card: save_apart(self, self.tasks, path, card, then=done)  # noqa: E731
        self.tasks.read(self, identity.card, then=save)

    def save_notice(self, contact: str) -> None:
        """Ask where to write what a contact should know though no record leaves."""

        def choose(name: str) -> None:
            title, pattern = self.tr("Save what they should know"), self.tr("Encrypted bundles (*.age)")
            ask_save(self, title, name, pattern, lambda path: self.write_notice(contact, path))

        self.tasks.read(self, receipts.receipt_name, then=choose)

    def write_notice(self, contact: str, path: Path) -> None:
        """Receipts, recalls, answers and what was declared of keys, in one file."""
        make = lambda workspace, room, _told: workspace.write(receipts.make_notice, contact, room)  # noqa: E731
        self._send_out(make, path, self.tr("Saved"))

    def receipt_for(self, bundle: str) -> None:
        """Ask where to write a receipt for a bundle that was taken in."""

        def choose(name: str) -> None:
            title, pattern = self.tr("Write a receipt"), self.tr("Encrypted bundles (*.age)")
            ask_save(self, title, name, pattern, lambda path: self.write_receipt(bundle, path))

        self.tasks.read(self, receipts.receipt_name, then=choose)

    def write_receipt(self, bundle: str, path: Path) -> None:
        """Write the receipt; no record leaves with it."""
        make = lambda workspace, room, _told: workspace.write(receipts.make_receipt, bundle, room)  # noqa: E731
        self._send_out(make, path, self.tr("Receipt written"))

    def put_receipt(self, bundle: str) -> None:
        """Put a receipt into the exchange folder."""
        make = lambda workspace, room, _told: workspace.write(exchangefolder.make_receipt, bundle, room)  # noqa: E731
        self._send_out(make, None, self.tr("Receipt put into the exchange folder"))

    def _send_out(self, make: Make, path: Path | None, done: str) -> None:
        def written(_path: Path) -> None:
            self.desk.say(done)
            self.reload()

        send_out(self, self.tasks, make, path, then=written, failed=self._not_written)

    def _not_written(self, error: GviError) -> None:
        if error.code == CANCELLED:
            self.desk.say(cancelled(error))
        else:
            self.tasks.failed.emit(error)
        self.reload()

    # the machinery

    def _show(self, view: ExchangeView) -> None:
        self.view = view
        for part in self.tabs.made.values():
            part.show_view(view)
        if self.desk.folder.view is not None:  # what was taken in is no longer new there
            self.desk.folder.look()
        name = self.tr("Conflicts")
        more = "+" if view.conflicting > len({one.id for one in view.conflicts}) else ""
        waiting = f"{name} ({len(view.conflicts)}{more})" if view.conflicts else name
        self.tabs.setTabText(self.tabs.keys.index("conflicts"), waiting)
        name = self.tr("Disclosures")
        self.tabs.setTabText(self.tabs.keys.index("disclosures"), f"{name} ({view.recalls})" if view.recalls else name)
        self._choose_wanted()

    def _begin(self, part: Part) -> None:
        if self.view is not None:
            part.show_view(self.view)

    def _choose_wanted(self) -> None:
        tab, record_id = self._wanted
        part = self.tabs.part(tab) if record_id else None
        if isinstance(part, SideTab) and part.table.choose(record_id):
            self._wanted = ("", "")
