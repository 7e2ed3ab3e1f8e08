"""Texts of other records that name somebody erased: shown before, freed of the name in the same step, never silent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.filepages import pages
from kit.vaults import SettableClock

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import erasing, erasure, history, notifications, people, retention, tasks
from gvi_desktop.services.telling import Telling
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal


@pytest.fixture
def who(office: Workspace) -> str:
    draft = PersonDraft(
        code_name="Q77", given_name="Xyzzy", family_name="Kvastsson", personal_number="19990203-2383",
        contact_ways=("070-174 06 99",), birth_date=date(1999, 2, 3),
    )  # fmt: skip
    return office.write(people.add, draft)


def talk_with(office: Workspace, note: str) -> str:
    other = office.write(people.add, PersonDraft(given_name="Bosse", birth_date=date(1998, 1, 1)))
    draft = NotificationDraft(
        person=other, on=date(2026, 5, 1), outcome=Outcome.REACHED, team=(TeamMember("Polisen"),), note=note
    )
    office.write(notifications.log, draft)
    return other


def note_of(office: Workspace) -> str:
    return office.read(lambda unit: unit.find(Notification))[0].note


def test_names_in_other_records_go_in_the_same_step(office: Workspace, who: str) -> None:
    talk_with(office, "Kom med Xyzzy Kvastsson. Kvastssons bror ringde 0701740699. Q77 och 990203-2383 nämndes.")
    office.write(tasks.add, TaskDraft(title="Fråga Kvastsson", note="Om xyzzy inte svarar", due_on=date(2026, 12, 1)))
    seen = office.read(erasure.preview, [who]).mentions
    assert {(one.kind, one.field) for one in seen} == {("notification", "note"), ("task", "title"), ("task", "note")}
    with pytest.raises(RefusedError, match="erase_names_undecided"):
        office.write(retention.erase, [who], "tiden ute")  # "xyzzy" in small letters may be an ordinary word
    decided = {one.place: True for one in seen if not one.sure}
    done = office.write(retention.erase, [who], "tiden ute", decided)
    assert (done.replaced, done.left) == (3, 0)
    gone = "[gallrad person]"
    assert note_of(office) == f"Kom med {gone}. {gone} bror ringde {gone}. {gone} och {gone} nämndes."
    assert office.read(lambda unit: unit.find(Task))[0].title == f"Fråga {gone}"
    assert office.read(history.verify) == []
    for where, content in pages(office.folder, office.key):
        low = content.lower()
        for word in (b"kvastsson", b"xyzzy", b"0701740699", b"990203-2383"):
            assert word not in low, where


def test_what_the_history_of_others_said_of_them_goes_too(office: Workspace, who: str) -> None:
    made = office.write(lambda unit: unit.add(Group, GroupDraft(name="Norr", area="Öster"))).id
    for note in ("Kvastsson leder", "Ingen leder"):
        office.write(lambda unit, note=note: unit.change(Group, made, note=note))
    office.write(people.reveal, talk_with(office, "Lugnt."), "Kvastsson bad om det")
    done = office.write(retention.erase, [who], "tiden ute")
    assert done.replaced == 0
    assert all(b"kvastsson" not in content.lower() for _, content in pages(office.folder, office.key))
    assert office.read(history.verify) == []
    assert office.read(lambda unit: unit.get(Group, made)).note == "Ingen leder"


def test_a_value_that_is_missing_without_a_word_is_still_found(office: Workspace, who: str) -> None:
    talk_with(office, "Kom med Kvastsson.")
    office.write(retention.erase, [who], "tiden ute")
    with office.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM journal_value WHERE seq = (SELECT max(seq) FROM journal_value)")
    assert office.read(history.verify) != []


def test_a_name_that_others_bear_is_for_somebody_to_decide(office: Workspace, who: str) -> None:
    office.write(people.add, PersonDraft(given_name="Ali", family_name="Kvastsson", birth_date=date(2001, 1, 1)))
    talk_with(office, "Kvastsson hälsade.")
    (seen,) = office.read(erasure.preview, [who]).mentions
    assert not seen.sure
    assert "Kvastsson hälsade" in seen.excerpt
    with pytest.raises(RefusedError, match="erase_names_undecided"):
        office.write(retention.erase, [who], "tiden ute")
    assert office.read(lambda unit: unit.get(Person, who)).family_name == "Kvastsson"
    done = office.write(retention.erase, [who], "tiden ute", {seen.place: False})
    assert (done.replaced, done.left) == (0, 1)
    assert note_of(office) == "Kvastsson hälsade."
    assert [one.family_name for one in office.read(lambda unit: unit.find(Person)) if one.given_name == "Ali"] == [
        "Kvastsson"
    ]


def test_others_of_the_same_name_keep_theirs_and_their_history(office: Workspace) -> None:
    gone = office.write(people.add, PersonDraft(given_name="Alina", birth_date=date(2000, 1, 1)))
    stays = office.write(people.add, PersonDraft(given_name="Alina", birth_date=date(2002, 1, 1)))
    office.write(retention.erase, [gone], "tiden ute")
    assert office.read(lambda unit: unit.get(Person, stays)).given_name == "Alina"
    (added,) = [one for one in office.read(history.of_record, stays) if one.action == "add"]
    assert "given_name" in added.fields


def test_a_name_that_stays_in_one_field_does_not_keep_it_in_the_history_of_another(
    office: Workspace, who: str
) -> None:
    due = date(2026, 12, 1)
    made = office.write(tasks.add, TaskDraft(title="Ring Xyzzy Kvastsson", note="Om xyzzy inte svarar", due_on=due))
    (doubtful,) = [one for one in office.read(erasure.preview, [who]).mentions if not one.sure]
    office.write(retention.erase, [who], "tiden ute", {doubtful.place: False})
    kept = office.read(lambda unit: unit.get(Task, made))
    assert (kept.title, kept.note) == ("Ring [gallrad person]", "Om xyzzy inte svarar")
    assert all(b"kvastsson" not in content.lower() for _, content in pages(office.folder, office.key))
    assert office.read(history.verify) == []


@pytest.mark.parametrize("lost", ["", "a gap", "the end"])
def test_what_an_entry_said_goes_also_where_the_change_after_it_is_lost(
    office: Workspace, who: str, lost: str
) -> None:
    made = office.write(lambda unit: unit.add(Group, GroupDraft(name="Norr", note="Kvastsson leder"))).id
    office.write(lambda unit: unit.change(Group, made, note="Ingen leder"))
    if lost == "a gap":
        office.write(Unit.note, "print")
    if lost:  # as after a rescue from a damaged file
        with office.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER journal_no_removal")
            seq = connection.exec_driver_sql("SELECT seq FROM journal WHERE action = 'change'").scalar_one()
            for table in ("journal_value", "journal"):
                connection.exec_driver_sql(f"DELETE FROM {table} WHERE seq = ?", (seq,))  # noqa: S608
    if lost == "the end":
        office.write(Unit.note, journal.RESCUED)
    office.write(retention.erase, [who], "tiden ute")
    assert all(b"kvastsson" not in content.lower() for _, content in pages(office.folder, office.key))


def test_many_numbers_are_found_as_a_few_are() -> None:
    def person(n: int) -> Person:
        return Person(
            id=str(n), made_by="", made_at=SettableClock()(), compartment=PersonDraft.compartment_of_kind,
            code_name=f"P{n}", contact_ways=(f"070-{1740600 + n}", f"08-55{n:04}0"),
        )  # fmt: skip

    few, many = Telling([person(7)]), Telling([person(n) for n in range(200)])
    for text in ("ring 070 174 06 07 i dag", "2026-11-22 0855-00070.", "(+46) 0701740607"):
        assert few.near(text) and many.near(text)
        assert few.hits(text) == many.hits(text) != []
    assert not many.hits("ring 070 999 06 07") and not many.near("ring 999 06 07 44")


def test_the_protocol_lists_copies_and_the_fresh_backup_replaces_the_old(office: Workspace, who: str) -> None:
    old = office.back_up()
    seen = erasing.preview(office, [who])
    assert [one.file for one in seen.copies.backups] == [old.name]
    office.clock.move(minutes=1)  # type: ignore[attr-defined]
    done = erasing.erase(office, [who], "tiden ute")
    assert [one.file for one in done.copies.backups] == [old.name]
    assert done.copies.backups[0].until == date(2026, 12, 6)
    assert office.backed_up_at is not None
    assert len(list((office.folder / "backups").iterdir())) == 2


name = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=4, max_size=9).map(str.capitalize)


@given(given=name, family=name, before=st.text(max_size=40), after=st.text(max_size=40))
def test_a_name_that_stands_by_itself_is_always_found_and_replaced(
    given: str, family: str, before: str, after: str
) -> None:
    person = Person(
        id="x", made_by="", made_at=SettableClock()(), compartment=PersonDraft.compartment_of_kind,
        code_name="P1", given_name=given, family_name=family,
    )  # fmt: skip
    known = Telling([person])
    for said in (f"{given} {family}", family, f"{family}s"):
        text = f"{before} {said}. {after}"
        assert known.near(text)
        assert said not in known.replaced(text, "–").split()
        assert known.replaced(known.replaced(text, "–"), "–") == known.replaced(text, "–")


def test_many_people_are_looked_up_as_few_are() -> None:
    def person(number: int) -> Person:
        return Person(
            id=str(number), made_by="", made_at=SettableClock()(), compartment=PersonDraft.compartment_of_kind,
            code_name=f"P{number}", family_name=f"Kvast{'abcdefghij'[number % 10]}{'klmnopqrst'[number // 10]}",
        )  # fmt: skip

    many = Telling([person(number) for number in range(100)])
    few = Telling([person(7)])
    text = "Igår kom Kvasthks syster. Kvast kom inte."
    assert many.near(text) and few.near(text)
    assert many.replaced(text, "N") == few.replaced(text, "N") == "Igår kom N syster. Kvast kom inte."
    assert not many.near("Ingen här.")


def test_what_is_shown_begins_near_the_name_and_holds_words_only(office: Workspace, who: str) -> None:
    talk_with(office, "Han kom sent och tyst in genom dörren, och sedan frågade han efter Kvastsson och gick.")
    (seen,) = erasing.preview(office, [who]).mentions
    assert seen.excerpt.index("Kvastsson") <= 15
    talk = office.read(lambda unit: unit.find(Notification))[0].id
    told = '[{"kind":"grief","title":"Till Kvastsson\\nIgen","by":"Bo"}]'
    office.write(lambda unit: unit.change(Notification, talk, note=told))
    (seen,) = erasing.preview(office, [who]).mentions
    assert seen.excerpt == "…Till Kvastsson Igen…"
