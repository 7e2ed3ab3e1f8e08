"""The reading view of a person: what is to be settled, facts, groups, guardians and the time line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.person import Person, Protection, Supervision
from gvi_desktop.services.memberships import Link
from gvi_desktop.services.profile import PersonView
from ui.kit.cards import Button, card
from ui.kit.dates import show_date
from ui.kit.detail import Detail
from ui.kit.moments import events
from ui.kit.tasks import Tasks
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.people.reveal import Reveal

SHOWN = 40  # moments; the rest on request


class Deeds(Protocol):
    """What the page does when a button of the sheet is pressed."""

    def edit(self) -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def open(self, form: str, record_id: str = "", about: str = "") -> None: ...
    def approve_minor(self) -> None: ...
    def approve_link(self, link: Link) -> None: ...
    def end_link(self, link: Link) -> None: ...
    def mark_reviewed(self) -> None: ...
    def remove(self) -> None: ...
    def remove_guardian(self, guardian_id: str) -> None: ...
    def show_all(self) -> None: ...


@dataclass(frozen=True)
class Sheet:
    """Draws a person for the user who is signed in; `whole` shows the time line to its end."""

    words: Words
    tasks: Tasks
    deeds: Deeds
    user: str
    may_write: bool

    def draw(self, detail: Detail, view: PersonView, *, whole: bool) -> None:
        """Everything, from top to bottom."""
        person = view.person
        groups = ", ".join(link.group_name for link in view.links if link.running)
        detail.title(person.code_name, groups)
        self._badges(detail, view)
        if self.may_write:
            detail.action(self._tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
            detail.action(self._tr("Link to a group"), lambda: self.deeds.open("link", about=view.id), icon="network")
            detail.action(self._tr("Remove"), self.deeds.remove, icon="trash-2", kind="quiet")
        self._notices(detail, view)
        detail.widget(Reveal(self.tasks, self.words, view.id, protected=view.hidden))
        self._facts(detail, view)
        self._links(detail, view)
        if view.minor or view.guardians:
            self._minor(detail, view)
        detail.section(self._tr("Time line"))
        shown = view.moments if whole else view.moments[:SHOWN]
        detail.timeline(events(self.words, shown, self.deeds.go), self._tr("Nothing has happened yet."))
        if len(shown) < len(view.moments):
            detail.action(
                self._tr("Show all {count}").format(count=len(view.moments)), self.deeds.show_all, kind="quiet"
            )

    def _badges(self, detail: Detail, view: PersonView) -> None:
        person = view.person
        if person.protection is not Protection.NONE:
            detail.badge(self.words.value(person.protection), Tone.LATE)
        detail.badge(self.words.value(person.role), Tone.ACCENT)
        if view.age is not None:
            age = self._tr("{age} years").format(age=view.age)
            detail.badge(self._tr("{age}, minor").format(age=age) if view.minor else age, _soon(view.minor))
        if person.supervision is not Supervision.NONE:
            detail.badge(self.words.value(person.supervision), Tone.NEUTRAL)
        if view.review_due:
            detail.badge(self._tr("Review due"), Tone.SOON)

    def _notices(self, detail: Detail, view: PersonView) -> None:
        if view.hidden:
            detail.notice(
                self._tr("Protected identity: no address is kept, and the name leaves neither screen nor vault."), Tone.LATE
            )
        if view.person.imported:
            detail.notice(self._tr("Imported, and nobody has looked at it yet."), Tone.SOON)
            if self.may_write:
                detail.action(self._tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")
        if view.to_settle:
            told = "\n".join(dict.fromkeys(self.words.problem(one, "person") for one in view.to_settle))
            detail.notice(told, Tone.SOON)

    def _facts(self, detail: Detail, view: PersonView) -> None:
        person, label = view.person, self.words.label
        detail.section(self._tr("Facts"))
        detail.row(label("person", "role"), self.words.value(person.role))
        detail.row(label("person", "language"), _language(self, person))
        if person.supervision is not Supervision.NONE:
            until = show_date(person.supervision_ends_on)
            parts = (self.words.value(person.supervision), person.supervision_officer, until and f"– {until}")
            detail.row(label("person", "supervision"), ", ".join(part for part in parts if part))
        detail.row(label("person", "next_review_on"), show_date(person.next_review_on))
        if view.clock is not None:
            kept = self._tr("to {end}, at most to {hard_end}").format(
                end=show_date(view.clock.end), hard_end=show_date(view.clock.hard_end)
            )
            detail.row(self._tr("Kept"), f"{kept}\n{view.clock.regime}")
        if person.note:
            mark = f"{self.words.value(person.note_mark)}: " if person.note_mark else ""
            detail.row(label("person", "note"), f"{mark}{person.note}")

    def _links(self, detail: Detail, view: PersonView) -> None:
        add = self._tr("Link to a group") if self.may_write else ""
        detail.section(self._tr("Groups"), add, lambda: self.deeds.open("link", about=view.id))
        running = [link for link in view.links if link.running]
        if not running:
            detail.text(self._tr("Linked to no group."), quiet=True)
        for link in running:
            detail.widget(self._link(link))

    def _link(self, link: Link) -> card.__class__:  # type: ignore[name-defined]
        raise NotImplementedError

    def _minor(self, detail: Detail, view: PersonView) -> None:
        raise NotImplementedError

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("PersonSheet", text)


def _soon(soon: bool) -> Tone:
    return Tone.SOON if soon else Tone.NEUTRAL


def _language(sheet: Sheet, person: Person) -> str:
    return person.language
