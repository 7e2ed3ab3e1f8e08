"""A small vault with what figures and lists may meet: leap days, birth years alone, removed, corrected, loose ends."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from gvi_desktop.domain.callin import Callin, CallinDraft
from gvi_desktop.domain.group import Group, GroupDraft, GroupStatus
from gvi_desktop.domain.invitee import Attendance, Invitee, InviteeDraft
from gvi_desktop.domain.membership import Membership, MembershipDraft
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, PlaceKind
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services.unit import Unit

NAMES = ("Elias Öberg", "Muhammed Ali", "Nils Ek", "Åke Berg", "Omar Lind")
AREAS = ("Vivalla", "Berg", "Norrby")


def fill(unit: Unit, seed: int, visits: int = 150) -> None:
    """People, groups, ties, rounds and visits by chance, the same for the same seed."""
    chance = random.Random(seed)
    groups = [unit.add(Group, _group(chance, n)).id for n in range(6)]
    rounds = [unit.add(Round, RoundDraft(name=name, from_on=date(2025, 1, 1))).id for name in ("Vår", "Höst", "Berg")]
    people = [unit.add(Person, _person(chance, n)).id for n in range(30)]
    for person in people:
        for _ in range(chance.randrange(3)):
            unit.add(Membership, _tie(chance, person, groups))
    made = [unit.add(Notification, _visit(chance, people, groups, rounds)).id for _ in range(visits)]
    callin = unit.add(Callin, CallinDraft(number=1, on=unit.today - timedelta(days=80))).id
    for _ in range(4):
        sat = chance.choice((Attendance.CAME, Attendance.NO_SHOW))
        unit.add(Invitee, InviteeDraft(callin=callin, person=chance.choice(people), group=groups[0], result=sat))
    for kind, ids in ((Notification, made), (Person, people), (Group, groups), (Round, rounds)):
        for one in chance.sample(ids, len(ids) // 6):
            unit.remove(kind, one)


def _group(chance: random.Random, number: int) -> GroupDraft:
    status = chance.choice((GroupStatus.ACTIVE, GroupStatus.ACTIVE, GroupStatus.CLOSED))
    return GroupDraft(name=f"Grupp {number}", area=chance.choice(AREAS), status=status)


def _person(chance: random.Random, number: int) -> PersonDraft:
    given, family = chance.choice(NAMES).split()
    born = {
        0: {"birth_date": date(2006, 1, 1) + timedelta(days=chance.randrange(1500))},
        1: {"birth_date": date(2008, 2, 29)},
        2: {"birth_year": chance.randrange(2004, 2010)},
        3: {"birth_date": date(1990, 5, 5), "birth_year": 1990},
        4: {},
    }[chance.randrange(5)]
    draft = {"code_name": f"P{number:03}", "given_name": given, "family_name": family, **born}
    review = date(2026, 11, 1) + timedelta(days=chance.randrange(60))
    return PersonDraft(**draft, next_review_on=review, imported=chance.random() < 0.3)  # type: ignore[arg-type]


def _tie(chance: random.Random, person: str, groups: list[str]) -> MembershipDraft:
    values: dict[str, Any] = {
        "person": chance.choice((person, person, person, None, "gone")),
        "group": chance.choice((*groups, None)),
        "source": chance.choice(("", "Polisen")),
        "basis": chance.choice(("", "Kartläggning")),
        "from_on": chance.choice((None, date(2025, 1, 1), date(2027, 1, 1))),
        "to_on": chance.choice((None, None, date(2026, 1, 1))),
        "review_on": chance.choice((None, date(2026, 6, 1), date(2027, 6, 1))),
        "imported": chance.random() < 0.3,
        "approved_by": chance.choice(("", "Bo", "Bo")),
    }
    return MembershipDraft(**values)


def _visit(chance: random.Random, people: list[str], groups: list[str], rounds: list[str]) -> NotificationDraft:
    outcome = chance.choice((Outcome.REACHED, Outcome.REACHED, Outcome.NOT_HOME, Outcome.DECLINED, None))
    some_day = date(2024, 1, 1) + timedelta(days=chance.randrange(1050))
    day = chance.choice((date(2026, 2, 28), date(2026, 3, 1), some_day, some_day))
    values: dict[str, Any] = {
        "person": chance.choice((*people, None, "gone")),
        "group": chance.choice((*groups, None)),
        "round": chance.choice((*rounds, None)),
        "on": None if outcome is None or chance.random() < 0.1 else day,
        "planned_on": chance.choice((None, day, date(2026, 12, 1))),
        "outcome": outcome,
        "place": chance.choice(tuple(PlaceKind)),
        "message_1": chance.random() < 0.8,
        "message_2": chance.random() < 0.8,
        "message_3": chance.random() < 0.8,
        "asked_for_help": chance.random() < 0.2,
        "corrected": chance.random() < 0.1,
        "imported": chance.random() < 0.3,
    }
    return NotificationDraft(**values)
