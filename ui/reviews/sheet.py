"""One record under review: since when it is due, what it rests on, what has happened, what was changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.memberships import Link
from gvi_desktop.services.reviewing import WHEN, Looked
from ui.kit.cards import card
from ui.kit.dates import local, show_date, today
from ui.kit.detail import Detail
from ui.kit.fields.mark import said
from ui.kit.moments import events
from ui.kit.tokens import Tone
from ui.kit.words import Words

Go = Callable[[str, str], object]
Buttons = Sequence[tuple[str, Callable[[], object], str]]


class ReviewSheet(QObject):
    """Draws what one needs to decide; `go(kind, id)` opens a record in its place."""

    def __init__(self, words: Words, go: Go) -> None:
        super().__init__()
        self.words = words
        self.go = go

    def draw(self, detail: Detail, looked: Looked, buttons: Buttons) -> None:
        turn, words = looked.turn, self.words
        detail.start(turn.id)
        detail.title(looked.title, words.kind(turn.kind).capitalize())
        late = (today() - turn.due).days
        over = self.tr("Due {date}, %n day(s) ago", "", late).format(date=show_date(turn.due))
        detail.badge(over if late else self.tr("Due today"), Tone.LATE if late else Tone.SOON)
        if looked.record.imported:
            detail.badge(self.tr("Imported, and nobody has looked at it yet."), Tone.SOON)
        for text, act, kind in buttons:
            detail.action(text, act, kind=kind)
        detail.section(self.tr("What it rests on"))
        self._grounds(detail, looked)
        detail.section(self.tr("Since the last review, {date}").format(date=show_date(looked.since)))
        if not looked.happened and not looked.changed:
            detail.text(self.tr("Nothing has happened and nothing was changed."), quiet=True)
        if looked.happened:
            detail.timeline(events(words, looked.happened, self.go))
        if looked.changed:
            detail.section(self.tr("Changes in the record"))
            for line in looked.changed:
                detail.row(show_date(local(line.at).date()), self._change(line, turn.kind))

    def _grounds(self, detail: Detail, looked: Looked) -> None:
        record, words, kind = looked.record, self.words, looked.turn.kind
        entered = local(looked.entered).date()
        age = self.tr("{date} by {user}, %n day(s) ago", "", (today() - entered).days)
        detail.row(self.tr("Entered"), age.format(date=show_date(entered), user=looked.by))
        if kind == "person":
            detail.row(words.label("person", "role"), words.value(record.role))
            if looked.person is not None and looked.person.clock is not None:
                detail.row(self.tr("Kept until"), show_date(looked.person.clock.end))
        if kind == "group":
            detail.row(words.label("group", "status"), words.value(record.status))
        if kind != "membership" and record.note:
            detail.row(words.label(kind, "note"), said(words, record))
        detail.row(words.label(kind, WHEN[kind]), show_date(getattr(record, WHEN[kind])))
        if not looked.links:
            detail.text(self.tr("No link to a group that holds today."), quiet=True)
        detail.each(looked.links, lambda link: self._link(link, kind))
        for relation, other, name in looked.relations:
            detail.put(
                card(
                    name,
                    act=partial(self.go, "group", other),
                    badges=[(words.value(relation.relation_kind), Tone.NEUTRAL)],
                    lines=[relation.source or self.tr("No source"), said(words, relation)],
                )
            )

    def _link(self, link: Link, kind: str) -> QWidget:
        held, words = link.membership, self.words
        label, value = words.label, words.value
        source = ", ".join(part for part in (held.source, value(held.source_kind) if held.source_kind else "") if part)
        approved = self.tr("Approved by {user}").format(user=held.approved_by)
        badges = [(approved, Tone.GOOD) if held.approved_by else (self.tr("Waiting for approval"), Tone.SOON)]
        if kind == "group":
            act, name = lambda: self.go("person", held.person or ""), link.person_code
        elif kind == "person":
            act, name = lambda: self.go("group", held.group or ""), link.group_name
        else:
            act, name = lambda: self.go("person", held.person or ""), f"{link.person_code} · {link.group_name}"
        span = " – ".join(show_date(day) if day else "" for day in (held.from_on, held.to_on))
        trust = (
            f"{label('membership', 'reliability')}: {value(held.reliability)}",
            f"{label('membership', 'accuracy')}: {value(held.accuracy)}",
        )
        lines = [
            f"{label('membership', 'source')}: {source}" if source else self.tr("No source"),
            " · ".join(trust),
            held.basis or self.tr("No basis"),
            span.strip(" –") and self.tr("From {span}").format(span=span),
        ]
        return card(name or "–", act=act, badges=badges, lines=[one for one in lines if one])

    def _change(self, line: HistoryLine, kind: str) -> str:
        fields = ", ".join(self.words.label(kind, name) for name in line.fields)
        parts = (line.by, self.words.action(line.action), fields or line.detail)
        return " · ".join(part for part in parts if part)
