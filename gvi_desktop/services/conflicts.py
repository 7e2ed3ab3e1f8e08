"""Conflicts: fields with several different values that nobody has chosen between; all are kept until a person does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select

from gvi_desktop.domain.approval import APPROVALS
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.history import Value, wall_ms_of
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.lettertext import LetterText
from gvi_desktop.domain.person import Person, PersonProblem, Protection
from gvi_desktop.domain.record import draft_fields
from gvi_desktop.domain.user import Right
from gvi_desktop.services import answering, approvals, lettertexts, lifting
from gvi_desktop.services.authors import Author, Authors
from gvi_desktop.services.search import shown
from gvi_desktop.services.shielded import people_in
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.wording import Words

MILLI = 1000
EXCERPT = 400
IN_USE = "in_use"
"""The "field" of the choice between letter texts that two offices took into use apart; its values are their ids."""
LISTED = 1000
"""Records of which the work list holds the conflicts; the rest moves up as these are settled."""


@dataclass(frozen=True)
class Version:
    """One of the values: as it is stored, as the record's type (neither where it is hidden), who wrote it, and when by
    that office's clock."""

    stored: Value
    value: Any
    author: Author
    at: datetime
    title: str = ""
    """What the record is called that the value points to, if it points to one."""

    @property
    def own(self) -> bool:
        """Whether this office wrote it."""
        return self.author.own


@dataclass(frozen=True)
class Conflict:
    """A field of a record with its versions, the newest first."""

    kind: str
    id: str
    title: str
    field: str
    versions: tuple[Version, ...]
    element: str = ""
    """Of a field with several members: the one that is in or out."""
    personal: bool = False
    """Whether the values name or locate somebody: not shown before somebody asks for them."""
    protected: bool = False
    """Whether that is somebody with protected identity: then somebody says why, too."""
    hidden: bool = False
    """Whether the values are left out for that."""

    @property
    def column(self) -> str:
        """The record's field."""
        return self.field.partition(histories.SET_MARK)[0]

    @property
    def key(self) -> str:
        """A name of its own in the work list."""
        return f"{self.id}/{self.field}"


def count(unit: Unit) -> int:
    """How many records hold a conflict, or stand beside another in one place."""
    h = ledger.history.c
    may_see = [one.value for one in unit.user.reads]
    query = select(func.count(h.id)).where(h.conflicts > 0, h.kind.in_(BY_KIND), h.compartment.in_(may_see))
    return int(unit.connection.execute(query).scalar_one()) + len(lettertexts.rivals(unit))


def listed(unit: Unit, limit: int = LISTED) -> list[Conflict]:
    """The conflicts of the first records that have any, as a work list. Values that name or locate somebody are not in
    it: see `reveal`."""
    h = ledger.history.c
    may_see = [one.value for one in unit.user.reads]
    wanted = select(h.kind, h.id).where(h.conflicts > 0, h.kind.in_(BY_KIND), h.compartment.in_(may_see))
    rows = unit.connection.execute(wanted.order_by(h.kind, h.n).limit(limit)).all()
    found = _of(unit, [(row.kind, row.id) for row in rows], told=False)
    return found + [_rivals(unit, beside) for beside in lettertexts.rivals(unit)]


def _of(unit: Unit, records: Sequence[tuple[str, str]], *, told: bool) -> list[Conflict]:
    """The conflicts of these records; `told` = also values that name or locate somebody."""
    ids = [record_id for _, record_id in records]
    states, authors, called = histories.many(unit.connection, ids), Authors(unit, ids), _Titles(unit)
    held: dict[str, Any] = {}
    for kind in {kind for kind, _ in records}:
        held |= unit.store.many(BY_KIND[kind], [one for other, one in records if other == kind], removed=True)
    found = []
    for kind, record_id in records:
        record, state = BY_KIND[kind], states[record_id]
        title = called.title(held[record_id]) if record_id in held else ""
        for name in sorted(state.conflicts):
            column, _, element = name.partition(histories.SET_MARK)
            codec = codecs(record).get(column)
            target = "" if codec is None else codec.ref or ""
            personal = _personal(record, column)
            hidden = personal and not told
            versions = []
            for dot, (hlc, stored) in state.cells[name].siblings.items():
                author = authors.of(record_id, dot, hlc)
                at = unit.local(datetime.fromtimestamp(wall_ms_of(hlc) / MILLI, UTC))
                if hidden:
                    versions.append(Version(None, None, author, at))
                    continue
                value = stored if codec is None or element else codec.decode(stored)
                points = called.of(target, stored) if target and not element else ""
                versions.append(Version(stored, value, author, at, points))
            versions.sort(key=lambda version: version.at, reverse=True)
            inside = (called.of(target, element) if target else element) if element else ""
            # Without the record nobody knows whom it is about: then as if they were protected.
            guarded = personal and (record_id not in held or _protected(unit, held[record_id]))
            found.append(Conflict(kind, record_id, title, name, tuple(versions), inside, personal, guarded, hidden))
    return found


def _rivals(unit: Unit, beside: list[LetterText]) -> Conflict:
    """Letter texts that are in use in one place: the choice is which of them stays so."""
    ids, versions = [one.id for one in beside], []
    states, authors = histories.many(unit.connection, ids), Authors(unit, ids)
    for one in beside:
        cell = states[one.id].cells["status"]
        dot = cell.dot or ("", 0)
        hlc, _ = cell.siblings.get(dot, (0, None))
        at = unit.local(datetime.fromtimestamp(wall_ms_of(hlc) / MILLI, UTC))
        versions.append(Version(one.id, one.text, authors.of(one.id, dot, hlc), at, _start(one.text)))
    versions.sort(key=lambda version: version.at, reverse=True)
    last, words = beside[-1], Words(unit.office.language.value)
    letter = words.value(last.letter_kind) if last.letter_kind else ""
    return Conflict(LetterText.kind, last.id, f"{letter} ({last.language})", IN_USE, tuple(versions))


def _start(text: str) -> str:
    """Enough of a text to know it by."""
    return text if len(text) <= EXCERPT else text[:EXCERPT].rstrip() + " …"


def reveal(unit: Unit, kind: str, record_id: str, reason: str = "") -> list[Conflict]:
    """The conflicts of a record with the values that name or locate a person: noted, like every showing of a name; of
    somebody with protected identity for a stated reason only."""
    unit.need(Right.READ)
    found = unit.get(BY_KIND[kind], record_id)
    if not reason.strip() and _protected(unit, found):
        raise RefusedError([Problem(PersonProblem.REVEAL_WITHOUT_REASON, "reason")])
    unit.note("reveal", found, None if reason.strip() else "conflict", said=reason.strip()[:200])
    return _of(unit, [(kind, record_id)], told=True)


def _same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and one == other


class _Titles:
    """What records are called that the values point to; each is asked for once."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._known: dict[tuple[str, str], str] = {}

    def of(self, kind: str, record_id: Value) -> str:
        record = BY_KIND.get(kind)
        if record is None or not isinstance(record_id, str) or not self._unit.sees(record):
            return ""
        if (kind, record_id) not in self._known:
            found = self._unit.store.many(record, [record_id], removed=True).get(record_id)
            self._known[kind, record_id] = "" if found is None else shown(found)[0]
        return self._known[kind, record_id]

    def title(self, record: Any) -> str:
        """What a record itself is called; one without a name of its own by the person whom it is about."""
        title = shown(record)[0]
        return self.of(Person.kind, getattr(record, "person", None)) if title == record.id else title


def _personal(record: type[Any], column: str) -> bool:
    """Whether a field names or locates somebody; of people also what is noted of them."""
    told = [one.metadata for one in draft_fields(record) if one.name == column and one.metadata.get("personal")]
    return any(record is Person or not one.get("note") for one in told)


def _protected(unit: Unit, record: Any) -> bool:
    """Whether a record is about somebody with protected identity."""
    named = {record.id} | {str(getattr(record, name) or "") for name in people_in(record.kind)[0]}
    return any(one.protection is not Protection.NONE for one in unit.by_ids(Person, named).values())


def choose(unit: Unit, kind: str, record_id: str, field: str, stored: Value, why: str = "") -> None:
    """Take one of the values; the choice is a change like any other and travels. Who so lifts a protection says `why`;
    RefusedError "lift_without_reason"."""
    unit.need(Right.WRITE)
    record = BY_KIND[kind]
    unit.may_write(record)
    unit.title = "conflict.choose"
    rule = APPROVALS.get(kind)
    if kind == LetterText.kind and field == IN_USE:
        lettertexts.settle(unit, str(stored))
        return
    state = unit.store.state(record_id)
    cell = None if state is None else state.cells.get(field)
    if cell is None or not cell.conflict or not any(_same(stored, one) for _, one in cell.siblings.values()):
        raise RefusedError("conflict_settled")
    column, mark, element = field.partition(histories.SET_MARK)
    if not mark:
        # Nobody approves by choosing: whoever chooses the grounds proposes them, and a second user looks at them.
        if rule is not None and field in rule.grounds | {rule.approved_by}:
            approvals.take_away(unit, kind, record_id)
        if rule is not None and field == rule.approved_by:
            return
        lift = kind == Person.kind and field == lifting.FIELD and stored == Protection.NONE.value
        if lift:
            said = lifting.reason_of(Protection.CONFIDENTIALITY, Protection.NONE, why)
            lifting.note(unit, unit.get(Person, record_id), Protection.NONE, said)
        if kind == Person.kind and field == lifting.FIELD and stored != cell.shown:
            answering.stop_again(unit, record_id)
        also = {rule.proposed_by: unit.user.name} if rule is not None and field in rule.grounds else {}
        unit.store.change_raw(record, record_id, {field: stored, **also}, action="choose", settle=True)
        return
    unit.store.choose_element(record, record_id, column, element, stored)
