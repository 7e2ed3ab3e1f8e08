"""The store: each write is row, history, index and journal at once; erasing leaves nothing; nothing writes around."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, IntegrityError

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import Person, PersonDraft, PersonRole, Protection
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services.sounding import indexed
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import histories, journal, replica, search


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi")
    yield workspace
    workspace.close()


def add_person(unit: Unit, **values: object) -> Person:
    fields: dict[str, object] = {"code_name": "P001", "given_name": "Örjan", "family_name": "Haddad"} | values
    return unit.add(Person, PersonDraft(**fields))  # type: ignore[arg-type]


def test_a_record_comes_back_as_it_was_put_in(office: Workspace) -> None:
    made = office.write(add_person, birth_date=date(2006, 6, 26), role=PersonRole.MESSENGER, contact_ways=("a", "b"))
    assert office.read(lambda unit: unit.get(Person, made.id)) == made


def test_every_field_of_a_new_record_has_a_history_with_the_step_s_dot(office: Workspace) -> None:
    made = office.write(add_person)
    state = office.read(lambda unit: unit.store.state(made.id))
    assert state is not None
    assert state.compartment == Compartment.CORE
    assert {"given_name", "note", "made_by", "removed"} <= set(state.cells)
    assert len({cell.dot for cell in state.cells.values()}) == 1


def test_a_change_replaces_only_the_cells_it_changes(office: Workspace) -> None:
    made = office.write(add_person)
    office.write(lambda unit: unit.change(Person, made.id, given_name="Anna", note=""))
    state = office.read(lambda unit: unit.store.state(made.id))
    assert state is not None
    assert state.cells["given_name"].dot != state.cells["family_name"].dot
    assert state.cells["note"].dot == state.cells["family_name"].dot
    assert state.shown["given_name"] == "Anna"


def test_a_change_to_the_same_value_is_no_step(office: Workspace) -> None:
    made = office.write(add_person)
    before = office.read(lambda unit: journal.head(unit.connection))
    assert office.write(lambda unit: unit.change(Person, made.id, given_name="Örjan")) is False
    assert office.read(lambda unit: journal.head(unit.connection)) == before


def test_members_of_a_set_have_cells_of_their_own(office: Workspace) -> None:
    one, two = office.write(lambda u: (add_person(u).id, add_person(u, code_name="P002").id))
    made = office.write(lambda u: u.add(Round, RoundDraft(name="Höst", targets=frozenset({one}))))
    office.write(lambda u: u.change(Round, made.id, targets=frozenset({two})))
    state = office.read(lambda u: u.store.state(made.id))
    assert state is not None
    assert state.shown[f"targets/{one}"] == 0
    assert state.shown[f"targets/{two}"] == 1
    assert office.read(lambda u: u.get(Round, made.id)).targets == {two}


def test_a_failing_step_leaves_nothing(office: Workspace) -> None:
    def half(unit: Unit) -> None:
        add_person(unit)
        unit.store.flush()
        raise RuntimeError

    before = office.read(lambda unit: (replica.load(unit.connection), journal.head(unit.connection)))
    with pytest.raises(RuntimeError):
        office.write(half)
    assert office.read(lambda unit: unit.count(Person)) == 0
    assert office.read(lambda unit: (replica.load(unit.connection), journal.head(unit.connection))) == before


def test_a_removed_record_is_in_no_list_and_not_found_by_search(office: Workspace) -> None:
    made = office.write(add_person)
    office.write(lambda unit: unit.remove(Person, made.id))
    assert office.read(lambda unit: unit.find(Person)) == []
    with pytest.raises(NotFoundError):
        office.read(lambda unit: unit.get(Person, made.id))
    assert office.read(lambda unit: search.find(unit.connection, "Haddad", "", ["person"], 5)) == []


def test_erasing_leaves_a_tombstone_and_no_value_anywhere(office: Workspace) -> None:
    made = office.write(add_person, family_name="Xyzzyberg", note="hemlig uppgift")
    office.write(lambda unit: unit.change(Person, made.id, note="annan uppgift"))
    office.write(lambda unit: unit.erase(Person, made.id))
    with office.engine.connect() as connection:
        names = [row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))]
        content = "".join(
            str(bytes(value) if isinstance(value, bytes) else value)
            for name in names
            for row in connection.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608
            for value in row
        )
    for word in ("Xyzzyberg", "xyzzyberg", "hemlig", "annan uppgift"):
        assert word not in content
    state = office.read(lambda unit: unit.store.state(made.id))
    assert state is not None
    assert state.tombstone is not None
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == []


def test_the_journal_refuses_change_and_removal(office: Workspace) -> None:
    office.write(add_person)
    for statement in ("UPDATE journal SET at = ''", "DELETE FROM journal", "UPDATE journal_value SET salt = x'00'"):
        with (
            office.engine.connect().execution_options(writes=True) as connection,
            pytest.raises((DatabaseError, IntegrityError), match="append-only"),
        ):
            connection.execute(text(statement))


def test_a_value_taken_out_of_the_journal_without_an_erasure_is_noticed(office: Workspace) -> None:
    office.write(add_person)
    with office.engine.connect().execution_options(writes=True) as connection:
        connection.execute(text("DELETE FROM journal_value WHERE seq = (SELECT max(seq) FROM journal_value)"))
        connection.commit()
    broken = office.read(lambda unit: journal.broken_links(unit.connection))
    assert len(broken) == 1


def test_a_forged_entry_breaks_the_chain(office: Workspace) -> None:
    office.write(add_person)
    with office.engine.connect().execution_options(writes=True) as connection:
        connection.execute(text("DROP TRIGGER journal_no_change"))
        connection.execute(text("UPDATE journal SET by = 'Någon annan' WHERE seq = 3"))
        connection.commit()
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == [3]


def test_dots_of_one_step_are_one_and_counters_go_up_even_when_the_clock_goes_back(tmp_path: Path) -> None:
    clock = SettableClock()
    office = new_vault(tmp_path / "b.gvi", clock=clock)
    first = office.write(lambda unit: unit.add(Group, GroupDraft(name="A")))
    clock.move(days=-400)
    office.write(lambda unit: unit.change(Group, first.id, name="B"))
    one = office.read(lambda unit: unit.store.state(first.id))
    assert one is not None
    (old,) = one.cells["area"].siblings.values()
    (new,) = one.cells["name"].siblings.values()
    assert new[0] > old[0]
    office.close()


def test_changes_are_told_after_the_commit(office: Workspace) -> None:
    heard: list[frozenset[str]] = []
    office.on_changed.append(lambda changes: heard.append(changes.kinds))
    office.write(add_person)
    office.write(lambda unit: unit.note("open"))
    assert heard == [frozenset({"person"})]


def test_histories_after_a_log_position_hold_just_what_changed_since(office: Workspace) -> None:
    one = office.write(lambda unit: unit.add(Group, GroupDraft(name="A")))
    upto = office.read(lambda unit: replica.load(unit.connection).lsn)
    office.write(lambda unit: unit.change(Group, one.id, area="Vivalla"))
    office.write(lambda unit: unit.add(Group, GroupDraft(name="B")))
    now = office.read(lambda unit: replica.load(unit.connection).lsn)
    found = office.read(lambda unit: list(histories.after(unit.connection, upto, now)))
    parts = [state.after(upto, now) for state in found]
    assert sorted(len(part.cells) > 1 for part in parts if part) == [False, True]


def test_what_an_earlier_version_kept_beside_the_row_moves_into_it_with_the_next_change(office: Workspace) -> None:
    made = office.write(lambda unit: unit.add(Group, GroupDraft(name="A", area="Norr")))
    with office.engine.connect().execution_options(writes=True) as connection, connection.begin():
        # As a migration leaves it that has just made the column.
        connection.execute(text('UPDATE history SET extra = \'{"area": "Norr"}\' WHERE id = :id'), {"id": made.id})
        connection.execute(text('UPDATE "group" SET area = NULL WHERE id = :id'), {"id": made.id})
    state = office.read(lambda unit: unit.store.state(made.id))
    assert state is not None
    assert state.shown["area"] == "Norr"
    office.write(lambda unit: unit.change(Group, made.id, name="B"))
    assert office.read(lambda unit: unit.get(Group, made.id)).area == "Norr"
    with office.engine.connect() as connection:
        assert connection.execute(text("SELECT extra FROM history WHERE id = :id"), {"id": made.id}).scalar() is None


def test_many_records_are_changed_together_as_each_would_be_alone(office: Workspace) -> None:
    one, two = office.write(lambda unit: (add_person(unit), add_person(unit, code_name="P002", given_name="Åsa")))

    def together(unit: Unit) -> list[bool]:
        with unit.store.batch([one.id, two.id]) as batch:
            return [
                batch.change(Person, one.id, {"given_name": "Nils"}),
                batch.change(Person, two.id, {"given_name": "Åsa"}),
                batch.change(Person, one.id, {"family_name": "Ek", "given_name": "Olof"}),
                batch.change(Person, two.id, {"removed": 1}),
            ]

    assert office.write(together) == [True, False, True, True]
    found = office.read(lambda unit: unit.get(Person, one.id))
    assert (found.given_name, found.family_name) == ("Olof", "Ek")
    assert [p.id for p in office.read(lambda unit: unit.find(Person))] == [one.id]
    for word, ids in (("Nils", []), ("Örjan", []), ("Olof", [one.id]), ("Åsa", [])):
        hits = office.read(lambda unit, w=word: search.find(unit.connection, w, "", ["person"], 5))
        assert [record for _, record, _ in hits] == ids
    state = office.read(lambda unit: unit.store.state(one.id))
    assert state is not None
    assert state.lsn == max(cell.lsn or 0 for cell in state.cells.values())
    assert office.read(lambda unit: journal.broken_links(unit.connection)) == []


def test_a_batch_that_fails_leaves_nothing(office: Workspace) -> None:
    made = office.write(add_person)

    def half(unit: Unit) -> None:
        with unit.store.batch([made.id]) as batch:
            batch.change(Person, made.id, {"given_name": "Nils"})
            batch.change(Person, "f" * 32, {"given_name": "Nils"})

    with pytest.raises(NotFoundError):
        office.write(half)
    assert office.read(lambda unit: unit.get(Person, made.id)) == made


def test_the_index_depends_on_no_other_field_than_it_says() -> None:
    for record in RECORDS:
        read: set[str] = set()

        class Watched(record):  # type: ignore[misc,valid-type]
            def __getattribute__(self, name: str, read: set[str] = read) -> object:
                read.add(name)
                return super().__getattribute__(name)

        made = object.__new__(Watched)
        for one in fields(record):
            object.__setattr__(made, one.name, Protection.NONE if one.name == "protection" else "x")
        read.clear()
        indexed(made)
        assert read & {one.name for one in fields(record)} <= indexed.fields(record.kind), record.kind
