"""Somebody whom a colleague has erased, or who was erased in a newer copy of the vault: their name leaves our texts.

What can only mean them is replaced in the step that brings the erasure. A name that others bear too is for somebody to
decide on: until then is kept where it stands (record and field), and by what sum its words are known, not what it says.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import select

from gvi_desktop.domain.user import Right
from gvi_desktop.services import erasure, forgetting, mentions, pastmentions
from gvi_desktop.services.burying import Leaving
from gvi_desktop.services.mentions import WORD, Mention
from gvi_desktop.services.telling import Telling
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import chunks

KEPT = "erased_names"
"""Its name among what the vault keeps for itself."""


@dataclass(frozen=True)
class _Asked:
    """A place that waits for a decision. The words that may be the name are known by their number and their sum under
    `salt`, so that they are found again in a text that was changed meanwhile."""

    mention: Mention
    words: frozenset[tuple[int, str]]
    salt: str

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand in a text, in order."""
        found, parts = list[tuple[int, int]](), list(WORD.finditer(text))
        for first, start in enumerate(parts):
            for size in sorted({size for size, _ in self.words}, reverse=True):
                some = [one[0] for one in parts[first : first + size]]
                if len(some) < size or (found and start.start() < found[-1][1]):
                    continue
                if {(size, _sum(some, self.salt)), (size, _sum(some, self.salt, "s"))} & self.words:
                    found.append((start.start(), parts[first + size - 1].end()))
        return found


def heed(unit: Unit, leaving: Leaving) -> int:
    """Free what is here of those who have gone in this step; returns how many texts and entries lost a name. Nothing
    where none of them has gone after all."""
    gone = _gone(unit, leaving.people)
    if not gone:
        return 0
    people = [leaving.people[one] for one in sorted(gone)]
    erasure.let_go(unit, gone)
    known = mentions.telling_of(unit, people)
    named = mentions.find(unit, known)
    sure, doubtful = [one for one in named if one.sure], [one for one in named if not one.sure]
    count = mentions.replace(unit, known, sure)
    count += mentions.settle(unit, known, {one.id for one in doubtful})
    kept = {(one.id, one.field) for one in doubtful}
    count += pastmentions.forget(unit, known, {one.id for one in sure}, kept)
    lines = set[str]().union(*(leaving.lines.get(one, ()) for one in gone))
    # A form that somebody had open is lost for what can mean nobody else, not for a word that a colleague chose.
    forgetting.forget(unit, {one for one in lines if known.surely(one)}, gone)
    _ask(unit, known, doubtful)
    if count:
        unit.can_undo = False  # the texts before are gone
    unit.note("retention", detail=f"erased elsewhere: people {len(gone)}, names {count}, to decide {len(doubtful)}")
    return count


def waiting(unit: Unit) -> list[Mention]:
    """The places that wait, those that are still there; one that was rewritten meanwhile has nothing to show."""
    unit.need(Right.ERASE)
    return [one.mention for one in _listed(unit)]


def count(unit: Unit) -> int:
    """How many places wait for somebody who may decide."""
    return len(_stored(unit)) if unit.user.may(Right.ERASE) else 0


def decide(unit: Unit, decided: Mapping[str, bool]) -> int:
    """Say of places (`Mention.place`) whether the name goes; returns of how many it did. What the history said there
    goes with it. A text that was rewritten stays as it is now."""
    unit.need(Right.ERASE)
    listed = _listed(unit)
    for one in listed:
        if decided.get(one.mention.place):
            _take_out(unit, one)
    _keep(unit, [one for one in listed if one.mention.place not in decided])
    gone = sum(bool(decided.get(one.mention.place)) for one in listed)
    unit.can_undo = False
    unit.store.erased = True  # so that no page of the log outlasts it
    unit.title = "retention.names"
    unit.note("retention", detail=f"names elsewhere {gone}, left {len(decided) - gone}")
    return gone


def _take_out(unit: Unit, one: _Asked) -> None:
    text = mentions.text_at(unit, one.mention) or ""
    words = {text[start:end] for start, end in one.spans(text)}
    if words:
        mentions.replace(unit, Telling.of_names(words), [one.mention])
    telling = Telling.of_names(words | {word.removesuffix("s") for word in words})  # as it stands, and without genitive
    seqs = []
    for entry in journal.entries(unit.connection, record=one.mention.id):
        said = [str(value) for pair in (entry.values or {}).values() for value in pair if isinstance(value, str)]
        of_field = one.mention.field in (entry.values or {})
        if any(telling.hits(text) for text in said) if words else of_field:
            seqs.append(entry.seq)
    if seqs:
        unit.store.withdraw(one.mention.kind, one.mention.id, seqs)


def _gone(unit: Unit, people: Collection[str]) -> set[str]:
    h = ledger.history.c
    return {
        one
        for chunk in chunks(sorted(people))
        for one in unit.connection.execute(select(h.id).where(h.id.in_(chunk), h.dead_hlc.is_not(None))).scalars()
    }


def _ask(unit: Unit, known: Telling, doubtful: Collection[Mention]) -> None:
    asked = {one.mention.place: one for one in _listed(unit)}
    for one in doubtful:
        text = mentions.text_at(unit, one)
        if text is None:
            continue
        # Somebody else whose name stands there may wait for a decision already.
        before = asked.get(one.place)
        salt = os.urandom(8).hex() if before is None else before.salt
        said = [WORD.findall(text[hit.start : hit.end]) for hit in known.hits(text)]
        words = frozenset((len(parts), _sum(parts, salt)) for parts in said if parts)
        if before is not None:
            words |= before.words
        asked[one.place] = _Asked(replace(one, title="", excerpt=""), words, salt)
    _keep(unit, asked.values())


def _listed(unit: Unit) -> list[_Asked]:
    found = []
    for kind, record_id, name, unread, words, salt in _stored(unit):
        mention = Mention(kind, record_id, name, "", "", sure=False, unread=unread)
        text = mentions.text_at(unit, mention)
        if text:
            one = _Asked(mention, frozenset((size, told) for size, told in words), salt)
            shown = mentions.described(unit, mention, text, next(iter(one.spans(text)), None))
            found.append(replace(one, mention=shown))
    return found


def _stored(unit: Unit) -> list[tuple[Any, ...]]:
    raw = unit.connection.execute(select(ledger.secret.c.value).where(ledger.secret.c.name == KEPT)).scalar()
    return [tuple(one) for one in orjson.loads(raw)] if raw else []


def _keep(unit: Unit, asked: Collection[_Asked]) -> None:
    told = [(one.mention.kind, one.mention.id, one.mention.field, one.mention.unread, sorted(one.words), one.salt)
            for one in asked]  # fmt: skip
    s = ledger.secret
    if told:
        row = {"name": KEPT, "value": orjson.dumps(told)}
        unit.connection.execute(s.insert().prefix_with("OR REPLACE").values(**row))
    else:
        unit.connection.execute(s.delete().where(s.c.name == KEPT))


def _sum(words: Sequence[str], salt: str, ending: str = "") -> str:
    """What these words are known by, without an ending of the last."""
    told = " ".join(words).casefold().removesuffix(ending)
    return hashlib.sha256(f"{salt} {told}".encode()).hexdigest()[:16]
