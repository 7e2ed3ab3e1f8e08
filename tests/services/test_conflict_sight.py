"""Which conflicts somebody sees follows from what they may read, and no value comes that a page would have to hide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.people import person

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.history import Value, stamp_of, write
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role
from gvi_desktop.services import conflicts, exchangeviews
from gvi_desktop.services.workspace import Workspace

LATER = stamp_of(1_900_000_000_000)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


def clash(office: Workspace, record: type, made: str, mine: dict[str, Value], theirs: dict[str, Value]) -> None:
    """A save here and one of a colleague who did not know of it."""
    then = office.read(lambda unit: unit.store.state(made))
    assert then is not None
    office.write(lambda unit: unit.change(record, made, **mine))
    cells = {name: write(then.cells.get(name), ("theirs.0", 7), LATER, value) for name, value in theirs.items()}
    take(office, replace(then, cells=cells))


def test_a_conflict_of_a_compartment_that_is_not_read_is_neither_listed_nor_counted_nor_revealed(
    office: Workspace,
) -> None:
    of = person(office, code_name="Tallen")
    draft = HelpDraft(person=of, help_kind=HelpKind.HOUSING, note="Sova hos en vän.")
    made = office.write(lambda unit: unit.add(Help, draft)).id
    clash(office, Help, made, {"note": "Har egen lägenhet."}, {"note": "Bor kvar hemma."})
    assert office.read(conflicts.count) == 1
    assert [one.title for one in office.read(conflicts.listed)] == ["Tallen"]
    office.user = replace(office.user, role=Role.STAFF, withheld=frozenset({Compartment.HELP}))
    assert office.read(conflicts.count) == len(office.read(conflicts.listed)) == 0
    with pytest.raises(RefusedError, match="not_allowed"):
        office.write(conflicts.reveal, Help.kind, made, "Behövs.")


@pytest.mark.parametrize("protection", [Protection.NONE, Protection.REGISTRATION])
def test_what_locates_somebody_does_not_leave_the_service_before_it_is_asked_for(
    office: Workspace, protection: Protection
) -> None:
    of = person(office, protection=protection, address="Storgatan 1")
    clash(office, Person, of, {"address": "Ekgatan 5"}, {"address": "Lundgatan 9", "contact_ways": '["0701740605"]'})
    view = repr(office.read(exchangeviews.view, "sv"))
    assert "gatan" not in view and "0701740605" not in view
    (found,) = office.read(conflicts.listed)
    assert found.hidden and found.protected is (protection is not Protection.NONE)
    (told,) = office.write(conflicts.reveal, Person.kind, of, "Brev ska skickas.")
    assert {one.value for one in told.versions} == {"Ekgatan 5", "Lundgatan 9"}
    office.write(conflicts.choose, told.kind, told.id, told.field, "Ekgatan 5")
    assert office.read(conflicts.listed) == []
