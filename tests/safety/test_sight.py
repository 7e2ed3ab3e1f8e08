"""Compartments hold in every service: whatever is called, nobody is told what their compartments do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit import walk
from kit.sighted import PLANTED, known, planted_office, seen_by
from kit.vaults import CHEAP, new_vault

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import helping, history, journalview, phonecalls, search, subject_extract, tasks, users
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.workspace import Workspace

CORE, ENFORCEMENT, HELP = Compartment.CORE, Compartment.ENFORCEMENT, Compartment.HELP
EYES: dict[str, tuple[Role, frozenset[Compartment], frozenset[Compartment]]] = {
    "administrator": (Role.ADMINISTRATOR, frozenset(), frozenset({ENFORCEMENT, HELP})),
    "reader of help": (Role.READER, frozenset({ENFORCEMENT}), frozenset({ENFORCEMENT})),
    "staff of enforcement": (Role.STAFF, frozenset({HELP}), frozenset({HELP})),
}
"""Role, what is withheld, and whose planted words may not be told."""
@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path_factory.mktemp("sight") / "a.gvi")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def who(office: Workspace) -> str:
    return planted_office(office)


@pytest.fixture(scope="module")
def asked(office: Workspace, who: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    found = known(office, who, tmp_path_factory.mktemp("out"))
    # Records are handed over by those who see them; here only what every role may hold is.
    return {name: some for name, some in found.items() if not name.startswith("draft: ") and name != "focus"}


@pytest.fixture(autouse=True)
def briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST", 7)


def told(office: Workspace, asked: dict[str, list[Any]]) -> dict[str, str]:
    out: Path = asked["path"][0].parent
    return {name: "\n".join(walk.answers(office, one, asked, out)) for name, one in walk.services().items()}


def said(answers: dict[str, str], rooms: frozenset[Compartment]) -> dict[str, list[str]]:
    words = [word for room in rooms for word in PLANTED[room]]
    return {name: found for name, text in answers.items() if (found := [one for one in words if one in text])}


@pytest.mark.parametrize("eyes", EYES)
def test_no_service_tells_a_user_what_is_withheld_from_them(
    office: Workspace, asked: dict[str, list[Any]], eyes: str
) -> None:
    role, withheld, rooms = EYES[eyes]
    with seen_by(office, role, withheld):
        answers = told(office, asked)
    assert said(answers, rooms) == {}
    assert sum(bool(one) for one in answers.values()) > 100, "the walk is blind"


def test_the_coordinator_is_told_all_of_it_by_many_services(office: Workspace, asked: dict[str, list[Any]]) -> None:
    answers = told(office, asked)
    for room, words in PLANTED.items():
        found = said(answers, frozenset({room}))
        assert len(found) >= 8
        assert {one for some in found.values() for one in some} == set(words)


def test_a_record_of_another_compartment_is_refused_by_name_and_left_out_of_lists(office: Workspace, who: str) -> None:
    (offer,) = office.read(lambda unit: unit.find(Help))
    (call,) = office.read(lambda unit: unit.find(Phonecall))
    with seen_by(office, Role.STAFF, frozenset({HELP})):
        for service, record in ((helping.get, offer), (phonecalls.get, call), (history.of_record, offer)):
            with pytest.raises(RefusedError, match="not_allowed"):
                office.read(service, record.id)
        with pytest.raises(RefusedError, match="not_allowed"):
            office.write(helping.change, offer.id, offer)
        assert office.read(search.find, "Zorgelhjälpen", ("help", "phonecall")) == []
        lines = office.read(lambda unit: journalview.lines(unit, journalview.ids(unit, JournalQuery(kind="help"))))
        assert [(line.hidden, line.record, line.title, line.fields) for line in lines] == [(True, None, "", ())]
        assert office.read(lambda unit: len(unit.find(Incident))) == 1


def test_a_coordinator_sees_everything_whatever_is_ticked(office: Workspace, who: str) -> None:
    with seen_by(office, Role.COORDINATOR, frozenset({HELP, ENFORCEMENT})):
        assert office.user.reads == frozenset(Compartment)
        assert len(office.read(lambda unit: unit.find(Help))) == 1


def test_an_extract_is_whole_or_not_made(office: Workspace, asked: dict[str, Any]) -> None:
    with seen_by(office, Role.STAFF, frozenset({HELP})), pytest.raises(RefusedError, match="not_allowed"):
        office.write(subject_extract.make, asked["person_id"][0], asked["tested"][0])


def test_what_is_withheld_is_chosen_by_user_and_the_core_never_is(office: Workspace) -> None:
    other = users.add(office, "Kim Lund", Role.READER, "fyra blåa kor", cost=CHEAP)
    office.write(users.set_withheld, other, frozenset({CORE, HELP}))
    kept: User = office.read(lambda unit: unit.get(User, other))
    assert (kept.withheld, kept.reads) == (frozenset({HELP}), frozenset({CORE, ENFORCEMENT}))
    with pytest.raises(RefusedError, match="sight_by_role"):
        office.write(users.set_withheld, office.user.id, frozenset({HELP}))


def test_a_task_about_a_focus_round_does_not_tell_of_it(office: Workspace, who: str) -> None:
    about = office.read(lambda unit: [one.id for one in tasks.lines(unit, tasks.open_ids(unit, "Ring"))])
    with seen_by(office, Role.STAFF, frozenset({ENFORCEMENT, HELP})):
        shown = {office.read(tasks.view, one).subject for one in about}
    assert sorted(map(bool, shown)) == [False, True]
