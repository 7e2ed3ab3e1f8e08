"""What tells of somebody else too, or may be an ordinary word, is for somebody to decide: whoever chose what stands
with the person who is erased, and however the text is changed before the decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.people import person

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.guardian import Guardian, GuardianDraft
from gvi_desktop.domain.history import Tombstone, erased, stamp_of
from gvi_desktop.domain.person import Person
from gvi_desktop.services import erasedelsewhere, history, retention
from gvi_desktop.services.workspace import Workspace

LATER = stamp_of(1_900_000_000_000)
GONE = "[gallrad person]"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


def hear_of(office: Workspace, *gone: str) -> None:
    take(office, *(erased(Person.kind, one, Tombstone(LATER, "theirs.0")) for one in gone))


def group(office: Workspace, note: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name="Norr", note=note))).id


def note(office: Workspace, record_id: str) -> str:
    return office.read(lambda unit: unit.get(Group, record_id)).note


def places(office: Workspace) -> list[str]:
    """Those in the notes of groups."""
    return [one.place for one in office.read(erasedelsewhere.waiting) if one.kind == Group.kind]


@pytest.mark.parametrize(
    "text",
    ["Ali Hassan leder", "Hassan Ali leder", "Bor på Storgatan 5 b", "Ring 070-174 06 07", "Falk 7 leder", "Anna kom"],
)
def test_what_tells_of_somebody_who_stays_is_asked_about(office: Workspace, text: str) -> None:
    told = {"address": "Storgatan 5 b", "contact_ways": ("0701740607",), "code_name": "Falk 7"}
    gone = person(office, "Anna Lisa", "Berg", **told)
    stays = person(office, "Anna", "Dahl", address="Storgatan 5 b", contact_ways=("070-1740607",))
    twice = person(office, "Ali", "Hassan")
    person(office, "Ali", "Hassan")
    person(office, "Falk 7", "Ek")
    made = group(office, text)
    hear_of(office, gone, twice)
    assert note(office, made) == text and len(places(office)) == 1
    left = office.read(lambda unit: unit.get(Person, stays))
    assert (left.address, left.contact_ways) == ("Storgatan 5 b", ("070-1740607",))


def test_what_a_guardian_of_somebody_who_stays_is_reached_by_is_asked_about(office: Workspace) -> None:
    gone, stays = person(office, "Ali", "Hassan", contact_ways=("0701740607",)), person(office, "Sara", "Berg")
    office.write(lambda unit: unit.add(Guardian, GuardianDraft(person=stays, name="Bo Berg", phone="070-174 06 07")))
    made = group(office, "Ring 0701740607")
    hear_of(office, gone)
    assert note(office, made) == "Ring 0701740607" and len(places(office)) == 1


@pytest.mark.parametrize("chosen", ["och", "leder gruppen", "mobil", "Motala"])
def test_ordinary_words_that_stand_as_somebodys_name_or_address_take_nothing_out(
    office: Workspace, chosen: str
) -> None:
    given, _, family = chosen.partition(" ")
    one = person(office, given, family, code_name="K1" if family else chosen)
    other = person(office, "Ali", "Hassan", address=chosen, contact_ways=(chosen,))
    said = "Bo och Eva leder gruppen och har en mobil i Motala"
    made = group(office, said)
    office.keep_draft("groups", {"state": {"note": said}})
    hear_of(office, *([] if chosen == "Motala" else [one]), other)
    assert note(office, made) == said and office.drafts().keys() == {"groups"}


def test_two_that_stand_in_one_text_and_go_one_after_the_other_are_both_decided_on(office: Workspace) -> None:
    first, second = person(office, "Xyzzy", "Kvastsson"), person(office, "Plonka", "Vrålsson")
    person(office, "Eva", "Kvastsson")
    person(office, "Eva", "Vrålsson")
    made = group(office, "Kvastssons vän Vrålsson leder")
    hear_of(office, first)
    hear_of(office, second)
    (place,) = places(office)
    office.write(erasedelsewhere.decide, {place: True})
    assert note(office, made) == f"{GONE} vän {GONE} leder"
    assert office.read(history.verify) == []


@pytest.mark.parametrize("meanwhile", ["elsewhere", "here", "rewritten"])
def test_a_name_that_still_stands_in_a_text_changed_meanwhile_goes_when_somebody_says_so(
    office: Workspace, meanwhile: str
) -> None:
    first, second = person(office, "Xyzzy", "Kvastsson"), person(office, "Plonka", "Vrålsson")
    person(office, "Eva", "Kvastsson")
    made = group(office, "Vrålsson möter Kvastsson")
    hear_of(office, first)
    if meanwhile == "elsewhere":
        hear_of(office, second)
    elif meanwhile == "here":
        office.write(retention.erase, [second], "tiden ute")
    else:
        office.write(lambda unit: unit.change(Group, made, note=f"I dag: {GONE} möter Kvastsson"))
    (seen,) = office.read(erasedelsewhere.waiting)
    assert "möter Kvastsson" in seen.excerpt
    office.write(erasedelsewhere.decide, {seen.place: True})
    assert note(office, made) in (f"{GONE} möter {GONE}", f"I dag: {GONE} möter {GONE}")
    assert office.read(history.verify) == []
