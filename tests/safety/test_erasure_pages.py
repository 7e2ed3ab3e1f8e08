"""After an erasure no page of the decrypted file holds anything of the person: tables, index, history, log, drafts."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest
from kit.filepages import pages

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.record import draft_fields
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import history, people, retention
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import engine
from gvi_desktop.storage.rows.codec import codecs

WORDS = tuple(f"{name}{end}" for name in ("Xyzzyb", "Kvastq", "Snorkw", "Plonkz") for end in ("erg", "ult", "ark"))
"""Made-up words, all with beginnings that no other text has, so that also parts of them are found in the index."""
STEMS = ("xyzzyb", "kvastq", "snorkw", "plonkz")


def filled(record: type[Any], person: str | None, start: int) -> dict[str, Any]:
    """A planted word in every text of a record, and the person where it points to one."""
    known, hints, found = codecs(record), get_type_hints(record), {}
    for place, one in enumerate(draft_fields(record)):
        word = WORDS[(start + place) % len(WORDS)]
        if known[one.name].ref:
            found |= {one.name: person} if known[one.name].ref == "person" and not known[one.name].elements else {}
        elif hints[one.name] is str:
            found[one.name] = f"{word} {place}"
        elif hints[one.name] == tuple[str, ...]:
            found[one.name] = (word, f"{word} igen")
    return found


def bring_in(unit: Unit) -> str:
    """A person of whom there is something in every kind of record that goes with a person."""
    who: str | None = None
    for place, record in enumerate((Person, *retention.OWNED)):
        draft = record.__mro__[1]
        made = unit.add(record, draft(**filled(record, who, place)))
        who = who or made.id
    assert who is not None
    unit.add(Round, RoundDraft(name="Höst", targets=frozenset({who})))
    unit.add(Task, TaskDraft(title=f"Ring {WORDS[0]}", note=WORDS[4], subject_kind="person", subject=who))
    unit.add(Disclosure, DisclosureDraft(on=unit.today, way=DisclosureWay.SPOKEN, people=frozenset({who})))
    return who


def grow(office: Workspace) -> str:
    """The person, written, changed, looked at, searched for, half typed anew and removed from one list and another."""
    who = office.write(bring_in)
    for n in range(6):
        office.write(lambda unit, n=n: unit.change(Person, who, note=f"{WORDS[n]} {n} " * 60, family_name=WORDS[n + 1]))
    office.write(people.reveal, who, f"{WORDS[3]} har ringt")
    office.write(people.open_to_edit, who)
    office.keep_draft("people", {"name": "edit", "id": who, "state": {"given_name": WORDS[0], "note": WORDS[5]}})
    typed = office.read(lambda unit: unit.get(Person, who)).given_name
    office.keep_draft("notifications", {"name": "log", "state": {"who": typed, "note": f"{WORDS[2]}"}})
    return who


def holding(office: Workspace) -> list[str]:
    """Where in the plain bytes of the file and its log one of the words is, or its beginning."""
    found = []
    for where, content in pages(office.folder, office.key):
        small = content.lower()
        found += [f"{where}: {stem}" for stem in STEMS if stem.encode() in small]
    with office.engine.connect() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, search, row)")
        terms = connection.exec_driver_sql("SELECT term FROM temp.terms").scalars().all()
    found += [f"index: {term}" for term in terms if term.startswith(STEMS)]
    return found


def test_the_pages_are_read_and_hold_the_person_before(office: Workspace) -> None:
    grow(office)
    read = dict(pages(office.folder, office.key))
    assert any(where.startswith("log") for where in read)
    office.engine.dispose()
    read = dict(pages(office.folder, office.key))
    assert read["page 1"][: 100 - 16].startswith(b"\x10\x00")  # the size of a page, after the salt
    assert b"CREATE TABLE" in read["page 1"] + b"".join(read.values())
    found = holding(office)
    assert {one.rpartition(" ")[2] for one in found if one.startswith("page")} >= set(STEMS)
    assert any(one.startswith("index") for one in found)


def test_nothing_of_an_erased_person_is_in_any_page(office: Workspace) -> None:
    who = grow(office)
    office.write(retention.erase, [who], "tiden ute")
    assert holding(office) == []
    assert office.drafts() == {}
    assert office.read(history.verify) == []
    office.close()
    assert [where for where, content in pages(office.folder, office.key) if b"xyzzyb" in content.lower()] == []


def test_a_log_that_somebody_reads_in_is_cut_after_a_later_step(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "CUT_PATIENCE", 0.01)
    who = grow(office)
    with office.engine.connect() as reader, reader.begin():
        reader.exec_driver_sql("SELECT count(*) FROM history").fetchone()
        office.write(retention.erase, [who], "tiden ute")
        assert holding(office) != []
    office.write(people.add, PersonDraft(given_name="Bo"))
    assert holding(office) == []


def test_every_kind_that_points_to_a_person_goes_with_them() -> None:
    pointing = {r for r in RECORDS if any(c.ref == "person" and not c.elements for c in codecs(r).values())}
    assert pointing == set(retention.OWNED)


def test_forms_about_somebody_else_outlast_an_erasure(office: Workspace) -> None:
    who = office.write(people.add, PersonDraft(given_name="Ali", family_name="Ek"))
    kept = {"name": "add", "state": {"given_name": "Alice", "family_name": "Ekman", "note": "Talar salishiska."}}
    office.keep_draft("people", kept)
    office.keep_draft("help", {"state": {"note": "Ringde om ALI."}})
    office.write(retention.erase, [who], "tiden ute")
    assert office.drafts() == {"people": kept}


def test_the_reason_of_an_erasure_stays_and_so_may_name_nobody(office: Workspace) -> None:
    who = office.write(people.add, PersonDraft(given_name="Ali", family_name="Ek"))
    for reason in ("ali bad om det", "P001 är klar", "Ek, tiden ute"):
        with pytest.raises(RefusedError, match="erase_reason_names"):
            office.write(retention.erase, [who], reason)
    office.write(retention.erase, [who], "ekologiska skäl")


def test_a_reason_for_showing_a_name_is_read_in_the_history_until_the_person_is_erased(office: Workspace) -> None:
    who = office.write(people.add, PersonDraft(given_name="Ali"))
    office.write(people.reveal, who, "Ali har ringt")
    seen = office.read(history.of_record, who)[-1]
    assert (seen.action, seen.detail, seen.fields) == ("reveal", "Ali har ringt", ())
    office.write(retention.erase, [who], "tiden ute")
    assert "Ali har ringt" not in {one.detail for one in office.read(history.newest)}
    assert office.read(history.verify) == []
