"""Making letters: numbered, drawn, and entered in register, journal and disclosures in one step; or only looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.invitee import Invitee, NoticeWay
from gvi_desktop.domain.letter import NAMELESS, TO_INVITEES, Letter, LetterDraft, LetterKind, LetterProblem, LetterWay
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.user import Right
from gvi_desktop.letters import templates
from gvi_desktop.letters.given import LetterInput
from gvi_desktop.letters.pages.card import PER_SHEET
from gvi_desktop.letters.render import Rendered, render
from gvi_desktop.services.letters_numbers import numbers
from gvi_desktop.services.letters_plan import Planned, Prepared, head_of, plan, without
from gvi_desktop.services.letters_proof import digests
from gvi_desktop.services.letters_values import ground_of
from gvi_desktop.services.letters_window import window_of
from gvi_desktop.services.letters_wish import Wish
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

NOTICED_BY = {
    LetterWay.POST: NoticeWay.POST,
    LetterWay.BY_HAND: NoticeWay.BY_HAND,
    LetterWay.PROBATION_OFFICER: NoticeWay.PROBATION_OFFICER,
}


@dataclass(frozen=True)
class Made:
    """The PDF, and what was entered in the register (`ids`: nothing for a preview); `left_out` are code names."""

    pdf: bytes
    sha256: str
    pages: int
    numbers: tuple[str, ...] = ()
    """Those that stand in the letters; of a preview, those they get if nobody prints in between."""
    ids: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    first_pages: tuple[int, ...] = ()
    """Of each letter in order, the page (from 1) that it begins on."""
    people: tuple[str, ...] = ()
    """Of each letter in order, id of the person it is for; empty for lists and nameless ones."""


def make(
    unit: Unit,
    prepared: Prepared,
    leave_out_stopped: bool = False,
    preview: bool = False,
    way: DisclosureWay = DisclosureWay.FILE,
    seen: bytes | None = None,
) -> Made:
    """The letters as one PDF. All are looked at again first; while one is stopped none is made, unless the stopped
    people are left out. Everything but a preview is entered in the register: what was printed cannot be undone.

    `seen` are the bytes that the user has looked at: where the letters would be others now, in text or number, they
    are refused and nothing is entered.
    """
    unit.need(Right.PRINT)
    if way is DisclosureWay.FILE:
        unit.need(Right.EXPORT)
    if not preview:
        unit.may_write(Letter)  # before anything is drawn
    fresh = plan(unit, prepared.wish)
    stopped = {stop.person: stop.who for stop in fresh.stops if stop.person}
    if leave_out_stopped and stopped:
        fresh = plan(unit, without(prepared.wish, stopped))
    if fresh.stops:
        raise RefusedError(Problem(LetterProblem.STOPPED, None, {"name": stop.who}) for stop in fresh.stops)
    if not fresh.letters:
        raise RefusedError(LetterProblem.NOBODY)
    left_out = tuple(sorted(set(stopped.values()), key=str.casefold)) if leave_out_stopped else ()
    letters = [_numbered(one, number) for one, number in zip(fresh.letters, numbers(unit), strict=False)]
    drawn, places = _drawn(unit, letters, fresh.wish)
    made = Made(
        drawn.pdf,
        drawn.sha256,
        _pages(drawn),
        numbers=tuple(one.letter.reference for one in letters),
        left_out=left_out,
        first_pages=tuple(first for first, _ in places),
        people=_whom(letters),
    )
    if preview:
        return made
    if seen is not None and seen != drawn.pdf:
        raise RefusedError(LetterProblem.PREVIEW_OLD)
    sums = digests(drawn.pdf, places)
    ids = tuple(_enter(unit, fresh, one, own) for one, own in zip(letters, sums, strict=True))
    note_names(unit, letters)
    _note_notices(unit, fresh, letters, ids)
    disclose(unit, fresh, letters, way)
    unit.title = "letter.print"
    unit.can_undo = False
    return replace(made, ids=ids)


def _numbered(one: Planned, number: str) -> Planned:
    return replace(one, letter=replace(one.letter, reference=number))


def _whom(letters: Sequence[Planned]) -> tuple[str, ...]:
    return tuple(person.id if (person := _only_person(one)) else "" for one in letters)


def _only_person(one: Planned) -> Person | None:
    """Whom a letter is for, where it is for one person."""
    single = len(one.about) == 1 and one.letter.kind not in (*NAMELESS, LetterKind.NO_SHOWS)
    return one.about[0].person if single else None


def _drawn(unit: Unit, letters: Sequence[Planned], wish: Wish) -> tuple[Rendered, list[tuple[int, int]]]:
    """The file, and of each entry the pages (from 1) of its first copy."""
    inputs: list[LetterInput] = []
    starts = []
    for one in letters:
        starts.append(len(inputs))
        inputs += [one.letter] * (one.copies if one.letter.kind in NAMELESS else 1)
    language = wish.language or unit.office.language.value
    drawn = render(inputs, head_of(unit), language, window_of(unit, wish.envelope))
    return drawn, [drawn.pages[start] for start in starts]


def _pages(drawn: Rendered) -> int:
    return max(last for _, last in drawn.pages)


def _enter(unit: Unit, prepared: Prepared, one: Planned, sha256: str) -> str:
    """One entry of the register and its `print` in the journal."""
    wish, letter = prepared.wish, one.letter
    whom = _only_person(one) or wish.person
    entry = unit.add(
        Letter,
        LetterDraft(
            number=letter.reference,
            letter_kind=wish.kind,
            template_version=_version(letter),
            language=letter.recipient.language,
            person=whom.id if whom else None,
            callin=wish.callin.id if wish.callin else None,
            round=wish.round.id if wish.round else None,
            subject=_subject(unit, prepared),
            printed_on=unit.today,
            copies=_on_paper(one),
            sha256=sha256,
            way=one.way,
        ),
    )
    unit.note("print", entry, wish.kind.value)
    return entry.id


def note_names(unit: Unit, letters: Sequence[Planned]) -> None:
    """Whose real names stand in a letter has been revealed."""
    people = unit.by_ids(Person, {person for one in letters for person, _ in one.names})
    for one in letters:
        for person, reason in one.names:
            told = f"letter {one.letter.reference}"
            said = f"{told}: {reason}"[:200] if reason else ""  # a reason may name somebody: it goes with the person
            unit.note("reveal", people[person], None if said else told, said=said)


def _note_notices(unit: Unit, prepared: Prepared, letters: Sequence[Planned], ids: Sequence[str]) -> None:
    """Who is called has got their notice, today unless they had one before; that nothing stops them has just been
    asked of all at once."""
    callin = prepared.wish.callin
    if prepared.wish.kind not in TO_INVITEES or callin is None:
        return
    for one, letter in zip(letters, ids, strict=True):
        if (invitee := one.about[0].invitee) is not None:
            way = invitee.way or NOTICED_BY[one.way or LetterWay.BY_HAND]
            day = invitee.noticed_on or unit.today
            unit.change(Invitee, invitee.id, way=way, noticed_on=day, letter=letter)
    if callin.status is CallinStatus.PLANNED:
        unit.change(Callin, callin.id, status=CallinStatus.INVITED)


def _on_paper(one: Planned) -> int:
    """Cards are printed in whole sheets."""
    sheets = -(-one.copies // PER_SHEET)
    return sheets * PER_SHEET if one.letter.kind is LetterKind.CARD else one.copies


def _version(letter: LetterInput) -> str:
    """Which text it was: kind, language and the beginning of the text's SHA-256."""
    language = letter.recipient.language
    digest = hashlib.sha256(templates.wording(letter, language).encode()).hexdigest()
    return f"{letter.kind.value}-{language}-{digest[:12]}"


def _subject(unit: Unit, prepared: Prepared) -> str:
    wish = prepared.wish
    if wish.callin is not None:
        return Words(unit.office.language.value).text("callinpapers", "callin", number=wish.callin.number or "–")
    return wish.round.name if wish.round is not None else ""


def disclose(unit: Unit, prepared: Prepared, letters: Sequence[Planned], way: DisclosureWay) -> None:
    """Every print and every file makes one entry (records.md, disclosure), in the words of the office."""
    wish = prepared.wish
    own = Words(unit.office.language.value)
    ground = ground_of(unit, wish.ground).code if wish.ground else OWN_AGENCY
    to_probation = wish.kind is LetterKind.NO_SHOWS
    first, last = letters[0].letter.reference, letters[-1].letter.reference
    what = own.text("letters", "disclosed", kind=own.value(wish.kind), count=len(letters), first=first, last=last)
    about = () if wish.kind in NAMELESS else [aim.person.id for one in letters for aim in one.about]
    unit.add(
        Disclosure,
        DisclosureDraft(
            on=unit.today,
            way=way,
            what=what,
            records=max(1, len(about)),
            people=frozenset(about),
            agency=own.text("letters", "to_probation") if to_probation else unit.office.agency,
            ground=ground,
            weighing=wish.weighing,
            decided_by=unit.user.name,
            reference=first,
        ),
    )
