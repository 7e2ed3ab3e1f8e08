"""Everything the place for exchange shows, gathered in one reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.contact import Contact, ContactState, state_of
from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.round import Round
from gvi_desktop.services import conflicts, contacts, disclosures, identity, noticing, ownkeys, recalls
from gvi_desktop.services.accounts import BundleLine
from gvi_desktop.services.conflicts import Conflict
from gvi_desktop.services.contacts import ContactView
from gvi_desktop.services.disclosures import DisclosureLine
from gvi_desktop.services.pickers import Choice
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class ContactLine:
    """A contact as the list shows it: whether anything may be sent to it, its words, its bundles."""

    view: ContactView
    state: ContactState
    bundles: tuple[BundleLine, ...]

    @property
    def id(self) -> str:
        """The contact's id."""
        return self.view.id


@dataclass(frozen=True)
class ExchangeView:
    """Contacts, own words, work list, bundles, register, and what a bundle can be narrowed to."""

    agency: str
    programme: str
    own_words: tuple[str, ...]
    declared: tuple[tuple[str, datetime], ...]
    """What this vault has declared of its own keys ("rotate", "revoke", "recovery"), the newest first."""
    contacts: tuple[ContactLine, ...]
    conflicts: tuple[Conflict, ...]
    bundles: tuple[BundleLine, ...]
    disclosures: tuple[DisclosureLine, ...]
    grounds: tuple[Ground, ...]
    """All of the list; which of them hold is a question of the day."""
    today: date
    conflicting: int
    """How many records wait for a choice; `conflicts` lists the first of them."""
    recalls: int
    """How many disclosures to us wait for an answer; they are the first of `disclosures`."""


def view(unit: Unit, language: str) -> ExchangeView:
    """What the place shows."""
    bundles = noticing.listed(unit)
    return ExchangeView(
        agency=unit.office.agency,
        programme=unit.office.programme,
        own_words=identity.own_words(unit, language),
        declared=tuple(ownkeys.declarations(unit)),
        contacts=tuple(
            ContactLine(
                one,
                state_of(one.record, unit.today),
                tuple(bundle for bundle in bundles if bundle.contact == one.record.name),
            )
            for one in contacts.listed(unit, language)
        ),
        conflicts=tuple(conflicts.listed(unit)),
        bundles=tuple(bundles),
        disclosures=tuple(disclosures.listed(unit)),
        grounds=tuple(disclosures.every_ground(unit)),
        today=unit.today,
        conflicting=conflicts.count(unit),
        recalls=recalls.count(unit),
    )


def callin_options(unit: Unit, text: str) -> list[Choice]:
    """Call-ins whose number or day holds the text, the latest first."""
    t = unit.table(Callin)
    found = [_choice(one) for one in unit.find(Callin, order_by=t.c.on.desc())]
    return [one for one in found if text.strip() in f"{one.text} {one.note}"]


def resolve_callins(unit: Unit, ids: tuple[str, ...]) -> list[Choice]:
    """The choices of known call-ins."""
    return [_choice(one) for one in unit.by_ids(Callin, ids).values()]


def round_options(unit: Unit, text: str) -> list[Choice]:
    """Rounds of talks whose name holds the text, the latest first."""
    wanted = text.casefold().strip()
    found = unit.find(Round, order_by=unit.table(Round).c.from_on.desc())
    return [_round(one) for one in found if wanted in one.name.casefold()]


def resolve_rounds(unit: Unit, ids: tuple[str, ...]) -> list[Choice]:
    """The choices of known rounds."""
    return [_round(one) for one in unit.by_ids(Round, ids).values()]


def _round(one: Round) -> Choice:
    return Choice(one.id, one.name or "–", one.from_on.isoformat() if one.from_on else "")


def protected_options(unit: Unit, text: str) -> list[Choice]:
    """People with protected identity, by code name: only by being named one by one can they be in a bundle."""
    t = unit.table(Person)
    found = unit.find(Person, t.c.protection != Protection.NONE.value, order_by=t.c.sort_text)
    wanted = text.casefold().strip()
    return [Choice(one.id, one.code_name, one.protection.value) for one in found if wanted in one.code_name.casefold()]


def _choice(one: Callin) -> Choice:
    return Choice(one.id, str(one.number or "–"), one.on.isoformat() if one.on else "")


def recipient_options(unit: Unit, text: str) -> list[Choice]:
    """Contacts to whom something may be sent today, by name."""
    wanted = text.casefold().strip()
    found = unit.find(Contact, order_by=unit.table(Contact).c.sort_text)
    open_to = [one for one in found if state_of(one, unit.today) is ContactState.VERIFIED]
    return [Choice(one.id, one.name, one.agency) for one in open_to if wanted in one.name.casefold()]


def resolve_recipients(unit: Unit, ids: tuple[str, ...]) -> list[Choice]:
    """The choices of known contacts."""
    return [Choice(one.id, one.name, one.agency) for one in unit.by_ids(Contact, ids).values()]
