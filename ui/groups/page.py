"""Groups: the list with size, members known and the last one reached; a group's members, relations and time line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from gvi_desktop.domain.user import Right
from gvi_desktop.services import groups, memberships, profile, quality, relations, timeline
from gvi_desktop.services.groups import GroupLine
from gvi_desktop.services.profile import GroupView
from gvi_desktop.services.relations import RelationMap
from gvi_desktop.services.timeline import Moment
from ui.groups.columns import columns
from ui.groups.forms import Forms
from ui.groups.relationmap import RelationDrawing
from ui.groups.sheet import GroupSheet
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.linkform import link_form
from ui.kit.listplace import Query, ShortListPlace
from ui.kit.panel import FormPanel
from ui.kit.table import Column


class GroupsPage(ShortListPlace[GroupLine]):
    """Groups that drive violence; the window never calls them anything else."""

    kinds = frozenset({"group", "relation", "membership", "person", "notification", "incident", "focus", "callin"})
    empty_icon = "network"

    def __init__(self, desk: Desk) -> None:
        self._whole = ""
        self._older: tuple[str, Sequence[Moment]] = ("", ())
        super().__init__(desk)
        self.may_write = desk.user.may(Right.WRITE)
        self.forms = Forms(self.words, self.tasks, self._saved_group)
        self.sheet = GroupSheet(self.words, self, desk.user.name, may_write=self.may_write)
        self.filterable(self.tr("Filter groups"))
        go = partial(desk.show_record, "reviews", "")
        self.secondary(self.tr("Review what is due"), go, "clipboard-check", in_menu=True)
        self.secondary(self.tr("Map of all groups"), self.show_map, "network", in_menu=True)
        if self.may_write:
            self.primary(self.tr("New group"), self.new)
            self.secondary(self.tr("Remove this group"), self.remove, "trash-2", in_menu=True)

    def heading(self) -> str:
        return self.tr("Groups")

    def nothing(self) -> tuple[str, str]:
        return self.tr("Groups stand here by name or code, with their conflicts and alliances."), self.tr("New group")

    def not_chosen(self) -> str:
        return self.tr("Choose a group to read about it here.")

    def columns(self) -> Sequence[Column[GroupLine]]:
        return columns(self.words)

    @staticmethod
    def fetch_all(unit: Any, query: Query) -> Sequence[GroupLine]:
        return groups.lines(unit)

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> GroupView:
        return profile.of_group(unit, record_id)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Any:
        return groups.get_relation(unit, record_id) if name == "relation" else groups.get(unit, record_id)

    def reload(self) -> None:
        if self._older[0] and self._older[0] == self.current:
            self.show_older()
        else:
            super().reload()

    def draw(self, detail: Detail, record: GroupView) -> None:
        older = self._older[1] if self._older[0] == record.id else ()
        self.sheet.draw(detail, record, whole=self._whole == record.id, older=older)

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if name == "link":
            return link_form(self.words, self.tasks, None, group=about)
        if name == "relation":
            return self.forms.relation(record, about)
        return self.forms.group(record)

    def new(self) -> None:
        if self.may_write:
            super().new()

    def edit(self) -> None:
        if self.may_write:
            super().edit()

    # what the sheet's buttons do

    def go(self, kind: str, record_id: str) -> None:
        """To a record of another place, or another group here."""
        if kind == "group":
            self.show_record(record_id)
        else:
            self.desk.show_record(kind, record_id)

    def approve_link(self, link_id: str) -> None:
        self.do(Act(memberships.approve, link_id), self.tr("Approved"))

    def end_relation(self, relation_id: str) -> None:
        self.do(Act(groups.end_relation, relation_id), self.tr("Ended as of today"))

    def remove_relation(self, relation_id: str) -> None:
        """One that should not have been noted; the note offers Undo."""
        self.do(Act(groups.remove_relation, relation_id), self.tr("Removed"))

    def mark_reviewed(self) -> None:
        self.do(Act(quality.mark_reviewed, "group", self.current), self.tr("Reviewed"))

    def remove(self) -> None:
        """Out of every list, with links and relations; the note offers Undo."""
        if self.current:
            self.do(Act(groups.remove, self.current), self.tr("Removed"))

    def show_all(self) -> None:
        self._whole = self.current
        self.reload()

    def show_map(self) -> None:
        """All groups and how they stand to one another, in place of one group's page."""
        self.tasks.read(self, relations.mapped, then=self._draw_map, only="map")

    def show_older(self) -> None:
        """The time line to its end, however long it is."""
        self.tasks.read(self, _all_of, self.current, then=self._got_older, only="older")

    # inside

    def _draw_map(self, found: RelationMap) -> None:
        self.detail.start("map")
        self.detail.title(self.tr("Conflicts and alliances"), self.tr("What holds today between all groups"))
        if not found.edges:
            self.detail.text(self.tr("None that holds today."), quiet=True)
            return
        drawing = RelationDrawing(found, self.words)
        drawing.opened.connect(self.show_record)
        self.detail.put(drawing)
        if found.left_out:
            text = self.tr("%n more group(s) found no room; each group's page shows its own.", "", found.left_out)
            self.detail.text(text, quiet=True)
        for one, other, held in drawing.table():
            self.detail.row(f"{one} – {other}", held)

    def _got_older(self, found: tuple[str, Sequence[Moment]]) -> None:
        self._older = found
        super().reload()

    def _saved_group(self, saved: groups.Saved) -> None:
        if saved.to_review:
            told = self.tr("Saved. %n link(s) to this group are to be reviewed today.", "", saved.to_review)
            self.desk.say(told, undo=True)
        self.show_record(saved.id)


def _all_of(unit: Any, record_id: str) -> tuple[str, Sequence[Moment]]:
    return record_id, timeline.of_group(unit, record_id, None)
