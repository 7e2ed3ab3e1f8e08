"""Letters before they are made: what each would say, whom it tells of, and every reason against printing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.letter import NAMELESS, TO_INVITEES, LetterKind, LetterProblem, LetterWay
from gvi_desktop.letters import templates
from gvi_desktop.letters.batch import Batch
from gvi_desktop.letters.given import Letterhead, LetterInput
from gvi_desktop.letters.logo import LogoError, checked
from gvi_desktop.services import lettertexts, stationery
from gvi_desktop.services.letters_stops import LetterStop, excepted, of_paper, of_person
from gvi_desktop.services.letters_tongues import name, offered
from gvi_desktop.services.letters_values import absence_list, letter_to, nameless, way_of
from gvi_desktop.services.letters_window import window_of
from gvi_desktop.services.letters_wish import Aim, Wish, aims, settled
from gvi_desktop.services.unit import Unit

MOST = 1000
"""Letters a batch."""


@dataclass(frozen=True)
class Planned:
    """One entry-to-be of the register. `about` are the people it tells of (in a list: its rows, in order)."""

    letter: LetterInput
    about: tuple[Aim, ...] = ()
    copies: int = 1
    way: LetterWay | None = None
    names: tuple[tuple[str, str], ...] = ()
    """(person id, reason) of those whose real names stand in it: a reveal, noted when it is made."""


@dataclass(frozen=True)
class Addressee:
    """Somebody a letter is for, as the list beside the page shows them: by code name."""

    id: str
    code_name: str
    stops: tuple[LetterStop, ...] = ()
    already: bool = False
    """Has had this letter for this call-in before."""


@dataclass(frozen=True)
class Prepared:
    """An order worked out: the letters, who they are for, and what stops them. Holds names; let go of it when done."""

    wish: Wish
    letters: tuple[Planned, ...]
    people: tuple[Addressee, ...]
    stops: tuple[LetterStop, ...]
    signed: frozenset[str] = frozenset()
    """Languages whose text in use a speaker has signed off in this vault."""

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """Codes of the languages whose text no speaker has signed off yet."""
        used = dict.fromkeys(one.letter.recipient.language for one in self.letters)
        return tuple(code for code in used if code not in self.signed and not templates.reviewed(self.wish.kind, code))


def head_of(unit: Unit) -> Letterhead:
    """The office's letterhead, its logo checked."""
    head = stationery.letterhead(unit)
    try:
        if head.logo:
            checked(head.logo)
    except LogoError as fault:
        raise VaultError(fault.code) from fault
    return head


def plan(unit: Unit, wish: Wish) -> Prepared:
    """The wish worked out; nothing is recorded. People in `wish.leave_out` get no letter."""
    if wish.language and wish.language not in offered(wish.kind):
        asked = name(wish.language, unit.office.language.value)
        raise RefusedError(LetterProblem.NO_TEXT, language=asked)
    wish = settled(unit, wish)
    everybody = aims(unit, wish)
    if max(len(everybody), wish.count) > MOST:
        raise RefusedError(LetterProblem.TOO_MANY, most=MOST)
    head, language = head_of(unit), wish.language or unit.office.language.value
    wanted = [aim for aim in everybody if aim.person.id not in wish.leave_out]
    texts = lettertexts.in_use(unit, wish.kind)
    letters = tuple(_worded(one, texts, language) for one in _letters(unit, wish, wanted))
    batch = Batch(head, language, window_of(unit, wish.envelope))
    stops: list[LetterStop] = []
    for one in letters:
        own = one.about[0].person.id if len(one.about) == 1 and wish.kind is not LetterKind.NO_SHOWS else None
        stops += [stop for aim in one.about for stop in of_person(unit, wish, aim)]
        found = batch.set(one.letter).stops
        stops += [of_paper(stop, own if wish.kind not in NAMELESS else None) for stop in found]
    unique = tuple(dict.fromkeys(stops))
    signed = lettertexts.signed(unit, wish.kind)
    return Prepared(wish, letters, tuple(_people(wish, everybody, unique)), unique, signed)


def _worded(one: Planned, texts: Mapping[str, str], otherwise: str) -> Planned:
    """With the office's own text, where it has one in the reader's language."""
    text = texts.get(templates.language_for(one.letter.recipient.language, otherwise, one.letter.kind), "")
    return replace(one, letter=replace(one.letter, text=text)) if text else one


def _letters(unit: Unit, wish: Wish, wanted: Sequence[Aim]) -> Iterable[Planned]:
    if wish.kind in NAMELESS:
        copies = len({aim.person.id for aim in wanted}) or wish.count
        yield Planned(nameless(unit, wish), tuple(wanted), copies, LetterWay.BY_HAND)
    elif wish.kind is LetterKind.NO_SHOWS:
        if wanted:
            letter = absence_list(unit, wish, list(wanted))
            rows = zip(letter.lists["absent"], wanted, strict=True)
            named = tuple((aim.person.id, "no-shows") for row, aim in rows if row.get("absent_name"))
            yield Planned(letter, tuple(wanted), names=named)
    else:
        for aim in wanted:
            reason = excepted(wish, aim) or wish.kind.value
            names = ((aim.person.id, reason),)
            yield Planned(letter_to(unit, wish, aim), (aim,), way=way_of(wish, aim), names=names)


def _people(wish: Wish, everybody: Sequence[Aim], stops: Sequence[LetterStop]) -> Iterable[Addressee]:
    against: dict[str, list[LetterStop]] = {}
    for stop in stops:
        if stop.person:
            against.setdefault(stop.person, []).append(stop)
    for aim in {aim.person.id: aim for aim in everybody}.values():
        person, invitee = aim.person, aim.invitee
        had = invitee is not None and invitee.letter is not None and wish.kind in TO_INVITEES
        yield Addressee(person.id, person.code_name, tuple(against.get(person.id, ())), had)


def without(wish: Wish, people: Iterable[str]) -> Wish:
    """The wish without these people as well."""
    return replace(wish, leave_out=wish.leave_out | frozenset(people))
