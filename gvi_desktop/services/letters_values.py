"""From a person and an occasion to the values of a letter, in the reader's language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from gvi_desktop.domain.callin import LENGTH_MINUTES, Callin
from gvi_desktop.domain.disclosure import DisclosureProblem
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.invitee import NoticeWay
from gvi_desktop.domain.letter import NAMELESS, LetterKind, LetterProblem, LetterWay
from gvi_desktop.domain.notification import Outcome
from gvi_desktop.domain.person import Protection, Supervision, is_minor
from gvi_desktop.domain.rules import EARLIEST
from gvi_desktop.letters import words
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.given import LetterInput, Recipient, Values
from gvi_desktop.letters.templates import READERS, language_for
from gvi_desktop.services import directory
from gvi_desktop.services.letters_tongues import code_of
from gvi_desktop.services.letters_wish import Aim, Wish
from gvi_desktop.services.sheets import CHECK_IN_MINUTES
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

WAYS = {
    NoticeWay.POST: LetterWay.POST,
    NoticeWay.BY_HAND: LetterWay.BY_HAND,
    NoticeWay.PROBATION_OFFICER: LetterWay.PROBATION_OFFICER,
}


def language_of(unit: Unit, wish: Wish, spoken: str) -> str:
    """The language of one letter: as asked for, else the reader's where there are texts in it, else the office's."""
    return language_for(wish.language or code_of(spoken), unit.office.language.value, wish.kind)


def letter_to(unit: Unit, wish: Wish, aim: Aim) -> LetterInput:
    """The letter to one person or guardian; its number is set when it is made."""
    person, guardian = aim.person, aim.guardian
    language = language_of(unit, wish, guardian.language if guardian else person.language)
    values = {"first_name": person.given_name, **_signer(unit, language)}
    values |= _callin_values(wish.callin)
    if wish.answer_by:
        values["answer_by"] = wish.answer_by.isoformat()
    if guardian is not None:
        values["guardian_name"] = guardian.name
    if wish.kind is LetterKind.NOTICE:
        values["officer_name"] = person.supervision_officer
    if aim.invitee is not None:
        values["transport"] = aim.invitee.transport
    if aim.visit is not None and aim.visit.outcome is Outcome.REACHED:
        values["next_step"] = aim.visit.next_step
    return LetterInput(
        kind=wish.kind,
        recipient=Recipient(person.code_name, _address(wish, aim), language),
        values=values,
        day=unit.today,
        reference="–",
        conditions=_conditions(unit, wish, aim),
    )


def nameless(unit: Unit, wish: Wish) -> LetterInput:
    """A card or handout; all copies are the same and tell nothing of anybody."""
    language = language_of(unit, wish, wish.person.language if wish.person else "")
    lists = {"services": _services(unit, language)} if wish.kind is LetterKind.DIRECTORY else {}
    who = Words(unit.office.language.value).value(wish.kind)
    return LetterInput(wish.kind, Recipient(who, (), language), {}, unit.today, "–", frozenset(), lists)


def absence_list(unit: Unit, wish: Wish, aims: list[Aim]) -> LetterInput:
    """The list of those who stayed away, by code name unless names were asked for (never of protected people)."""
    language = language_of(unit, wish, "")
    said = Words(language)
    rows: list[Values] = []
    for aim in aims:
        named = wish.names and aim.person.protection is Protection.NONE
        row = {"absent_code": aim.person.code_name, "absent_officer": aim.person.supervision_officer}
        row["absent_name"] = aim.person.full_name if named else ""
        row["absent_result"] = said.value(aim.invitee.result) if aim.invitee and aim.invitee.result else ""
        rows.append(row)
    values = {**_callin_values(wish.callin), **_signer(unit, language)}
    if wish.ground:
        values["legal_ground"] = ground_of(unit, wish.ground).title
    who = said.text("letters", "to_probation")
    recipient = Recipient(who, (), language)
    return LetterInput(wish.kind, recipient, values, unit.today, "–", frozenset(), {"absent": rows})


def way_of(wish: Wish, aim: Aim) -> LetterWay | None:
    """How the letter is to go: as arranged with the invitee, else by post where there is an address, else by hand."""
    if wish.kind in NAMELESS:
        return LetterWay.BY_HAND
    if aim.guardian is not None:
        return LetterWay.POST if aim.guardian.address.strip() else LetterWay.BY_HAND
    if aim.invitee is not None and aim.invitee.way in WAYS:
        return WAYS[aim.invitee.way]
    if wish.kind is LetterKind.NOTICE and aim.person.supervision is not Supervision.NONE:
        return LetterWay.PROBATION_OFFICER
    return LetterWay.POST if aim.person.address.strip() else LetterWay.BY_HAND


def with_number(letter: LetterInput, number: str) -> LetterInput:
    """The letter with its number in the register."""
    return replace(letter, reference=number)


def ground_of(unit: Unit, code: str) -> Ground:
    """The ground for a disclosure with that code, valid today; refused otherwise."""
    found = unit.find(Ground, unit.table(Ground).c.code == code, limit=1)
    if not found:
        raise RefusedError([Problem(DisclosureProblem.GROUND_UNKNOWN, "ground")], kind="disclosure")
    if not found[0].valid(unit.today):
        raise RefusedError([Problem(DisclosureProblem.GROUND_NOT_VALID, "ground")], kind="disclosure")
    return found[0]


def grounds_today(unit: Unit) -> list[Ground]:
    """The grounds that hold today, in the order of their titles."""
    return [one for one in unit.find(Ground, order_by=unit.table(Ground).c.sort_text) if one.valid(unit.today)]


def _signer(unit: Unit, language: str) -> dict[str, str]:
    role = unit.user.role
    title = words.say(language, f"role.{role.value}") if language in READERS else Words(language).value(role)
    return {"signer_name": unit.user.name, "signer_title": title}


def _callin_values(callin: Callin | None) -> dict[str, str]:
    if callin is None:
        return {}
    values = {"callin_date": callin.on.isoformat() if callin.on else "", "venue": callin.venue}
    if callin.start is not None:
        start = datetime.combine(callin.on or EARLIEST, callin.start)
        values["callin_start"] = f"{start:%H:%M}"
        values["callin_end"] = f"{start + timedelta(minutes=LENGTH_MINUTES):%H:%M}"
        values["callin_arrival"] = f"{start - timedelta(minutes=CHECK_IN_MINUTES):%H:%M}"
    return values


def _conditions(unit: Unit, wish: Wish, aim: Aim) -> frozenset[Condition]:
    day = (wish.callin.on if wish.callin else None) or unit.today
    holding = {
        Condition.minor: is_minor(aim.person, day),
        Condition.supervision: aim.person.supervision is not Supervision.NONE,
        Condition.interpreter: aim.person.interpreter,
        Condition.callin: wish.callin is not None,
        Condition.reached: aim.visit is not None and aim.visit.outcome is Outcome.REACHED,
    }
    return frozenset(condition for condition, holds in holding.items() if holds)


def _address(wish: Wish, aim: Aim) -> tuple[str, ...]:
    """Lines for the window of an envelope, only where the letter goes by post."""
    if way_of(wish, aim) is not LetterWay.POST:
        return ()
    name = aim.guardian.name if aim.guardian else aim.person.full_name
    text = aim.guardian.address if aim.guardian else aim.person.address
    lines = [part.strip() for part in re.split(r"[\n,;]", text) if part.strip()]
    return (name, *lines) if lines else ()


def _services(unit: Unit, language: str) -> list[Values]:
    """Those who help, as they stand in the help directory; never anybody's notes."""
    found = directory.listed(unit, language).entries
    if not found:
        raise RefusedError(LetterProblem.NO_SERVICES)
    return [
        {
            "service_name": one.name,
            "service_help": one.help,
            "service_phone": one.phone,
            "service_hours": one.hours,
        }
        for one in found
    ]
