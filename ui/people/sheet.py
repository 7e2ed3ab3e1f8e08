"""The reading view of a person: what is to be settled, facts, groups, guardians and the time line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.person import Person, PersonRole, Protection, Supervision
from gvi_desktop.services.memberships import Link
from gvi_desktop.services.profile import PersonView
from gvi_desktop.services.timeline import Moment
from ui.kit.cards import Button, card
from ui.kit.dates import show_date
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.moments import events
from ui.kit.tasks import Tasks
from ui.kit.text import label
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.people.clocksheet import ClockSheet
from ui.people.deeds import Deeds
from ui.people.reveal import Reveal

SHOWN = 40  # moments; the rest on request


class PersonSheet(QObject):
    """Draws a person for the user who is signed in; who may not write gets no buttons."""

    def __init__(self, words: Words, tasks: Tasks, deeds: Deeds, user: str, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.tasks = tasks
        self.deeds = deeds
        self.user = user
        self.may_write = may_write
        self._clock = ClockSheet(words, deeds, may_write=may_write)

    def draw(self, detail: Detail, view: PersonView, *, whole: bool, older: Sequence[Moment] = ()) -> None:
        """Everything from top to bottom; `whole` shows a long time line, `older` is the whole of a longer one."""
        detail.title(view.person.code_name, ", ".join(link.group_name for link in view.links if link.counts))
        self._badges(detail, view)
        if self.may_write:
            detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
            if view.person.imported:
                detail.action(self.tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")
        self._notices(detail, view)
        self._facts(detail, view)
        self._links(detail, view)
        self._clock.draw(detail, view)
        if view.minor or view.guardians:
            self._guardians(detail, view)
        if view.minor:
            self._minor(detail, view)
        detail.section(self.tr("Time line"))
        shown = older or (view.moments if whole else view.moments[:SHOWN])
        detail.timeline(events(self.words, shown, self.deeds.go), self.tr("Nothing has happened yet."))
        if len(shown) < len(view.moments):
            more = self.tr("Show all {count}").format(count=len(view.moments))
            if view.older:
                more = self.tr("Show the newest {count}").format(count=len(view.moments))
            detail.action(more, self.deeds.show_all, kind="quiet")
        elif view.older and not older:
            detail.action(self.tr("Older"), self.deeds.show_older, kind="quiet")

    def _badges(self, detail: Detail, view: PersonView) -> None:
        person = view.person
        if person.protection is not Protection.NONE:
            detail.badge(self.words.value(person.protection), Tone.LATE)
        detail.badge(self.words.value(person.role), Tone.NEUTRAL if _default_role(person) else Tone.ACCENT)
        if view.age is not None:
            years = self.tr("{age} years").format(age=view.age)
            detail.badge(self.tr("{years}, minor").format(years=years) if view.minor else years, _soon(view.minor))
        if person.supervision is not Supervision.NONE:
            detail.badge(self.words.value(person.supervision))
        if view.review_due:
            detail.badge(self.tr("Review due"), Tone.SOON)

    def _notices(self, detail: Detail, view: PersonView) -> None:
        if view.hidden:
            text = self.tr("Protected identity. No address is kept; the name is shown only for a stated reason.")
            detail.notice(text, Tone.LATE)
        if view.person.imported:
            detail.notice(self.tr("Imported, and nobody has looked at it yet."), Tone.SOON)
        if view.to_settle:
            told = [self.words.problem(one, "person") for one in view.to_settle]
            detail.notice("\n".join(dict.fromkeys(told)), Tone.SOON)

    def _facts(self, detail: Detail, view: PersonView) -> None:
        person, name = view.person, self.words.label
        detail.section(self.tr("Facts"))
        detail.row(self.tr("Real name"), Reveal(self.tasks, self.words, view.id, protected=view.hidden))
        interpreter = self.tr("interpreter needed") if person.interpreter else ""
        detail.row(name("person", "language"), ", ".join(part for part in (person.language, interpreter) if part))
        if person.supervision is not Supervision.NONE:
            detail.row(name("person", "supervision_officer"), person.supervision_officer)
            detail.row(name("person", "supervision_ends_on"), show_date(person.supervision_ends_on))
        detail.row(name("person", "next_review_on"), show_date(person.next_review_on))
        if person.note:
            detail.row(name("person", "note"), said(self.words, person))

    def _links(self, detail: Detail, view: PersonView) -> None:
        add = self.tr("Link to a group") if self.may_write else ""
        detail.section(self.tr("Groups"), add, lambda: self.deeds.open_form("link", about=view.id))
        running = [link for link in view.links if link.running]
        if not running:
            detail.text(self.tr("Linked to no group."), quiet=True)
        detail.each(running, self._link)

    def _link(self, link: Link) -> QWidget:
        held, name, value = link.membership, self.words.label, self.words.value
        trust = (
            f"{name('membership', 'reliability')}: {value(held.reliability)}",
            f"{name('membership', 'accuracy')}: {value(held.accuracy)}",
        )
        kind = value(held.source_kind) if held.source_kind else ""
        source = ", ".join(part for part in (held.source, kind) if part)
        badges = [(self.tr("Approved by {user}").format(user=held.approved_by), Tone.GOOD)] if held.approved_by else []
        if not held.approved_by:
            badges.append((self.tr("Waiting for approval"), Tone.SOON))
        review = self.tr("Review {date}").format(date=show_date(held.review_on))
        badges.append((review, Tone.SOON if link.review_due else Tone.NEUTRAL))
        own = self.user in (held.proposed_by, held.made_by)
        return card(
            link.group_name or "–",
            act=lambda: self.deeds.go("group", held.group or ""),
            badges=badges,
            lines=[
                f"{name('membership', 'source')}: {source}" if source else self.tr("No source"),
                " · ".join(trust),
                held.basis,
                self.tr("Entered by {user}").format(user=held.proposed_by or held.made_by),
                self.tr("Somebody else has to approve it.") if own and not held.approved_by else "",
            ],
            buttons=self._link_buttons(link) if self.may_write else (),
        )

    def _link_buttons(self, link: Link) -> list[Button]:
        held = link.membership
        buttons = []
        # Whoever proposed it cannot approve it: the button would only lead to a refusal.
        if not held.approved_by and self.user not in (held.proposed_by, held.made_by):
            buttons.append(Button(self.tr("Approve"), lambda: self.deeds.approve_link(held.id), "check"))
        buttons.append(Button(self.tr("Review"), lambda: self.deeds.open_form("review", held.id)))
        buttons.append(Button(self.tr("Change"), lambda: self.deeds.open_form("link", held.id)))
        buttons.append(Button(self.tr("End"), lambda: self.deeds.end_link(held.id)))
        return buttons

    def _guardians(self, detail: Detail, view: PersonView) -> None:
        add = self.tr("Add a guardian") if self.may_write else ""
        detail.section(self.tr("Guardians"), add, lambda: self.deeds.open_form("guardian", about=view.id))
        if not view.guardians:
            detail.text(self.tr("No guardian is noted."), quiet=True)
        detail.each(view.guardians, self._guardian)

    def _guardian(self, one: Guardian) -> QWidget:
        # Their names tell whose guardians they are: shown with the person's own, or in the form.
        buttons = (
            Button(self.tr("Change"), lambda: self.deeds.edit_guardian(one.id)),
            Button(self.tr("Remove"), lambda: self.deeds.remove_guardian(one.id)),
        )
        name = one.relation or self.words.kind("guardian").capitalize()
        return card(name, lines=[one.language], buttons=buttons if self.may_write else ())

    def _minor(self, detail: Detail, view: PersonView) -> None:
        person, name = view.person, self.words.label
        propose = self.tr("Decide") if self.may_write else ""
        heading = self.tr("Before the minor is approached")
        detail.section(heading, propose, lambda: self.deeds.open_form("minor", view.id))
        if person.guardian_decision is not None:
            day = show_date(person.guardian_decided_on)
            decision = ", ".join(part for part in (self.words.value(person.guardian_decision), day) if part)
            detail.row(name("person", "guardian_decision"), decision)
        detail.row(name("person", "best_interests"), person.best_interests)
        detail.row(name("person", "minor_proposed_by"), person.minor_proposed_by)
        detail.row(name("person", "minor_approved_by"), person.minor_approved_by)
        waits = person.minor_proposed_by and not person.minor_approved_by
        if waits and self.may_write and person.minor_proposed_by != self.user:
            detail.action(self.tr("Approve"), self.deeds.approve_minor, kind="primary", icon="check")
        elif waits:
            detail.put(label(self.tr("Waits for a second user's approval."), "small", role="muted"))


def _default_role(person: Person) -> bool:
    return person.role is PersonRole.NOT_SUSPECTED


def _soon(soon: bool) -> Tone:
    return Tone.SOON if soon else Tone.NEUTRAL
