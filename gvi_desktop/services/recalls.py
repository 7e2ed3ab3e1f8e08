"""Recalls: a colleague is asked to take away what was disclosed and answers done or not done; both sides keep it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.disclosure import (
    Disclosure,
    DisclosureDraft,
    DisclosureProblem,
    DisclosureWay,
    RecallState,
)
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.user import Right
from gvi_desktop.services import accounts
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import moment
from gvi_desktop.sync.manifest import Manifest
from gvi_desktop.sync.recall import MOST, RecallAnswer, RecallNotice

ANSWERS = (RecallState.DONE, RecallState.NOT_DONE)


def waiting(unit: Unit) -> list[Disclosure]:
    """The work list: what colleagues ask us to take away and nobody has answered yet, the oldest first."""
    d = unit.table(Disclosure).c
    return unit.find(Disclosure, d.received == 1, d.recall_state == RecallState.ASKED.value, order_by=d.recalled_on)


def count(unit: Unit) -> int:
    """How many of them there are."""
    d = unit.table(Disclosure).c
    return unit.count(Disclosure, d.received == 1, d.recall_state == RecallState.ASKED.value)


def answer_problems(state: RecallState | None, note: str) -> tuple[Problem, ...]:
    """An answer is done or not done; what was not done says why."""
    found = () if state in ANSWERS else (Problem("missing", "recall_state"),)
    silent = state is RecallState.NOT_DONE and not note.strip()
    return (*found, Problem("missing", "recall_answer")) if silent else found


def answer(unit: Unit, disclosure_id: str, state: RecallState | None, note: str = "") -> None:
    """Say what became of a recall that came to us; the next bundle or receipt to the colleague carries it."""
    unit.need(Right.EXPORT)
    found = unit.get(Disclosure, disclosure_id)
    if wrong := answer_problems(state, note):
        raise RefusedError(wrong, kind="disclosure")
    if not found.received or found.recalled_on is None:
        raise RefusedError(DisclosureProblem.NOT_RECALLED, kind="disclosure")
    if found.recall_state in ANSWERS:
        raise RefusedError(DisclosureProblem.ANSWERED, kind="disclosure")
    unit.title = "disclosure.answer"
    values = {"recall_answered_on": unit.today, "recall_answered_by": unit.user.name}
    unit.change(Disclosure, disclosure_id, recall_state=state, recall_answer=note.strip(), **values)


def asked(unit: Unit, peer: str) -> tuple[RecallNotice, ...]:
    """The recalls a bundle to this peer carries: those it has not answered yet."""
    d = unit.table(Disclosure).c
    open_ones = (d.peer == peer, d.received == 0, d.recall_state == RecallState.ASKED.value)
    return tuple(
        RecallNotice(one.reference, one.on, one.what, one.recalled_on, one.recalled_why)
        for one in unit.find(Disclosure, *open_ones, order_by=d.recalled_on, limit=MOST)
        if one.on is not None and one.recalled_on is not None
    )


def answered(unit: Unit, peer: str, since: date | None) -> tuple[RecallAnswer, ...]:
    """The answers a bundle to this peer carries: those it may not know yet, given on `since` or later."""
    d = unit.table(Disclosure).c
    given = [d.peer == peer, d.received == 1, d.recall_state.in_([one.value for one in ANSWERS])]
    if since is not None:
        given.append(d.recall_answered_on >= since.isoformat())
    return tuple(
        RecallAnswer(
            one.reference,
            one.recall_state is RecallState.DONE,
            one.recall_answered_on,
            one.recall_answered_by,
            one.recall_answer,
        )
        for one in unit.find(Disclosure, *given, order_by=d.recall_answered_on.desc(), limit=MOST)
        if one.recall_answered_on is not None
    )


def carried(unit: Unit, peers: Sequence[str]) -> tuple[tuple[RecallNotice, ...], tuple[RecallAnswer, ...]]:
    """The recalls and answers of a bundle to these peers: none when there are several, who would read each other's."""
    if len(peers) != 1:
        return (), ()
    known = accounts.known_since(unit, peers[0])
    return asked(unit, peers[0]), answered(unit, peers[0], unit.local(moment(known)).date() if known else None)


def take_in(unit: Unit, contact: Contact, manifest: Manifest) -> None:
    """Enter what a bundle says of recalls: new ones wait for an answer here, answers settle ours. Whatever is known
    already changes nothing, so a bundle may come twice."""
    for notice in manifest.recalls:
        _enter(unit, contact, notice)
    d = unit.table(Disclosure).c
    for one in manifest.answers:
        ours = (d.peer == contact.peer, d.received == 0, d.reference == one.reference)
        for found in unit.find(Disclosure, *ours, d.recall_state == RecallState.ASKED.value):
            unit.change(
                Disclosure,
                found.id,
                recall_state=RecallState.DONE if one.done else RecallState.NOT_DONE,
                recall_answer=one.note[:500],
                recall_answered_on=one.on,
                recall_answered_by=one.by,
            )


def _enter(unit: Unit, contact: Contact, notice: RecallNotice) -> None:
    d = unit.table(Disclosure).c
    known = unit.find(Disclosure, d.peer == contact.peer, d.received == 1, d.reference == notice.reference)
    values = {
        "recalled_on": notice.recalled,
        "recalled_why": notice.why[:500],
        "recall_state": RecallState.ASKED,
    }
    for one in known:
        if one.recalled_on is None:
            unit.change(Disclosure, one.id, **values)
    if known:
        return
    draft = DisclosureDraft(
        on=notice.on,
        way=DisclosureWay.BUNDLE,
        what=notice.what,
        agency=contact.agency,
        contact=contact.name,
        received=True,
        reference=notice.reference,
        peer=contact.peer,
        **values,  # type: ignore[arg-type]
    )
    unit.add(Disclosure, draft)
