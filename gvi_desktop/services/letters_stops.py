"""Why a letter must not be printed: what the paper shows, and what is known of the person (records.md, letter)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.invitee import InviteeProblem, open_stops
from gvi_desktop.domain.letter import NAMELESS, TO_INVITEES, LetterKind, LetterProblem
from gvi_desktop.domain.person import GuardianDecision, PersonProblem, Protection, approach_problems, is_minor
from gvi_desktop.domain.script import Script, ScriptStatus
from gvi_desktop.letters import stops as paper
from gvi_desktop.letters.stopcodes import Stop, StopCode
from gvi_desktop.services.letters_wish import Aim, Wish
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words


@dataclass(frozen=True)
class LetterStop:
    """One reason against one letter: `who` is a code name; `person` is None where no person can be left out for it."""

    code: str
    who: str
    person: str | None = None
    field: str | None = None
    data: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)


def sentence(stop: LetterStop, language: str) -> str:
    """A stop in one plain sentence, without the name of whom it concerns."""
    if stop.code in set(StopCode):
        data = {name: str(value) for name, value in stop.data.items()}
        return paper.sentence(Stop(StopCode(stop.code), stop.who, stop.field, data), language)
    return Words(language).problem(Problem(stop.code, None, stop.data), "person")


def of_paper(found: Stop, person: str | None) -> LetterStop:
    """A stop that the drawing room found."""
    return LetterStop(found.code.value, found.who, person, found.field, found.data)


def of_person(unit: Unit, wish: Wish, aim: Aim) -> tuple[LetterStop, ...]:
    """Everything that the person's record says against this letter."""
    if wish.kind in NAMELESS:  # says nothing of anybody
        return ()
    found = dict.fromkeys(_against(unit, wish, aim))
    return tuple(LetterStop(str(code), aim.person.code_name, aim.person.id) for code in found)


def excepted(wish: Wish, aim: Aim) -> str:
    """The reason that a named user gave for a letter in spite of protected identity, or nothing."""
    invitee = aim.invitee
    if invitee is not None and invitee.cleared_by and PersonProblem.PROTECTED in invitee.cleared_stops:
        return invitee.cleared_reason
    return dict(wish.exceptions).get(aim.person.id, "").strip()


def _against(unit: Unit, wish: Wish, aim: Aim) -> Iterator[str]:
    person, day = aim.person, (wish.callin.on if wish.callin else None) or unit.today
    if wish.kind in TO_INVITEES and aim.invitee is not None:
        yield from (stop.code for stop in open_stops(aim.invitee, person, day))
    elif person.protection is not Protection.NONE and not excepted(wish, aim):
        yield PersonProblem.PROTECTED
    if wish.kind is LetterKind.NO_SHOWS:
        return
    if person.imported:
        yield StopCode.person_imported_unreviewed
    if wish.kind is LetterKind.NOTIFICATION:
        yield from (problem.code for problem in approach_problems(person, day))
        if is_minor(person, day) and person.guardian_decision is GuardianDecision.DECLINES:
            yield InviteeProblem.GUARDIAN_DECLINES
        if _outdated_script(unit, aim):
            yield StopCode.script_unapproved
    if wish.kind is LetterKind.GUARDIAN:
        yield from _against_guardian(aim)


def _against_guardian(aim: Aim) -> Iterator[str]:
    """This letter asks the guardian, so the decision itself may still be open; unless asking was found unsuitable."""
    if aim.guardian is None:
        yield LetterProblem.GUARDIAN_UNKNOWN
    if aim.person.guardian_decision is GuardianDecision.NOT_SUITABLE:
        yield LetterProblem.GUARDIAN_UNSUITABLE
    if aim.person.guardian_decision is GuardianDecision.DECLINES:
        yield InviteeProblem.GUARDIAN_DECLINES


def _outdated_script(unit: Unit, aim: Aim) -> bool:
    """The letter says again what was said: not while that script is unapproved, retired or replaced by a newer one."""
    if aim.visit is None or aim.visit.script is None:
        return False
    found = unit.by_ids(Script, [aim.visit.script]).get(aim.visit.script)
    if found is None or found.status is not ScriptStatus.APPROVED:
        return True
    s = unit.table(Script).c
    return bool(unit.count(Script, s.supersedes == found.id, s.status == ScriptStatus.APPROVED.value))
