"""What was kept back for a protected person, and what of it a colleague gets once the protection is lifted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from kit.quartet import Offices, quartet

from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import contacts, receiving, sending
from gvi_desktop.services.workspace import Workspace


@pytest.fixture(scope="module")
def o(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    with quartet(tmp_path_factory.mktemp("offices")) as made:
        yield made


def protect(at: Workspace, person: str, protection: Protection = Protection.CONFIDENTIALITY) -> None:
    at.write(lambda unit: unit.change(Person, person, protection=protection))


def lift(at: Workspace, person: str) -> None:
    protect(at, person, Protection.NONE)


def person(at: Workspace, code: str, protection: Protection = Protection.NONE) -> str:
    draft = PersonDraft(code_name=code, given_name="Leo", family_name="Berg", protection=protection)
    return at.write(lambda unit: unit.add(Person, draft)).id


def helped(at: Workspace, whom: str, note: str = "") -> str:
    draft = HelpDraft(person=whom, asked_on=at.clock().date(), help_kind=HelpKind.WORK, note=note)
    return at.write(lambda unit: unit.add(Help, draft)).id


def there_and_back(o: Offices) -> None:
    """Bo gets what is new, and says so."""
    o.take(o.send(o.anna, "Bo"))
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, o.send(o.bo, "Anna")))


def would(o: Offices, **more: object) -> sending.Outgoing:
    bo = o.anna.read(contacts.named, "Bo").id
    return o.anna.read(sending.preview, sending.Request((bo,), **more))  # type: ignore[arg-type]


def everybody(at: Workspace) -> set[str]:
    return {one.id for one in at.read(lambda unit: unit.find(Person))}


def held(at: Workspace, record: type, one: str) -> object:
    return at.read(lambda unit: unit.get(record, one))


def test_a_change_to_what_points_to_a_protected_person_stays_though_it_does_not_name_the_person(o: Offices) -> None:
    leo, lina = person(o.anna, "P1"), person(o.anna, "P2")
    support = helped(o.anna, leo)
    autumn = o.anna.write(lambda unit: unit.add(Round, RoundDraft(name="Höst", targets=frozenset({leo, lina})))).id
    there_and_back(o)
    protect(o.anna, leo)
    o.anna.write(lambda unit: unit.change(Help, support, note="Bor hos sin syster"))
    o.anna.write(lambda unit: unit.change(Round, autumn, name="Vinter"))
    seen = would(o)
    assert (seen.records, seen.kept_back) == ((), 3)
    there_and_back(o)
    assert (would(o).records, would(o).kept_back) == ((), 0)
    assert held(o.bo, Help, support).note == ""  # type: ignore[attr-defined]
    lift(o.anna, leo)
    there_and_back(o)
    for record, one in ((Person, leo), (Help, support), (Round, autumn)):
        assert held(o.bo, record, one) == held(o.anna, record, one)
    assert would(o).records == ()


def test_a_person_no_longer_protected_goes_whole_with_all_that_points_there(o: Offices) -> None:
    leo = person(o.anna, "P1", Protection.REGISTRATION)
    support = helped(o.anna, leo, "Vill sluta")
    there_and_back(o)
    assert leo not in everybody(o.bo)
    lift(o.anna, leo)
    seen = would(o)
    assert {one.kind: (one.known, "given_name" in one.fields) for one in seen.records} == {
        "person": (False, True), "help": (False, False),
    }  # fmt: skip
    there_and_back(o)
    assert held(o.bo, Person, leo) == held(o.anna, Person, leo)
    assert held(o.bo, Help, support) == held(o.anna, Help, support)
    assert would(o).records == ()


def test_it_goes_again_until_it_is_acknowledged_but_not_in_a_bundle_since_the_last(o: Offices) -> None:
    leo = person(o.anna, "P1", Protection.REGISTRATION)
    there_and_back(o)
    lift(o.anna, leo)
    o.send(o.anna, "Bo")  # lost on the way
    assert would(o, since_last=True).records == ()
    assert [one.id for one in would(o).records] == [leo]
    there_and_back(o)
    assert held(o.bo, Person, leo).given_name == "Leo"  # type: ignore[attr-defined]
    assert would(o).records == ()


def test_one_that_is_protected_anew_or_erased_goes_no_more(o: Offices) -> None:
    leo, lina = (person(o.anna, code, Protection.REGISTRATION) for code in ("P1", "P2"))
    there_and_back(o)
    lift(o.anna, leo)
    lift(o.anna, lina)
    o.send(o.anna, "Bo")  # lost on the way
    protect(o.anna, leo)
    o.anna.write(lambda unit: unit.erase(Person, lina))
    assert would(o).records == ()
    there_and_back(o)
    lift(o.anna, leo)
    there_and_back(o)
    assert leo in everybody(o.bo) and lina not in everybody(o.bo)


def test_a_record_that_points_to_somebody_else_now_goes_whole(o: Offices) -> None:
    leo, lina = person(o.anna, "P1", Protection.REGISTRATION), person(o.anna, "P2")
    support = helped(o.anna, leo, "Vill sluta")
    there_and_back(o)
    o.anna.write(lambda unit: unit.change(Help, support, person=lina))
    there_and_back(o)
    assert held(o.bo, Help, support) == held(o.anna, Help, support)


def test_in_a_large_bundle_it_is_the_same(o: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gvi_desktop.services.leaving.FEW", 1)
    leo = person(o.anna, "P1")
    support = helped(o.anna, leo)
    autumn = o.anna.write(lambda unit: unit.add(Round, RoundDraft(name="Höst", targets=frozenset({leo})))).id
    there_and_back(o)
    protect(o.anna, leo)
    o.anna.write(lambda unit: unit.change(Help, support, note="Bor hos sin syster"))
    o.anna.write(lambda unit: unit.change(Round, autumn, name="Vinter"))
    person(o.anna, "P2")
    assert [one.kind for one in would(o).records] == ["person"]
    there_and_back(o)
    lift(o.anna, leo)
    for code in ("P3", "P4"):
        person(o.anna, code)
    there_and_back(o)
    for record, one in ((Person, leo), (Help, support), (Round, autumn)):
        assert held(o.bo, record, one) == held(o.anna, record, one)
