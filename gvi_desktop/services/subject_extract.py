"""The subject access extract: everything the vault holds on one person, on one paper, without anybody else's data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.letter import LetterProblem
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.task import Task
from gvi_desktop.domain.user import Right
from gvi_desktop.letters.pages import extract as paper
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.services import compartments, disclosed, filepassword
from gvi_desktop.services.letters import write_file
from gvi_desktop.services.letters_plan import head_of
from gvi_desktop.services.subject_values import Values, shown_fields
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.wording import Words

GROUND = "documented"
SHARED = {Disclosure: "people", Round: "targets"}
"""Records about several people; of a round only that the person is in it, of a disclosure nobody else in it."""


@dataclass(frozen=True)
class SecrecyTest:
    """Who decided that the extract may be given out, what the test came to, and rooms it leaves out."""

    by: str
    result: str
    without: frozenset[Compartment] = frozenset()


def make(unit: Unit, person_id: str, tested: SecrecyTest) -> bytes:
    """The extract as PDF in the office's language; an `extract` in the journal and an entry among the disclosures.

    Others who are named in notes are masked, staff is left out. Refused without a secrecy test.
    """
    unit.need(Right.EXPORT)
    compartments.need_all(unit)  # what is left out of an extract is left out by the secrecy test, and said in it
    if not (tested.by.strip() and tested.result.strip()):
        raise RefusedError([Problem(LetterProblem.SECRECY_UNTESTED, "tested_by")])
    person = unit.get(Person, person_id)
    words = Words(unit.office.language.value)
    held = [one for one in _held(unit, person) if one.compartment not in tested.without]
    values = Values(unit, words, person)
    facts = [paper.Facts(words.kind("person").capitalize(), shown_fields(values, person))]
    for one in held:
        facts.append(paper.Facts(_heading(words, one), shown_fields(values, one)))
    notes = [words.text("extract", "masked"), words.text("extract", "staff")]
    if tested.without:
        rooms = ", ".join(words.value(one) for one in sorted(tested.without))
        notes.append(words.text("extract", "left_out", rooms=rooms))
    made = paper.draw(
        paper.Extract(person.full_name, facts, notes=notes), head_of(unit), Marks(unit.today), words.language
    )
    unit.title = "person.extract"
    unit.can_undo = False
    unit.note("extract", person)
    unit.note("reveal", person, "extract")
    unit.add(
        Disclosure,
        DisclosureDraft(
            on=unit.today,
            way=DisclosureWay.FILE,
            what=words.text("extract", "disclosed"),
            records=1 + len(held),
            people=frozenset({person.id}),
            agency=words.text("extract", "to_subject"),
            ground=GROUND,
            weighing=tested.result.strip(),
            decided_by=tested.by.strip()[:80],
        ),
    )
    return made


def save(unit: Unit, person_id: str, tested: SecrecyTest, path: Path, password: str = "") -> None:
    """Make the extract and write it in the same step, behind the password if there is one: where it cannot be
    written, nothing is entered."""
    write_file(path, filepassword.locked(make(unit, person_id, tested), password))


def _held(unit: Unit, person: Person) -> Iterator[Any]:
    """Every record that points at the person, kind by kind as the register of concepts has them, oldest first."""
    for record in RECORDS:
        if record is Person:
            continue
        table = unit.table(record)
        for name, codec in codecs(record).items():
            if codec.ref == "person" and not codec.elements:
                yield from _in_order(unit.find(record, table.c[name] == person.id))
        if record in SHARED:
            inside = table.c[SHARED[record]].contains(f'"{person.id}"', autoescape=True)
            named = disclosed.about(unit, person.id) if record is Disclosure else inside
            yield from _in_order(unit.find(record, named))
    t = unit.table(Task).c
    yield from unit.find(Task, t.subject_kind == "person", t.subject == person.id)


def _in_order(records: Iterable[Any]) -> list[Any]:
    return sorted(records, key=lambda one: (str(_day(one) or ""), one.made_at))


def _day(record: Any) -> Any:
    days = ("on", "planned_on", "printed_on", "asked_on", "from_on")
    return next((value for name in days if (value := getattr(record, name, None))), None)


def _heading(words: Words, record: Any) -> str:
    kind = words.kind(record.kind)
    day = _day(record)
    return f"{kind[:1].upper()}{kind[1:]} {day.isoformat()}" if day else f"{kind[:1].upper()}{kind[1:]}"
