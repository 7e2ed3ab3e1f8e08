"""The reading view of a group: facts, members known today, conflicts and alliances, the time line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.group import GroupStatus, Relation, RelationKind, holds
from gvi_desktop.services.memberships import Link
from gvi_desktop.services.profile import GroupView
from gvi_desktop.services.timeline import Moment
from ui.groups.relationmap import RelationDrawing
from ui.kit.cards import Button, card
from ui.kit.dates import show_date, today
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.moments import events
from ui.kit.tokens import Tone
from ui.kit.words import Words

SHOWN = 40  # members, and moments; the rest on request


class Deeds(Protocol):
    """What the page does when a button of the sheet is pressed."""

    def edit(self) -> None: ...
    def go(self, kind: str, record_id: str) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def approve_link(self, link_id: str) -> None: ...
    def end_relation(self, relation_id: str) -> None: ...
    def remove_relation(self, relation_id: str) -> None: ...
    def mark_reviewed(self) -> None: ...
    def show_all(self) -> None: ...
    def show_older(self) -> None: ...


class GroupSheet(QObject):
    """Draws a group; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, user: str, *, may_write: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.user = user
        self.may_write = may_write

    def draw(self, detail: Detail, view: GroupView, *, whole: bool, older: Sequence[Moment] = ()) -> None:
        """Everything from top to bottom; `whole` shows all members and a long time line, `older` a still longer one."""
        group = view.group
        detail.title(group.name, group.area)
        tone = Tone.GOOD if group.status is GroupStatus.ACTIVE else Tone.NEUTRAL
        detail.badge(self.words.value(group.status), tone)
        if view.review_due:
            detail.badge(self.tr("Review due"), Tone.SOON)
        if self.may_write:
            detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
            if group.imported:
                detail.action(self.tr("I have reviewed it"), self.deeds.mark_reviewed, icon="check")
        if group.imported:
            detail.notice(self.tr("Imported, and nobody has looked at it yet."), Tone.SOON)
        self._facts(detail, view)
        self._members(detail, view, whole=whole)
        self._relations(detail, view)
        detail.section(self.tr("Time line"))
        shown = older or (view.moments if whole else view.moments[:SHOWN])
        detail.timeline(events(self.words, shown, self.deeds.go), self.tr("Nothing has happened yet."))
        if not whole and max(len(view.moments), len(view.links), len(view.waiting)) > SHOWN:
            detail.action(self.tr("Show everything"), self.deeds.show_all, kind="quiet")
        elif whole and view.older and not older:
            detail.action(self.tr("Older"), self.deeds.show_older, kind="quiet")

    def _facts(self, detail: Detail, view: GroupView) -> None:
        group, name = view.group, self.words.label
        detail.section(self.tr("Facts"))
        if group.size is not None:
            detail.row(name("group", "size"), self.tr("about {size}").format(size=group.size))
        detail.row(self.tr("Known here"), str(len(view.links)))
        if view.waiting:
            detail.row(self.tr("Waiting for approval"), str(len(view.waiting)))
        detail.row(name("group", "cohesion"), self.words.value(group.cohesion) if group.cohesion else "")
        detail.row(name("group", "next_review_on"), show_date(group.next_review_on))
        if group.note:
            detail.row(name("group", "note"), said(self.words, group))

    def _members(self, detail: Detail, view: GroupView, *, whole: bool) -> None:
        add = self.tr("Link a person") if self.may_write and view.group.status is not GroupStatus.CLOSED else ""
        detail.section(self.tr("Members known today"), add, lambda: self.deeds.open_form("link", about=view.id))
        if not view.links:
            detail.text(self.tr("Nobody is linked to this group."), quiet=True)
        shown = view.links if whole else view.links[:SHOWN]
        detail.each(shown, self._member)
        if len(shown) < len(view.links):
            detail.text(self.tr("{count} more.").format(count=len(view.links) - len(shown)), quiet=True)
        if view.waiting and self.may_write:
            # Not members yet: shown to those who may approve, and counted nowhere.
            detail.section(self.tr("Waiting for approval"))
            told = self.tr("These do not count as members before another user has approved the grounds.")
            detail.text(told, quiet=True)
            shown = view.waiting if whole else view.waiting[:SHOWN]
            detail.each(shown, self._member)
            if len(shown) < len(view.waiting):
                detail.text(self.tr("{count} more.").format(count=len(view.waiting) - len(shown)), quiet=True)

    def _member(self, link: Link) -> QWidget:
        held = link.membership
        review = self.tr("Review {date}").format(date=show_date(held.review_on))
        badges = [(review, Tone.SOON if link.review_due else Tone.NEUTRAL)]
        kind = self.words.value(held.source_kind) if held.source_kind else ""
        source = ", ".join(part for part in (held.source, kind, self.words.value(held.reliability)) if part)
        entered = self.tr("Entered by {user}").format(user=held.proposed_by or held.made_by)
        if self.user in (held.proposed_by, held.made_by):
            entered = " · ".join((entered, self.tr("Somebody else has to approve it.")))
        return card(
            link.person_code or "–",
            act=lambda: self.deeds.go("person", held.person or ""),
            badges=badges,
            lines=[source if held.source else self.tr("No source"), *([] if link.counts else [held.basis, entered])],
            buttons=self._approval(link),
        )

    def _approval(self, link: Link) -> tuple[Button, ...]:
        held = link.membership
        # Whoever proposed it cannot approve it: the button would only lead to a refusal.
        if link.counts or not self.may_write or self.user in (held.proposed_by, held.made_by):
            return ()
        return (Button(self.tr("Approve"), lambda: self.deeds.approve_link(held.id), "check"),)

    def _relations(self, detail: Detail, view: GroupView) -> None:
        add = self.tr("Add") if self.may_write else ""
        detail.section(self.tr("Conflicts and alliances"), add, lambda: self.deeds.open_form("relation", about=view.id))
        running = [row for row in view.relations if holds(row[0], today())]
        if not running:
            detail.text(self.tr("None that holds today."), quiet=True)
        if view.relation_map.edges:
            drawing = RelationDrawing(view.relation_map, self.words)
            drawing.opened.connect(lambda group: self.deeds.go("group", group))
            detail.put(drawing)
        detail.each(running, lambda row: self._relation(*row))

    def _relation(self, relation: Relation, other: str, name: str) -> QWidget:
        conflict = relation.relation_kind is RelationKind.CONFLICT
        since = self.tr("since {date}").format(date=show_date(relation.from_on)) if relation.from_on else ""
        buttons = (
            Button(self.tr("Change"), lambda: self.deeds.open_form("relation", relation.id)),
            Button(self.tr("End"), lambda: self.deeds.end_relation(relation.id)),
            Button(self.tr("Remove"), lambda: self.deeds.remove_relation(relation.id)),
        )
        return card(
            name,
            act=lambda: self.deeds.go("group", other),
            badges=[(self.words.value(relation.relation_kind), Tone.LATE if conflict else Tone.ACCENT)],
            lines=[" · ".join(part for part in (since, relation.source) if part), said(self.words, relation)],
            buttons=buttons if self.may_write else (),
        )
