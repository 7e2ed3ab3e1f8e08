"""Somebody with protected identity: whatever service is called, what is masked is not in its answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from kit import walk
from kit.callins import ready_callin
from kit.notwalked import NOT_WALKED
from kit.protected import FAMILY, GIVEN, GUARDIAN, MASKED, NUMBER, bring_in
from kit.vaults import new_vault

from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.kinds import BY_KIND, RECORDS
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import journalview, letters_wish, reviewing
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.papers import Order, PaperKind
from gvi_desktop.services.quality import Fault
from gvi_desktop.services.subject_extract import SecrecyTest
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows.codec import codecs

ASKED_FOR = {
    "people.reveal": "shows the real name, for a stated reason, with an entry in the history",
    "subject_extract.make": "the person's own extract, after a secrecy test",
    "subject_extract.save": "the same",
    "letters_values.ground_of": "a ground, not a person",
}
"""What may say it, and why."""
INSIDE = {
    "letters_wish.person_of": "finds the record for the letter services, whose stops are tried in test_letterstops",
    "letters_wish.settled": "the same",
    "letters_wish.aims": "the same",
    "letters_plan.plan": "the letters with what stops them; who is stopped is left out before a page is shown",
    "listing.lines": "the records themselves, for the services that make lines of them",
    "report_parts.changes": "the values of one field, which its callers choose",
}
"""What hands a record on to other services and is never before a user."""

MUST = (
    "search.find", "roster.lines", "profile.of_person", "people.get", "pickers.person_options", "timeline.of_person",
    "notifications.lines", "invitees.of_callin", "roundplan.sheet", "papers.print_paper", "letters_register.lines",
    "history.newest", "history.of_record", "matching.search_before_create", "guardians.of", "helping.lines",
    "phonecalls.view", "disclosures.listed", "tasks.lines", "quality.findings", "roundpapers.print_day",
    "rightscases.listed", "rightscases.get", "rightscases.view", "clocks.get_pause", "clocks.get_extension",
)  # fmt: skip
"""Services that must have answered, whatever else could not be called."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path_factory.mktemp("walk") / "a.gvi")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def who(office: Workspace) -> str:
    return office.write(bring_in, ready_callin(office))


@pytest.fixture(scope="module")
def known(office: Workspace, who: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What the parameters of services are given, by their names."""
    ids = {kind: [one.id for one in office.read(lambda u, k=kind: u.find(BY_KIND[k]))] for kind in BY_KIND}
    pointing = {kind: _of(office, kind, who) or some[:2] for kind, some in ids.items()}
    person = office.read(lambda unit: unit.get(Person, who))
    every = [one for found in pointing.values() for one in found]
    whole = [[one for found in ids.values() for one in found]]
    found: dict[str, list[Any]] = {f"{kind}_id": some for kind, some in pointing.items()}
    found |= {"case_id": found["rightscase_id"]}
    found |= {kind: [office.read(lambda u, k=kind: u.find(BY_KIND[k]))[0]] for kind in ("callin", "script", "round")}
    stored = {kind: office.read(lambda u, k=kind: u.find(BY_KIND[k])) for kind in BY_KIND}
    found |= {f"stored {kind}": [one for one in some if one.id in pointing[kind]][:2] for kind, some in stored.items()}
    out = tmp_path_factory.mktemp("out")
    wishes = [letters_wish.Wish(kind, callin=found["callin"][0], names=True) for kind in LetterKind]
    due = [{"kind": kind, "record_id": one} for kind in reviewing.KINDS for one in pointing[kind]]
    kept = [one | {"review_on": date(2026, 12, 24), "reason": "Prövat."} for one in due]
    found |= {"call reviewing.look": due, "call reviewing.keep": kept}
    entries = {"wanted": office.read(journalview.ids, JournalQuery())}
    found |= {"query: JournalQuery": [JournalQuery()], "call journalview.lines": [entries]}
    found |= {"case_id": pointing["rightscase"], "pause_id": pointing["pause"], "extension_id": pointing["extension"]}
    found["call reviewing.close"] = [one | {"reason": "Prövat."} for one in due]
    drafts = [PersonDraft(given_name=GIVEN, family_name=FAMILY), PersonDraft(personal_number=NUMBER)]
    return found | {
        "record_id": [who, *every], "person_id": [who], "person: Person": [person], "person: str": [who],
        "person: str | None": [who], "people": [[who]], "wanted": whole, "ids": whole, "wanted: str": ["documented"],
        "text": [GIVEN, FAMILY, NUMBER, "Q77", GUARDIAN], "query": [f"{GIVEN} {FAMILY}", FAMILY[:4], NUMBER, "Q77"],
        "period": [Period()], "language": ["sv", "en"], "day": [date(2026, 11, 22)], "on": [date(2026, 11, 22)],
        "most": [None], "end": ["person", "group"], "record": [one for one in RECORDS if "person" in _points(one)],
        "kind: PaperKind": list(PaperKind), "order": [Order(names=True)], "path": [out / "made"], "reason": ["Prövat."],
        "fault: Fault": list(Fault), "code": ["Q77"], "tested": [SecrecyTest("Lina", "Inget hinder.")],
        "wish: Wish": wishes,
        "draft: PersonDraft": drafts, "kind: str": list(BY_KIND), "line_id": [], "entries": [], "names": [True],
        "field": ["note", "family_name"], "given: str": ["Q77", who], "limit": [500], "show_names": [True],
        "lifted_why": ["Prövat."],
    }  # fmt: skip


def _points(record: type[Any]) -> set[str]:
    return {codec.ref for codec in codecs(record).values() if codec.ref} | {record.kind}


def _of(office: Workspace, kind: str, who: str) -> list[str]:
    """The records of a kind that are the person or name them."""
    found = office.read(lambda unit: unit.find(BY_KIND[kind]))
    return [one.id for one in found if one.id == who or who in repr(one)]


@pytest.fixture(scope="module")
def told(office: Workspace, known: dict[str, list[Any]]) -> dict[str, list[str]]:
    """What every service answers."""
    out = known["path"][0].parent
    return {name: walk.answers(office, one, known, out) for name, one in walk.services().items()}


def test_no_service_says_what_is_masked(told: dict[str, list[str]]) -> None:
    said = {}
    for name, answers in told.items():
        low = "\n".join(answers).casefold()
        if found := [one for one in MASKED if one.casefold() in low]:
            said[name] = found
    assert {name for name in said if name not in {**ASKED_FOR, **INSIDE}} == set()
    assert said.keys() >= {"people.reveal", "subject_extract.make"}, "the walk is blind"


def test_the_walk_goes_far(told: dict[str, list[str]]) -> None:
    spoken = {name for name, answers in told.items() if any(answers)}
    assert len(spoken) > 150
    assert set(MUST) <= spoken


@pytest.mark.parametrize("query", [GIVEN, FAMILY, NUMBER, FAMILY[:5], GUARDIAN])
def test_nobody_finds_them_by_what_is_masked(office: Workspace, who: str, known: dict[str, Any], query: str) -> None:
    out = known["path"][0].parent
    for name in ("search.find", "pickers.person_options", "tasks.subject_options", "exchangeviews.protected_options"):
        asked = {"text": [query], "query": [query]}
        for answer in walk.answers(office, walk.services()[name], asked, out):
            assert who not in answer and "Q77" not in answer, name


def test_a_new_service_is_walked_or_says_why_not(told: dict[str, list[str]]) -> None:
    silent = {name for name, answers in told.items() if not answers}
    assert silent - NOT_WALKED.keys() == set(), "give it arguments in `known`, or say in kit.notwalked why not"
    assert NOT_WALKED.keys() - told.keys() == set(), "these are gone"
