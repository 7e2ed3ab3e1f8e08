"""An office that hears of an erasure cleans its own texts as the one that erased: what is sure at once, the rest is
asked about, and forms, notes and registers forget them too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.filepages import pages
from kit.people import person

from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.guardian import Guardian, GuardianDraft
from gvi_desktop.domain.history import RecordState, Tombstone, erased, stamp_of
from gvi_desktop.domain.letter import Letter, LetterDraft
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import checking, erasedelsewhere, history, overview, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger

LATER = stamp_of(1_900_000_000_000)
GONE = "[gallrad person]"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


@pytest.fixture
def who(office: Workspace) -> str:
    return person(office, "Xyzzy", "Kvastsson")


def hear_of(office: Workspace, *records: tuple[str, str]) -> None:
    """A bundle with these erasures."""
    dead: list[RecordState] = [erased(kind, one, Tombstone(LATER, "theirs.0")) for kind, one in records]
    take(office, *dead)


def group(office: Workspace, note: str) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name="Norr", note=note))).id


def note(office: Workspace, record_id: str) -> str:
    return office.read(lambda unit: unit.get(Group, record_id)).note


def in_pages(office: Workspace, *words: bytes) -> list[str]:
    found = [where for where, content in pages(office.folder, office.key) if any(w in content.lower() for w in words)]
    assert office.read(history.verify) == []
    assert all(one.ok for one in checking.check(office).values())
    return found


def test_texts_and_their_history_lose_the_name_as_where_it_was_erased(office: Workspace, who: str) -> None:
    one, other = group(office, "Kvastsson leder"), group(office, "Kvastsson ledde")
    office.write(lambda unit: unit.change(Group, other, note="Ingen leder"))
    made = office.write(lambda unit: unit.add(Round, RoundDraft(name="Höst", targets=frozenset({who})))).id
    told = DisclosureDraft(on=date(2026, 11, 1), way=DisclosureWay.SPOKEN, what="Om Kvastsson", people=frozenset({who}))
    office.write(lambda unit: unit.add(Disclosure, told))
    hear_of(office, ("person", who))
    assert (note(office, one), note(office, other)) == (f"{GONE} leder", "Ingen leder")
    assert office.read(lambda unit: unit.get(Round, made)).targets == frozenset()
    (entry,) = office.read(lambda unit: unit.find(Disclosure))
    assert (entry.what, entry.people) == (f"Om {GONE}", frozenset())
    assert in_pages(office, b"kvastsson", b"xyzzy") == []
    assert office.read(undo.status).undo is None


def test_forms_samples_letters_and_guardians_forget_them_too(office: Workspace, who: str) -> None:
    def own(unit: Unit) -> None:
        unit.add(Letter, LetterDraft(number="7", person=who, note="Xyzzy Kvastsson"))
        unit.add(Guardian, GuardianDraft(person=who, name="Plonka Kvastsson"))
        row = {"seq": 1, "month": "2026-10", "user": "x", "drawn": "2026-11-01"}
        unit.connection.execute(ledger.sample.insert().values(**row, note="Fråga om Kvastsson"))

    office.write(own)
    office.keep_draft("help", {"state": {"note": "Plonka Kvastsson ringde."}})
    office.keep_draft("tasks", {"state": {"note": "Annat."}})
    hear_of(office, ("person", who))
    assert office.drafts().keys() == {"tasks"}
    assert in_pages(office, b"kvastsson", b"xyzzy", b"plonka") == []


def test_what_an_earlier_part_of_the_bundle_took_away_still_tells_whose_forms_go(office: Workspace, who: str) -> None:
    made = office.write(lambda unit: unit.add(Guardian, GuardianDraft(person=who, name="Plonka Berg"))).id
    office.keep_draft("help", {"state": {"note": "Plonka Berg ringde."}})
    hear_of(office, ("guardian", made), ("person", who))
    assert office.drafts() == {}


def test_a_name_that_others_bear_is_asked_about_and_nothing_is_changed_before(office: Workspace, who: str) -> None:
    person(office, "Bosse", "Kvastsson")
    one, other = group(office, "Kvastssons bror leder"), group(office, "Kvastsson ledde")
    office.write(lambda unit: unit.change(Group, one, note="I dag: Kvastssons bror leder"))
    hear_of(office, ("person", who))
    assert note(office, one) == "I dag: Kvastssons bror leder"
    assert office.read(overview.overview).erased_names == 2
    seen = {one.id: one for one in office.read(erasedelsewhere.waiting)}
    assert "I dag: Kvastssons bror" in seen[one].excerpt and seen[one].title == "Norr"
    assert office.write(erasedelsewhere.decide, {seen[one].place: True, seen[other].place: False}) == 1
    assert (note(office, one), note(office, other)) == (f"I dag: {GONE} bror leder", "Kvastsson ledde")
    assert office.read(erasedelsewhere.waiting) == [] and office.read(erasedelsewhere.count) == 0
    assert in_pages(office, b"kvastssons bror") == []
    assert in_pages(office, b"kvastsson ledde") != []


def test_a_place_that_was_rewritten_meanwhile_stays_as_it_is_and_its_history_goes(office: Workspace, who: str) -> None:
    other = person(office, "Bosse", "Kvastsson")
    one, gone = group(office, "Kvastsson leder"), group(office, "Kvastsson ledde")
    hear_of(office, ("person", who))
    office.write(lambda unit: unit.change(Group, one, note="Bosse leder"))
    office.write(lambda unit: unit.erase(Group, gone))
    (seen,) = office.read(erasedelsewhere.waiting)
    assert seen.excerpt == ""
    office.write(erasedelsewhere.decide, {seen.place: True})
    assert note(office, one) == "Bosse leder"
    hear_of(office, ("person", other))
    assert in_pages(office, b"kvastsson") == []


def test_nothing_that_is_kept_of_a_question_names_anybody(office: Workspace, who: str) -> None:
    person(office, "Bosse", "Kvastsson")
    group(office, "Kvastsson leder")
    hear_of(office, ("person", who))
    with office.engine.connect() as connection:
        rows = connection.execute(ledger.secret.select().where(ledger.secret.c.name == erasedelsewhere.KEPT)).all()
    assert len(rows) == 1 and b"vast" not in bytes(rows[0].value).lower()


def test_only_who_may_erase_is_asked(office: Workspace) -> None:
    def as_staff(unit: Unit) -> int:
        unit.user = replace(unit.user, role=Role.STAFF)
        assert erasedelsewhere.count(unit) == 0
        with pytest.raises(RefusedError, match="not_allowed"):
            erasedelsewhere.waiting(unit)
        return 1

    assert office.read(as_staff) == 1


def test_an_erasure_that_the_sender_may_not_make_changes_nothing(office: Workspace, who: str) -> None:
    office.write(lambda unit: unit.change(Contact, unit.find(Contact)[0].id, preset=Preset.READER))
    one = group(office, "Kvastsson leder")
    hear_of(office, ("person", who))
    assert note(office, one) == "Kvastsson leder"


def test_a_bundle_without_erasures_can_still_be_undone(office: Workspace, who: str) -> None:
    made = office.write(lambda unit: unit.add(Task, TaskDraft(title="Ring Kvastsson", due_on=date(2026, 12, 1)))).id
    hear_of(office, ("task", made))
    assert office.read(lambda unit: unit.count(Task)) == 0
    assert office.read(undo.status).undo == "bundle.import"
