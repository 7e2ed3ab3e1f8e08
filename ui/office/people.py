"""Users and agencies: who signs in here, and who takes part."""

from __future__ import annotations

from functools import partial
from typing import Any

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import agencies, recoverywords, users
from ui.kit.act import Act
from ui.kit.ask import ask
from ui.kit.cards import Button, card
from ui.kit.fields.ticks import TicksField
from ui.kit.reason import ask_another
from ui.kit.text import labelled
from ui.kit.tokens import Tone
from ui.office.newwords import NewWords
from ui.office.secrets import ask_passphrase, ask_user
from ui.office.tab import OfficeTab


class UsersTab(OfficeTab):
    """Everybody with a key slot; roles; removing somebody gives the vault a new key."""

    def name(self) -> str:
        return self.tr("Users")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return users.listed(unit), recoverywords.outlived(unit), unit.office.programme

    def draw(self, answer: Any) -> None:
        found, outlived, office = answer
        self._words = NewWords(self, office, self._renewed)
        self.title(self.tr("Users"), self.tr("Each signs in with a passphrase of their own."))
        if self.page.may_administer:
            self.action(self.tr("Add a user"), lambda: ask_user(self, self._add_user), icon="plus")
        self.action(self.tr("Change my passphrase"), lambda: ask_passphrase(self, self._change))
        if self.page.may_administer:
            self.action(self.tr("New recovery words …"), self._words.begin, icon="key-round")
        if self.page.may_administer and outlived:
            text = self.tr("Removed since the recovery words were made: {names}. Who saw that paper can still use it.")
            self.notice(text.format(names=", ".join(outlived)))
        for one in (user for user in found if user.active):
            self.put(self._card(one))

    def _add_user(self, name: str, role: Role, passphrase: str, why: str = "") -> None:
        workspace = self.page.tasks.workspace

        def done(_: Any) -> None:
            self.page.desk.say(self.tr("Added. Tell nobody else the passphrase; it can be changed after signing in."))
            self.reload()

        def refused(error: GviError) -> None:
            if error.code == "user_name_alike":
                told = self.words.error(error)
                ask_another(self, told, lambda reason: self._add_user(name, role, passphrase, reason))
            else:
                self.page.tasks.failed.emit(error)

        add = partial(users.add, why=why)
        self.page.tasks.run(self, add, workspace, name, role, passphrase, then=done, failed=refused)

    def _change(self, old: str, new: str) -> None:
        def done(_: Any) -> None:
            self.page.desk.say(self.tr("The passphrase is changed."))

        self.page.tasks.run(self, users.change_passphrase, self.page.tasks.workspace, old, new, then=done)

    def _card(self, user: User) -> Any:
        own = user.id == self.page.desk.user.id
        badges = [(self.words.value(user.role), Tone.ACCENT)]
        if own:
            badges.append((self.tr("signed in"), Tone.GOOD))
        buttons = []
        if self.page.may_administer and not own:
            buttons = [
                Button(self.tr("Make {role}").format(role=self.words.value(role).lower()), self._role(user, role))
                for role in Role
                if role is not user.role
            ]
            if user.role in (Role.STAFF, Role.READER):
                buttons.append(Button(self.tr("What is seen …"), lambda: self._ask_sight(user)))
            buttons.append(Button(self.tr("Remove"), lambda: self._ask_remove(user), "trash-2"))
        hidden = ", ".join(self.words.value(one) for one in sorted(frozenset(Compartment) - user.reads))
        sight = self.tr("Does not see: {what}").format(what=hidden) if hidden else ""
        return card(user.name, badges=badges, lines=[user.agency, sight], buttons=buttons)

    def _role(self, user: User, role: Role) -> Any:
        return lambda: self.page.do(Act(users.change_role, user.id, role))

    def _ask_sight(self, user: User) -> None:
        ticks = TicksField("withheld", (Compartment.ENFORCEMENT, Compartment.HELP))
        ticks.bind(self.words, "user", None)
        ticks.set_value(user.withheld)
        body = labelled(ticks.label, ticks)
        title = self.tr("What {name} sees").format(name=user.name)
        ask(self, title, ticks.hint, self.tr("Save"), lambda: self._set_sight(user, ticks), body=body)

    def _set_sight(self, user: User, ticks: TicksField) -> None:
        self.page.do(Act(users.set_withheld, user.id, ticks.value()))

    def _ask_remove(self, user: User) -> None:
        text = self.tr(
            "After this {name} cannot open the vault. It gets a new key, so that old copies of the key file open "
            "nothing written from then on. This cannot be undone."
        ).format(name=user.name)
        ask(self, self.tr("Remove a user"), text, self.tr("Remove"), lambda: self._remove(user), danger=True)

    def _remove(self, user: User) -> None:
        workspace = self.page.tasks.workspace
        self.page.tasks.run(self, users.remove, workspace, user.name, then=lambda _: self._removed())

    def _removed(self) -> None:
        self.page.desk.say(self.tr("Removed; the vault has a new key."))
        self.reload()
        text = self.tr(
            "Whoever saw the paper with the recovery words may have copied them, and they still open the vault. New "
            "words take a few minutes and a sheet of paper."
        )
        question = ask(
            self, self.tr("New recovery words too?"), text, self.tr("Make new words"), lambda: self._words.begin()
        )
        question.no.setText(self.tr("Not now"))

    def _renewed(self) -> None:
        self.page.desk.say(self.tr("The new words are in force. Destroy the old paper."))
        self.reload()


class AgenciesTab(OfficeTab):
    """The register of agencies and associations that take part."""

    def name(self) -> str:
        return self.tr("Agencies")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return agencies.listed(unit)

    def draw(self, found: Any) -> None:
        self.title(self.tr("Agencies"), self.tr("Agencies and associations that take part."))
        if self.page.may_administer:
            self.action(self.tr("Add an agency"), lambda: self.page.open_form("agency"), icon="plus")
        for one in found:
            lines = [" · ".join(part for part in (one.phone, one.email, one.hours) if part), one.address, one.note]
            change = Button(self.tr("Change"), self._opener(one.id), "pencil")
            buttons = [change] if self.page.may_administer else []
            kind = self.words.value(one.agency_kind)
            badges = [] if kind == one.name else [(kind, Tone.NEUTRAL)]
            badges += [(self.tr("In the help directory"), Tone.GOOD)] if one.in_directory else []
            self.put(card(one.name, badges=badges, lines=lines, buttons=buttons))

    def _opener(self, record_id: str) -> Any:
        return lambda: self.page.open_form("agency", record_id)
