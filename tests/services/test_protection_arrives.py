"""A colleague's bundle raises somebody's protection: who was let through before has to be answered for anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from kit.callins import DAY, add_person
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.callin import Callin, CallinDraft
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.invitee import Basis, Invitee, InviteeDraft
from gvi_desktop.domain.person import Person, PersonProblem, Protection
from gvi_desktop.services import conflicts, contacts, identity, invitees, people, receiving, sending
from gvi_desktop.services.workspace import Workspace

STOP = PersonProblem.PROTECTED


class Offices:
    """Anna and Bo of one agency; somebody with a confidentiality flag is invited, and both offices know it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.number = folder, SettableClock(), 0
        self.anna = new_vault(folder / "anna.gvi", clock=self.clock)
        self.bo = new_vault(folder / "bo.gvi", user="Bo Alm", office="GVI Söder", clock=self.clock)
        for at, other in ((self.anna, self.bo), (self.bo, self.anna)):
            at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
        self.person = self.anna.write(lambda unit: add_person(unit, "Tallen", protection=Protection.CONFIDENTIALITY))
        callin = self.anna.write(lambda unit: unit.add(Callin, CallinDraft(number=1, on=DAY))).id
        draft = InviteeDraft(callin=callin, person=self.person, basis=Basis.VOLUNTARY)
        self.invitee = self.anna.write(lambda unit: unit.add(Invitee, draft)).id
        self.send(self.anna, self.bo)

    def send(self, sender: Workspace, receiver: Workspace) -> None:
        self.clock.move(minutes=5)
        self.number += 1
        whom = tuple(one.id for one in sender.read(contacts.listed))
        request = sending.Request(whom, named=(self.person, self.invitee), note="Behövs för kallelsen.")
        path = sender.write(sending.export, request, self.folder / f"{self.number}.age").path
        receiver.write(receiving.take_in, receiver.read(receiving.read, path))

    def clear(self, office: Workspace) -> None:
        self.clock.move(minutes=5)
        office.write(invitees.clear_stop, self.invitee, "Prövat.")

    def protect(self, office: Workspace, protection: Protection) -> None:
        self.clock.move(minutes=5)

        stored = office.read(lambda unit: unit.get(Person, self.person))
        office.write(people.change, self.person, replace(stored, protection=protection), "Behövs inte.")

    def cleared(self, office: Workspace) -> bool:
        one = office.read(lambda unit: unit.get(Invitee, self.invitee))
        return bool(one.cleared_by) and STOP in one.cleared_stops


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    made = Offices(tmp_path)
    yield made
    made.anna.close()
    made.bo.close()


def test_a_protection_that_arrives_stops_whom_somebody_had_answered_for(offices: Offices) -> None:
    offices.clear(offices.bo)
    assert offices.cleared(offices.bo)
    offices.protect(offices.anna, Protection.REGISTRATION)
    offices.send(offices.anna, offices.bo)
    assert not offices.cleared(offices.bo)
    # Bo answers for it again, and the next bundle leaves that alone.
    offices.clear(offices.bo)
    offices.send(offices.anna, offices.bo)
    assert offices.cleared(offices.bo)


def test_an_answer_that_arrives_counts_only_for_the_protection_that_it_was_given_for(offices: Offices) -> None:
    offices.clear(offices.bo)
    offices.protect(offices.anna, Protection.REGISTRATION)
    offices.send(offices.bo, offices.anna)
    assert not offices.cleared(offices.anna)
    # Given after the protection it counts, on both sides.
    offices.send(offices.anna, offices.bo)
    offices.clear(offices.bo)
    offices.send(offices.bo, offices.anna)
    assert offices.cleared(offices.anna) and offices.cleared(offices.bo)


@pytest.mark.parametrize("told", ["the protection", "the answer"])
def test_an_answer_given_by_somebody_who_had_not_heard_of_the_protection_counts_not_even_when_it_is_later(
    offices: Offices, told: str
) -> None:
    offices.protect(offices.anna, Protection.REGISTRATION)
    offices.clear(offices.bo)
    if told == "the protection":
        offices.send(offices.anna, offices.bo)
        assert not offices.cleared(offices.bo)
    else:
        offices.send(offices.bo, offices.anna)
        assert not offices.cleared(offices.anna)


def test_other_changes_of_a_person_leave_the_answer_alone(offices: Offices) -> None:
    offices.clear(offices.bo)
    offices.clock.move(minutes=5)
    offices.anna.write(lambda unit: unit.change(Person, offices.person, language="somaliska"))
    offices.send(offices.anna, offices.bo)
    assert offices.cleared(offices.bo)


@pytest.mark.parametrize("as_shown", [True, False])
def test_choosing_another_protection_than_the_one_that_was_shown_stops_again(
    offices: Offices, as_shown: bool
) -> None:
    offices.protect(offices.anna, Protection.REGISTRATION)
    offices.protect(offices.bo, Protection.NONE)
    offices.protect(offices.bo, Protection.CONFIDENTIALITY)
    offices.send(offices.anna, offices.bo)
    offices.clear(offices.bo)
    shown = offices.bo.read(lambda unit: unit.get(Person, offices.person)).protection.value
    (other,) = {Protection.REGISTRATION.value, Protection.CONFIDENTIALITY.value} - {shown}
    assert offices.cleared(offices.bo)
    chosen = shown if as_shown else other
    offices.bo.write(conflicts.choose, Person.kind, offices.person, "protection", chosen)
    assert offices.cleared(offices.bo) is as_shown
