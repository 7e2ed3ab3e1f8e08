"""Names in what only a later version reads go as names in any other record: fields without a column, records of unknown
kinds, lines in quarantine, and what the history said of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from kit.arrivals import office_with_a_colleague, take
from kit.filepages import pages
from kit.people import person

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.history import RecordState, Value, stamp_of, write_all
from gvi_desktop.services import checking, erasure, history
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync.change import Unread

THEN = stamp_of(1_700_000_000_000)
GONE = "[gallrad person]"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = office_with_a_colleague(tmp_path)
    yield workspace
    workspace.close()


@pytest.fixture
def who(office: Workspace) -> str:
    return person(office, "Xyzzy", "Kvastsson")


def arrives(
    office: Workspace, kind: str, record_id: str, counter: int, replica: str = "theirs.1", **values: Value
) -> None:
    cells = write_all({}, (replica, counter), THEN + counter, values)
    take(office, RecordState(kind, record_id, "core", cells))


def a_group(office: Workspace) -> str:
    return office.write(lambda unit: unit.add(Group, GroupDraft(name="Norr"))).id


def shown(office: Workspace, record_id: str) -> dict[str, Value]:
    state = office.read(lambda unit: unit.store.state(record_id))
    assert state is not None
    return {} if state.tombstone is not None else state.shown


def quarantined(office: Workspace) -> dict[str, bytes]:
    with office.engine.connect() as connection:
        return {one.id: bytes(one.raw) for one in connection.execute(ledger.quarantine.select())}


def nowhere(office: Workspace, *words: bytes) -> None:
    for where, content in pages(office.folder, office.key):
        for word in words or (b"kvastsson",):
            assert word not in content.lower(), where
    assert office.read(history.verify) == []
    assert all(one.ok for one in checking.check(office).values())


def test_a_field_that_only_a_later_version_knows_is_freed_of_the_name(office: Workspace, who: str) -> None:
    group = a_group(office)
    arrives(office, "group", group, 1, legend="Kvastsson styrde", number=7)
    arrives(office, "group", group, 2, replica="theirs.1", legend="Kvastsson leder nu")
    (seen,) = office.read(erasure.preview, [who]).mentions
    assert (seen.kind, seen.field, seen.sure, seen.unread) == ("group", "legend", True, True)
    assert "Kvastsson leder" in seen.excerpt
    done = office.write(erasure.erase, [who], "tiden ute")
    assert done.replaced == 1
    assert shown(office, group)["legend"] == f"{GONE} leder nu" and shown(office, group)["number"] == 7
    nowhere(office)


def test_so_are_both_values_of_such_a_field_in_conflict(office: Workspace, who: str) -> None:
    group = a_group(office)
    arrives(office, "group", group, 1, replica="theirs.1", legend="Ingen leder")
    arrives(office, "group", group, 3, replica="others.1", legend="Det lugna")
    arrives(office, "group", group, 2, replica="third.1", legend="Kvastsson leder")
    office.write(erasure.erase, [who], "tiden ute")
    nowhere(office)
    assert shown(office, group)["legend"] == "Det lugna"


def test_a_record_of_an_unknown_kind_is_freed_of_the_name_and_goes_when_it_is_theirs(
    office: Workspace, who: str
) -> None:
    arrives(office, "comet", "c" * 32, 1, title="Kvastssons stjärna", orbit="Oort")
    arrives(office, "comet", "d" * 32, 2, title="Deras egen, Kvastsson", person=who)
    assert office.read(erasure.preview, [who]).records == {"comet": 1}
    office.write(erasure.erase, [who], "tiden ute")
    assert shown(office, "c" * 32) == {"title": f"{GONE} stjärna", "orbit": "Oort"}
    assert shown(office, "d" * 32) == {}
    nowhere(office)


def test_a_quarantined_line_is_freed_of_the_name_and_goes_when_it_is_theirs(office: Workspace, who: str) -> None:
    body = {"t": "group", "id": "f1", "z": {"told": ["Kvastssons bror", "Xyzzy Kvastsson", "Lugnt"]}}
    theirs = {"t": "visit", "id": "f2", "z": [who, "var borta"]}
    others = {"t": "visit", "id": "f3", "z": ["Kvastbindare"]}
    for one in (body, theirs, others):
        take(office, Unread(str(one["t"]), str(one["id"]), orjson.dumps(one)))
    office.write(erasure.erase, [who], "tiden ute")
    told = quarantined(office)
    assert orjson.loads(told["f1"])["z"]["told"] == [f"{GONE} bror", GONE, "Lugnt"]
    assert told.keys() == {"f1", "f3"} and orjson.loads(told["f3"]) == others
    nowhere(office)


def test_a_name_that_may_be_anothers_is_asked_about_there_too(office: Workspace, who: str) -> None:
    person(office, "Bosse", "Kvastsson")
    group = a_group(office)
    arrives(office, "group", group, 1, legend="Kvastsson leder")
    take(office, Unread("group", "f1", orjson.dumps({"t": "group", "id": "f1", "z": "Kvastsson igen"})))
    seen = office.read(erasure.preview, [who]).mentions
    assert [(one.field, one.sure) for one in seen] == [("legend", False), ("*", False)]
    with pytest.raises(RefusedError, match="erase_names_undecided"):
        office.write(erasure.erase, [who], "tiden ute")
    office.write(erasure.erase, [who], "tiden ute", {seen[0].place: True, seen[1].place: False})
    assert shown(office, group)["legend"] == f"{GONE} leder"
    assert orjson.loads(quarantined(office)["f1"])["z"] == "Kvastsson igen"
    assert office.read(history.verify) == []
