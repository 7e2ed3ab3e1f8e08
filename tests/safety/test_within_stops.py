"""A stop cleared once does not stay cleared for what became graver since; a birth date that comes later counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.callins import add_callin, add_person

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.history import RecordState, stamp_of, write
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import Person, PersonProblem, Protection
from gvi_desktop.services import invitees, letters, people
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


def stops(office: Workspace, callin: str) -> set[str]:
    (line,) = office.read(invitees.of_callin, callin)
    return {one.code for one in line.stops}


def test_a_graver_protection_stops_again(office: Workspace) -> None:
    who = office.write(add_person, "Ett", protection=Protection.CONFIDENTIALITY)
    callin = office.write(add_callin)
    (invitee,) = office.write(invitees.invite, callin, [who])
    office.write(invitees.clear_stop, invitee, "Prövat.")
    assert stops(office, callin) == set()
    stored = office.read(lambda unit: unit.get(Person, who))
    office.write(people.change, who, replace(stored, note="Ny uppgift."))
    assert stops(office, callin) == set()
    office.write(people.change, who, replace(stored, protection=Protection.REGISTRATION))
    assert stops(office, callin) == {PersonProblem.PROTECTED}


def test_a_birth_date_that_comes_after_the_letter_was_prepared_stops_it(office: Workspace) -> None:
    who = office.write(add_person, "Ett", given_name="Ali", birth_date=date(1999, 1, 1))
    office.write(lambda unit: unit.change(Office, unit.office.id, phone="019-17 40 06"))
    prepared = office.read(letters.prepare, "notification", person="Ett")
    assert not prepared.stops
    then = office.read(lambda unit: unit.store.state(who))
    assert then is not None
    later = write(then.cells["birth_date"], ("theirs.0", 7), stamp_of(1_900_000_000_000), "2012-01-01")
    take(office, RecordState("person", who, "core", {"birth_date": later}))
    with pytest.raises(RefusedError, match="letter_stopped"):
        office.write(letters.make, prepared)
