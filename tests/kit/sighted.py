"""An office with something planted in every compartment, and the same vault seen by users of other roles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from kit.callins import MadeCallin, ready_callin

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.focus import Focus, FocusDraft
from gvi_desktop.domain.guardian import Guardian, GuardianDraft
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.incident import Incident, IncidentDraft
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.kinds import BY_KIND, RECORDS
from gvi_desktop.domain.letter import LetterDraft, LetterKind
from gvi_desktop.domain.measure import Measure, MeasureDraft
from gvi_desktop.domain.notification import NotificationDraft, Outcome
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.phonecall import Phonecall, PhonecallDraft
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.domain.task import TaskDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import letters_wish, rounds, tasks
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.papers import Order, PaperKind
from gvi_desktop.services.quality import Fault
from gvi_desktop.services.subject_extract import SecrecyTest
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows.codec import codecs

PLANTED = {
    Compartment.HELP: ("Zorgelhjälpen", "Wumpnot", "070-1740655", "Quaxlinje", "Zwibbelmottagare"),
    Compartment.ENFORCEMENT: ("Grobblatorp", "Fnissgrund", "Snurpåtgärd", "Knorkskäl", "Blargutvärdering"),
}
"""Words that only stand in records of that compartment."""


@contextmanager
def seen_by(office: Workspace, role: Role, withheld: frozenset[Compartment] = frozenset()) -> Iterator[Workspace]:
    """The open vault with its user in another role, until the block ends."""
    before = office.user
    office.user = replace(before, role=role, withheld=withheld)
    try:
        yield office
    finally:
        office.user = before


def plant(unit: Unit, made: MadeCallin) -> str:
    """Records of help and enforcement, and what points at them; returns a person who is in all of them."""
    who, *_ = made.people.values()
    group = next(iter(made.groups.values()))
    offer, note, number, taker, receiver = PLANTED[Compartment.HELP]
    area, basis, what, why, judged = PLANTED[Compartment.ENFORCEMENT]
    call = unit.add(
        Phonecall,
        PhonecallDraft(on=unit.today, at=time(9), person=who, person_consents=True, anonymous=False, number=number,
                       action=note, taken_by=taker, handed_to=receiver, callback_due=unit.now),
    ).id  # fmt: skip
    unit.add(
        Help,
        HelpDraft(person=who, help_kind=HelpKind.WORK, provider=offer, note=note, call=call, consent=True,
                  asked_on=unit.today),
    )  # fmt: skip
    incident = unit.add(Incident, IncidentDraft(on=unit.today, area=area, group=group, decided_why=why)).id
    focus = unit.add(
        Focus,
        FocusDraft(group=group, incidents=frozenset({incident}), basis=basis, start_on=unit.today,
                   review_on=unit.today, evaluation=judged, decided_by="Anna Ek"),
    ).id  # fmt: skip
    unit.add(Measure, MeasureDraft(focus=focus, what=what, agency="Polisen"))
    unit.add(Guardian, GuardianDraft(person=who, name="Mor", relation="mor"))
    unit.add(BY_KIND["letter"], LetterDraft(number="B-1", person=who, letter_kind=LetterKind.INVITATION))
    unit.add(Disclosure, DisclosureDraft(on=unit.today, way=DisclosureWay.SPOKEN, people=frozenset({who})))
    for kind, record in (("focus", focus), ("person", who), ("incident", incident), ("phonecall", call)):
        tasks.add(unit, TaskDraft(title="Ring", due_on=unit.today, subject_kind=kind, subject=record))
    planned = rounds.plan(unit, RoundDraft(name="Höst", from_on=unit.today, targets=frozenset({who})))
    unit.add(
        BY_KIND["notification"],
        NotificationDraft(person=who, group=group, round=planned, on=unit.today, outcome=Outcome.REACHED),
    )
    return who


def planted_office(office: Workspace) -> str:
    """Plant in an office that has a call-in ready."""
    return office.write(plant, ready_callin(office))


def known(office: Workspace, who: str, out: Path) -> dict[str, list[Any]]:
    """What the parameters of services are given, by their names; asked as the coordinator."""
    records = {kind: office.read(lambda u, k=kind: u.find(BY_KIND[k])) for kind in BY_KIND}
    ids = {kind: [one.id for one in some] for kind, some in records.items()}
    every = [one for some in ids.values() for one in some[-2:]]
    whole = [[one for some in ids.values() for one in some]]
    words = [word for some in PLANTED.values() for word in some]
    found: dict[str, list[Any]] = {f"{kind}_id": some[-2:] for kind, some in ids.items()}
    found |= {kind: some[:1] for kind, some in records.items() if kind in ("callin", "script", "round", "focus")}
    found |= {"person_id": [who], "person: Person": [office.read(lambda u: u.get(BY_KIND["person"], who))]}
    found |= {"script: Script": records["script"][:1], "focus: Focus": records["focus"][:1]}
    found |= {
        f"draft: {record.__mro__[1].__name__}": records[kind][-1:] for kind, record in BY_KIND.items() if records[kind]
    }
    found["draft: PersonDraft"] = [PersonDraft(given_name="Kim", family_name="Lund")]
    sensitive = [one for kind in ("help", "phonecall", "incident", "focus", "measure") for one in ids[kind]]
    return found | {
        "record_id": [*sensitive, who, *every], "person: str": [who], "person: str | None": [who], "people": [[who]],
        "wanted": whole, "ids": whole, "wanted: str": ["documented"], "text": ["", *words], "query": [*words, "Ring"],
        "query: JournalQuery": [JournalQuery()], "period": [Period()], "language": ["sv"],
        "day": [date(2026, 11, 22)], "on": [date(2026, 11, 22)], "most": [None], "end": ["person", "group"],
        "record": [one for one in RECORDS if _narrow(one)], "kind: PaperKind": list(PaperKind),
        "order": [Order(names=True)], "path": [out / "made"], "reason": ["Prövat."], "fault: Fault": list(Fault),
        "code": ["K1"], "tested": [SecrecyTest("Lina", "Inget hinder.")], "wish: Wish": [
            letters_wish.Wish(kind, callin=records["callin"][0], names=True) for kind in LetterKind
        ],
        "kind: str": list(BY_KIND), "names": [True], "seqs": [list(range(1, 2000))], "found": [3], "months": [3],
        "field": ["note", "area", "basis", "what", "provider"], "limit": [500], "show_names": [True],
        "given: str": [who], "focus_id": ids["focus"], "form": ["csv"], "seq": [1], "note": ["Text"], "why": ["Skäl"],
        "callins": [ids["callin"]], "group": [ids["group"][0]], "name": ["Namn"],
        "subject_kind": ["focus"], "stage": [BY_KIND["help"].__mro__[1]().stage],
    }  # fmt: skip


def _narrow(record: type[Any]) -> bool:
    return record.compartment_of_kind is not Compartment.CORE or "person" in {c.ref for c in codecs(record).values()}
