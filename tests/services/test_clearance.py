"""A colleague below clearance gets no trace of what is withheld, and can change nothing of it by sending it back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard
from kit.quartet import Offices, quartet
from sqlalchemy import select

from gvi_desktop.crypto import seal
from gvi_desktop.domain.contact import Contact, Preset, VerifiedHow
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import contacts, identity, receiving, search, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows import ledger
from gvi_desktop.sync import ustar
from gvi_desktop.sync.manifest import CHANGES_NAME, MANIFEST_NAME, SIGNATURE_NAME, parse

GROUND = {"ground": "lag-2025-170", "note": "Vägt."}
SECRET = "Xyzzyhemlig"


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    with quartet(tmp_path) as o:
        bo = o.anna.read(contacts.named, "Bo").id
        partner = {"preset": Preset.PARTNER, "clearance": frozenset({Compartment.CORE}), "agency": "Föreningen"}
        o.anna.write(lambda unit: unit.change(Contact, bo, **partner))
        yield o


def person(unit: Unit, note: str, street: str) -> str:
    """One person with everything that is withheld from a partner: by field, by compartment."""
    one = unit.add(Person, PersonDraft(code_name="P1", given_name="Leo", note=note, address=street)).id
    unit.add(Help, HelpDraft(person=one, asked_on=unit.today, help_kind=HelpKind.WORK, note=note))
    unit.add(Incident, IncidentDraft(on=unit.today, area=street or "Norr", note=note))
    return one


def payload(o: Offices, path: Path) -> bytes:
    """The records of a bundle for Bo, as they stand in it."""
    plain = io.BytesIO()
    with path.open("rb") as file:
        seal.unseal(file, plain, o.bo.read(identity.keys).identity.secret)
    plain.seek(0)
    tar = ustar.TarReader(plain)
    raw = tar.take(MANIFEST_NAME, 1 << 20)
    tar.take(SIGNATURE_NAME, 1 << 12)
    changes = tar.take_exact(CHANGES_NAME, parse(raw).changes.size)
    return raw + zstandard.ZstdDecompressor().stream_reader(changes).read()


def lines(raw: bytes) -> list[bytes]:
    return sorted(raw.split(b"\n")[1:])


def test_no_byte_of_a_bundle_tells_of_what_is_withheld_nor_how_long_it_is(offices: Offices) -> None:
    o = offices
    one = o.anna.write(person, SECRET, SECRET)
    first = payload(o, o.send(o.anna, "Bo", **GROUND))
    (told,) = [line for line in lines(first) if one.encode() in line]
    assert b'"given_name":"Leo"' in told and b'"note":' not in told and b'"address"' not in told
    for word in (SECRET, '"help"', '"incident"', "asked_on"):
        assert word.encode() not in first
    # A bundle that differs in nothing but what is withheld, however long, has the very same records in it.
    o.anna.write(lambda unit: unit.change(Person, one, note=SECRET * 90, address=SECRET * 9))
    o.anna.write(lambda unit: unit.add(Help, HelpDraft(person=one, asked_on=unit.today, help_kind=HelpKind.HOUSING)))
    second = payload(o, o.send(o.anna, "Bo", **GROUND))
    assert lines(first) == lines(second)


def test_nothing_of_it_shows_at_the_recipient_in_preview_search_undo_or_journal(offices: Offices) -> None:
    o = offices
    one = o.anna.write(person, SECRET, SECRET)
    path = o.send(o.anna, "Bo", **GROUND)
    opened = o.bo.read(receiving.read, path)
    seen = o.bo.read(receiving.preview, opened)
    assert {line.kind for line in seen.records}.isdisjoint({"help", "incident", "phonecall", "focus"})
    assert SECRET not in repr(seen)
    o.bo.write(receiving.take_in, opened)
    assert o.bo.read(search.find, SECRET) == [] and o.bo.read(search.find, "P1")
    told = o.bo.read(lambda unit: list(journal.entries(unit.connection)))
    with o.bo.engine.connect() as connection:
        values = b"".join(map(bytes, connection.execute(select(ledger.journal_value.c.payload)).scalars()))
    assert SECRET not in repr(told) and SECRET.encode() not in values
    o.bo.write(undo.undo)
    assert one not in {found.id for found in o.bo.read(lambda unit: unit.find(Person))}


def test_a_round_trip_through_that_colleague_changes_nothing_of_it(offices: Offices) -> None:
    o = offices
    one = o.anna.write(person, SECRET, SECRET)
    o.take(o.send(o.anna, "Bo", **GROUND))
    before = o.anna.read(lambda unit: unit.store.state(one))
    got = o.bo.read(lambda unit: unit.get(Person, one))
    o.bo.write(lambda unit: unit.put(Person, one, replace(got, given_name="Adam", note="", address="")))
    o.bo.write(lambda unit: unit.change(Person, one, note="av Bo", address="av Bo"))  # and even on purpose
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, o.send(o.bo, "Anna")))
    after = o.anna.read(lambda unit: unit.store.state(one))
    assert after.cells["given_name"].shown == "Adam"
    for name in before.cells.keys() - {"given_name"}:
        assert after.cells[name] == before.cells[name], name
    assert o.anna.read(lambda unit: unit.get(Person, one)).note == SECRET


def tables(office: Workspace) -> dict[str, list[str]]:
    """Everything that anybody can see of the records."""
    return {one.kind: sorted(repr(found) for found in office.read(Unit.find, one)) for one in RECORDS}


def test_undo_of_an_import_leaves_every_table_as_it_was(offices: Offices) -> None:
    o = offices
    bo = o.anna.read(contacts.named, "Bo").id
    o.anna.write(lambda unit: unit.change(Contact, bo, preset=Preset.COLLEAGUE, clearance=frozenset(Compartment)))
    group, one = o.group(), o.anna.write(person, SECRET, SECRET)
    o.take(o.send(o.anna, "Bo", **GROUND))
    o.bo.write(lambda unit: unit.change(Group, group, area="Väst"))
    o.anna.write(lambda unit: unit.change(Group, group, area="Öst", size=7))  # in conflict, and beside it
    o.anna.write(lambda unit: unit.change(Person, one, given_name="Adam"))
    o.anna.write(person, "mer", "Gatan 2")
    o.anna.write(lambda unit: unit.add(Group, GroupDraft(name="Ny")))
    before = tables(o.bo)
    o.take(o.send(o.anna, "Bo", **GROUND))
    assert tables(o.bo) != before
    o.bo.write(undo.undo)
    assert tables(o.bo) == before
    assert o.bo.read(search.find, "Ny") == []
    o.bo.write(undo.redo)
    assert o.bo.read(lambda unit: unit.get(Person, one)).given_name == "Adam"


def test_the_author_of_a_record_is_who_wrote_it_also_over_a_third_office(offices: Offices) -> None:
    o = offices
    anna = o.cia.write(contacts.add, o.anna.read(identity.card), name="Anna")
    o.cia.write(contacts.verify, anna, VerifiedHow.IN_PERSON)
    group = o.cia.write(lambda unit: unit.add(Group, GroupDraft(name="Vivalla"))).id
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, o.send(o.cia, "Anna")))
    o.take(o.send(o.anna, "Bo", **GROUND))
    assert o.bo.read(lambda unit: unit.get(Group, group)).made_by == "Cia"
    here, there = (office.read(lambda unit: unit.store.state(group)).cells for office in (o.bo, o.cia))
    assert {name: cell.siblings for name, cell in here.items()} == {
        name: cell.siblings for name, cell in there.items() if name in here
    }


def test_bundles_one_three_two_and_an_old_one_after_a_newer_bring_no_value_back(offices: Offices) -> None:
    o = offices
    group, sent = o.group(), []
    for area in ("ett", "två", "tre"):
        o.anna.write(lambda unit, area=area: unit.change(Group, group, area=area))
        path = o.send(o.anna, "Bo", since_last=True, **GROUND)
        sent.append(path.rename(path.with_name(f"{area}.age")))
    for number, area in ((0, "ett"), (2, "tre"), (1, "tre")):
        found = o.bo.read(receiving.preview, o.bo.read(receiving.read, sent[number]))
        assert ("N_GAP" in found.notices) is (number == 2)
        o.take(sent[number])
        assert o.bo.read(lambda unit: unit.get(Group, group)).area == area
    before = tables(o.bo)
    assert o.refused(sent[0])[0] == o.refused(sent[2])[0] == "E_ALREADY"
    assert tables(o.bo) == before
