"""What becomes of a record when a colleague's half arrives: named cases."""

from gvi_desktop.domain.history import RecordState, Tombstone, erased, write_all
from gvi_desktop.sync.merge import ERASURE, Verdict, counter_seen, merge, newest_stamp, without_echo


def everything(kind: str, field: str) -> bool:
    return True


BORN = RecordState("group", "g", "core", write_all({}, ("a", 1), 10, {"name": "North", "size": 3}, lsn=1))
GONE = erased("group", "g", Tombstone(50, "b"))


def edited(state: RecordState, replica: str, n: int, **values: str | int | None) -> RecordState:
    return RecordState(state.kind, state.id, state.compartment, write_all(state.cells, (replica, n), 20 + n, values))


def test_a_record_never_seen_is_new_and_needs_a_place_in_our_log() -> None:
    outcome = merge(None, BORN, may_write=everything)
    assert outcome.verdict is Verdict.NEW and outcome.state == BORN
    assert outcome.equal == outcome.changed == {"name", "size"}
    assert outcome.state is not None and all(cell.lsn is None for cell in outcome.state.cells.values())


def test_the_same_again_changes_nothing() -> None:
    outcome = merge(BORN, BORN, may_write=everything)
    assert outcome.verdict is Verdict.SAME and outcome.state is BORN


def test_an_older_record_changes_nothing() -> None:
    newer = edited(BORN, "a", 2, name="South")
    assert merge(newer, BORN, may_write=everything).state is newer


def test_a_later_edit_is_taken_and_the_other_fields_keep_their_place() -> None:
    outcome = merge(BORN, edited(BORN, "b", 1, size=4), may_write=everything)
    assert outcome.verdict is Verdict.CHANGED and outcome.changed == outcome.equal == {"size"}
    assert outcome.state is not None
    assert outcome.state.shown == {"name": "North", "size": 4} and outcome.state.cells["name"].lsn == 1


def test_edits_apart_are_a_conflict_that_goes_back_to_the_sender_too() -> None:
    outcome = merge(edited(BORN, "a", 2, name="South"), edited(BORN, "b", 1, name="East"), may_write=everything)
    assert outcome.verdict is Verdict.CONFLICT and outcome.conflicts == {"name"} and outcome.equal == frozenset()


def test_a_withheld_field_blanks_nothing() -> None:
    theirs = edited(BORN, "b", 1, name="East").only(lambda name, _: name == "name")
    outcome = merge(BORN, theirs, may_write=everything)
    assert outcome.state is not None and outcome.state.shown == {"name": "East", "size": 3}


def test_what_a_sender_may_not_write_stays_as_it_was_and_is_named() -> None:
    outcome = merge(BORN, edited(BORN, "b", 1, name="East", size=9), may_write=lambda _, field: field == "name")
    assert outcome.state is not None and outcome.state.shown == {"name": "East", "size": 3}
    assert outcome.refused == {"size"}
    alone = merge(BORN, edited(BORN, "b", 1, size=9), may_write=lambda _, field: field == "name")
    assert alone.verdict is Verdict.REFUSED and alone.state is BORN
    assert merge(BORN, BORN, may_write=lambda *_: False).verdict is Verdict.SAME
    assert merge(None, BORN, may_write=lambda *_: False).state is None


def test_nobody_moves_a_record_to_another_compartment_by_sending_it() -> None:
    theirs = edited(RecordState("group", "g", "help", BORN.cells), "b", 1, size=4)
    outcome = merge(BORN, theirs, may_write=everything)
    assert outcome.state is not None and outcome.state.compartment == "core"


def test_another_kind_under_the_same_id_is_refused() -> None:
    assert merge(BORN, RecordState("person", "g", "core", BORN.cells), may_write=everything).verdict is Verdict.REFUSED


def test_an_erasure_takes_the_record_and_later_arrivals_are_dropped() -> None:
    outcome = merge(BORN, GONE, may_write=everything)
    assert outcome.verdict is Verdict.ERASED and outcome.state == GONE and outcome.changed == {"name", "size"}
    assert merge(GONE, edited(BORN, "b", 1, name="East"), may_write=everything).verdict is Verdict.SAME
    assert merge(None, GONE, may_write=everything).verdict is Verdict.BURIED
    assert merge(GONE, GONE, may_write=everything).verdict is Verdict.SAME
    earlier = erased("group", "g", Tombstone(40, "c"))
    assert merge(GONE, earlier, may_write=everything).state == earlier


def test_a_sender_who_may_not_erase_erases_nothing() -> None:
    outcome = merge(BORN, GONE, may_write=lambda _, field: field != ERASURE)
    assert outcome.verdict is Verdict.REFUSED and outcome.state is BORN


def test_fields_and_kinds_of_a_later_version_are_carried() -> None:
    theirs = RecordState("comet", "c", "orbit", write_all({}, ("z", 1), 1, {"tail_length": 5}))
    assert merge(None, theirs, may_write=everything).state == theirs


def test_what_came_from_the_recipient_is_not_sent_back() -> None:
    state = edited(BORN, "b", 1, size=4)
    state = RecordState(
        "group", "g", "core", {name: cell.at(7 if name == "size" else 1) for name, cell in state.cells.items()}
    )
    part = without_echo(state, lambda lsn: lsn == 7)
    assert part is not None and set(part.cells) == {"name"}
    assert without_echo(state, lambda _: True) is None
    assert without_echo(GONE, lambda _: False) is GONE


def test_clock_and_counters_can_be_read_off_a_record() -> None:
    state = edited(BORN, "b", 4, size=4)
    assert newest_stamp(state) == 24 and newest_stamp(GONE) == 50
    assert counter_seen(state, "b") == 4 and counter_seen(state, "c") == 0
