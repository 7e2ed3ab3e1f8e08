"""A workbook comes in whole or not at all, once, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from kit import workbooks
from kit.vaults import new_vault

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.errors import GviError, RefusedError, WorkbookError
from gvi_desktop.domain.focus import EndReason, Focus
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident, IncidentType
from gvi_desktop.domain.invitee import PRESENT, Attendance, Invitee
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.person import Person, Protection, is_minor
from gvi_desktop.domain.phonecall import CallerKind, Phonecall
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.user import Role, UserDraft
from gvi_desktop.services import importing, undo
from gvi_desktop.services.importing import Preview, Result, RowStatus, SheetChoice
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

PEOPLE = [["Nr", "Namn", "Personnummer"], ["P1", "Leo Abdi", "19971114-2381"], ["P2", "Åke Öberg", "20051014-2391"]]


def take(vault: Workspace, path: Path, **more: Any) -> Result:
    return vault.write(importing.take_in, look(vault, path), **more)


def look(vault: Workspace, path: Path, **more: Any) -> Preview:
    return vault.read(importing.preview, path, **more)


def all_of(vault: Workspace, record: Any) -> list[Any]:
    return vault.read(lambda unit: unit.find(record))


def counts(vault: Workspace) -> dict[str, int]:
    kinds = (Person, Group, Membership, Notification, Callin, Invitee, Phonecall, Focus, Incident, Measure, Help)
    return {kind.kind: vault.read(Unit.count, kind) for kind in kinds}


def why(found: Preview) -> list[tuple[str, int, str, str]]:
    return [(one.column, one.row, one.value, one.code) for one in found.rejected]


# ------------------------------------------------------------------ a coordinator's own workbook


@pytest.fixture(scope="module")
def orebro(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = new_vault(tmp_path_factory.mktemp("orebro") / "a.gvi")
    result = take(opened, workbooks.OREBRO)
    assert (result.rejected, result.proposals, result.matched_people) == ((), (), 0)
    yield opened
    opened.close()


def test_the_first_year_counts_as_it_should(orebro: Workspace) -> None:
    people = {one.id: one for one in all_of(orebro, Person)}
    visits = all_of(orebro, Notification)
    talks = [one for one in visits if one.is_talk]
    assert len([one for one in visits if one.is_attempt]) == 81
    assert len(talks) == 62
    assert len([one for one in talks if is_minor(people[one.person], one.on)]) == 8
    assert len({one.person for one in talks}) == 52
    assert len(all_of(orebro, Phonecall)) == 20
    assert len(all_of(orebro, Help)) == 16


def test_the_call_ins_of_the_first_year(orebro: Workspace) -> None:
    callins = {one.id: one for one in all_of(orebro, Callin)}
    found = {}
    for callin in callins.values():
        called = [one for one in all_of(orebro, Invitee) if one.callin == callin.id]
        came = [one for one in called if one.result in PRESENT]
        stayed = [one for one in called if one.result is Attendance.CAME]
        found[callin.number] = (len(called), len(came), len(stayed))
    assert found == {1: (12, 11, 10), 2: (11, 10, 9)}
    assert {one.status for one in callins.values()} == {CallinStatus.HELD}


def test_focus_rounds_bring_their_incidents_and_measures(orebro: Workspace) -> None:
    rounds = sorted(all_of(orebro, Focus), key=lambda one: one.start_on)
    incidents = {one.id: one for one in all_of(orebro, Incident)}
    assert [len(one.incidents) for one in rounds] == [1, 1, 1, 1]
    first = incidents[next(iter(rounds[0].incidents))]
    assert (first.incident_type, first.on, first.group) == (IncidentType.SHOOTING, date(2022, 11, 19), rounds[0].group)
    assert rounds[1].end_reason is EndReason.NO_NEW_VIOLENCE
    of_first = {one.what for one in all_of(orebro, Measure) if one.focus == rounds[0].id}
    assert of_first == {"Trafikkontroller", "Frivårdskontroller", "Kronofogden"}


def test_people_come_with_group_source_and_review(orebro: Workspace) -> None:
    people = {one.code_name: one for one in all_of(orebro, Person)}
    groups = {one.id: one.name for one in all_of(orebro, Group)}
    memberships = {one.person: one for one in all_of(orebro, Membership)}
    assert len(people) == 64
    assert people["P001"].personal_number == "20060626-2392"
    assert people["P001"].birth_date == date(2006, 6, 26)
    member = memberships[people["P001"].id]
    assert (groups[member.group], member.source, member.review_on) == (
        "Vivalla Norra", "Socialtjänsten", date(2023, 10, 3)
    )  # fmt: skip
    assert {one.protection for one in people.values()} == {Protection.NONE, Protection.REGISTRATION}


def test_everything_is_marked_for_review(orebro: Workspace) -> None:
    for record in (Person, Membership, Notification, Callin, Invitee, Phonecall, Focus, Incident, Measure, Help):
        assert all(one.imported for one in all_of(orebro, record)), record


def test_the_same_workbook_again_adds_nothing(orebro: Workspace) -> None:
    before = counts(orebro)
    again = take(orebro, workbooks.OREBRO)
    assert again.accepted == {}
    assert again.matched_people == 64
    assert (again.same["notification"], again.same["invitee"], again.same["help"]) == (81, 23, 16)
    assert counts(orebro) == before


def test_one_undo_takes_all_of_it_back(vault: Workspace) -> None:
    before = counts(vault)
    take(vault, workbooks.OREBRO)
    assert vault.read(undo.status).undo == "workbook.import"
    vault.write(undo.undo)
    assert counts(vault) == before
    assert take(vault, workbooks.OREBRO).accepted["person"] == 64, "and it can come in anew"


# ------------------------------------------------------------------ all or nothing


def test_a_preview_changes_nothing(vault: Workspace) -> None:
    before = counts(vault)
    assert look(vault, workbooks.OREBRO).accepted["person"] == 64
    assert counts(vault) == before


BAD = [
    *PEOPLE,
    ["P3", "Elias Ek", "19971114-2382"],
]
VISITS = [
    ["Datum", "Nr", "Utfall"],
    ["2022-11-07", "P1", "Genomfört"],
    ["2023-02-30", "P2", "Genomfört"],
    ["2022-11-09", "P2", "Blått"],
    ["2022-11-10", "P3", "Ej hemma"],
    ["2022-11-11", "P9", "Ej hemma"],
    ["2022-11-12", "", "Ej hemma"],
    ["2022-11-13", "P1", ""],
]


def test_every_rejected_cell_is_named(vault: Workspace, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Personer=BAD, Samtal=VISITS)
    assert sorted(why(look(vault, path))) == sorted(
        [
            ("Personnummer", 4, "19971114-2382", "bad_check_digit"),
            ("Datum", 3, "2023-02-30", "impossible_date"),
            ("Utfall", 4, "Blått", "unknown_word"),
            ("Nr", 5, "P3", "person_rejected"),
            ("Nr", 6, "P9", "number_unknown"),
            ("Nr", 7, "", "missing"),
            ("Utfall", 8, "", "missing"),
        ]
    )


def test_with_a_rejected_cell_nothing_comes_in(vault: Workspace, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Personer=BAD, Samtal=VISITS)
    before = counts(vault)
    with pytest.raises(WorkbookError, match="import_rejected"):
        take(vault, path)
    assert counts(vault) == before


def test_bad_rows_can_be_left_out(vault: Workspace, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Personer=BAD, Samtal=VISITS)
    result = take(vault, path, skip_bad_rows=True)
    assert result.accepted == {"person": 2, "notification": 1}
    assert len(result.rejected) == 7


class Asked:
    """Progress that is told to stop at a certain step."""

    def __init__(self, stop_at: int) -> None:
        self.told: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))

    @property
    def cancelled(self) -> bool:
        return len(self.told) >= self._stop_at


def test_progress_is_told_and_cancelling_leaves_nothing_behind(vault: Workspace) -> None:
    before = counts(vault)
    with pytest.raises(WorkbookError, match="import_cancelled"):
        take(vault, workbooks.OREBRO, progress=Asked(3))
    assert counts(vault) == before
    patient = Asked(10_000)
    take(vault, workbooks.OREBRO, progress=patient)
    assert patient.told[0] == (0, 294)
    assert patient.told[-1] == (294, 294)


def test_a_reader_may_look_but_not_take_in(vault: Workspace) -> None:
    shown = look(vault, workbooks.OREBRO)
    vault.user = type(vault.user)(
        **{**vars(UserDraft(name="Ro", agency="x", role=Role.READER)), "id": vault.user.id, "made_by": "x"},
        made_at=vault.user.made_at, compartment=vault.user.compartment,
    )  # fmt: skip
    with pytest.raises(RefusedError, match="not_allowed"):
        vault.write(importing.take_in, shown)


# ------------------------------------------------------------------ other people's habits


def test_a_workbook_full_of_habits(vault: Workspace, tmp_path: Path) -> None:
    people = [
        ["GVI i vår kommun"], [], ["Uppdaterad av", "Anna", "2023-09-01"],
        ["Efternamn, förnamn", "Född", "Gruppering", "Skyddad identitet", "Adress"],
        ["ABDI, Leo", "971114", "Norra", "", "Gatan 1"],
        [],
        ["Öberg, Åke", "14 okt 2005", "norra", "Sekretessmarkering", "Gatan 2"],
        ["Summa", 2],
    ]  # fmt: skip
    visits = [
        ["Dag", "kl", "Målperson", "Resultat", "Budskap", "Av vem", "Kommentar"],
        ["12/10-22", "kl 17.15", "Leo Abdi", "Genomfört", "1, 2", "polisen och frivården", "=SUM(A1)"],
        [44847, 0.75, "ÅKE ÖBERG", "Ej hemma, mamman öppnade", "", "Polisen", ""],
        ["Anteckning under tabellen."],
    ]
    path = workbooks.xlsx(tmp_path / "a.xlsx", Blad1=people, Blad2=visits)
    shown = look(vault, path)
    assert why(shown) == []
    result = vault.write(importing.take_in, shown)
    assert result.accepted == {"group": 1, "person": 2, "membership": 2, "notification": 2}
    known = {one.given_name: one for one in all_of(vault, Person)}
    assert (known["Leo"].family_name, known["Leo"].birth_date, known["Leo"].address) == (
        "Abdi", date(1997, 11, 14), "Gatan 1"
    )  # fmt: skip
    assert (known["Åke"].protection, known["Åke"].address) == (Protection.CONFIDENTIALITY, "")
    assert {one.code_name for one in known.values()} == {"P001", "P002"}
    first, second = sorted(all_of(vault, Notification), key=lambda one: one.on)
    assert (first.on, first.at, first.person) == (date(2022, 10, 12), time(17, 15), known["Leo"].id)
    assert (first.message_1, first.message_2, first.message_3) == (True, True, False)
    assert [member.agency for member in first.team] == ["Polisen", "Frivården"]
    assert first.note == "=SUM(A1)"
    assert (second.on, second.at, second.outcome) == (date(2022, 10, 13), time(18, 0), Outcome.NOT_HOME)
    assert second.note == "Resultat: Ej hemma, mamman öppnade"


def test_csv_and_ods_come_in_too(vault: Workspace, tmp_path: Path) -> None:
    path = workbooks.csv(tmp_path / "personer.csv", PEOPLE, encoding="cp1252")
    assert take(vault, path).accepted == {"person": 2}
    path = workbooks.ods(tmp_path / "b.ods", Samtal=[["Datum", "Nr", "Utfall"], [date(2022, 11, 7), "P1", "Nådd"]])
    assert take(vault, path).accepted == {"notification": 1}


def test_a_formula_in_a_date_is_named(vault: Workspace, tmp_path: Path) -> None:
    rows = [["Datum", "Nr", "Utfall"], ["==TODAY()", "P1", "Genomfört"]]
    path = workbooks.xlsx(tmp_path / "a.xlsx", Personer=PEOPLE, Samtal=rows)
    assert why(look(vault, path)) == [("Datum", 2, "=TODAY()", "formula")]


def test_talks_of_one_round_are_gathered_in_it(vault: Workspace, tmp_path: Path) -> None:
    rows = [
        ["Datum", "Nr", "Utfall", "Omgång"],
        ["2022-11-07", "P1", "Genomfört", "Höst"],
        ["2022-11-09", "P2", "Ej hemma", "höst"],
    ]
    take(vault, workbooks.xlsx(tmp_path / "a.xlsx", Personer=PEOPLE, Samtal=rows))
    (made,) = all_of(vault, Round)
    assert (made.name, made.from_on, made.to_on, len(made.targets)) == (
        "Höst", date(2022, 11, 7), date(2022, 11, 9), 2
    )  # fmt: skip
    assert {one.round for one in all_of(vault, Notification)} == {made.id}


def test_call_ins_without_numbers_are_numbered_by_their_days(vault: Workspace, tmp_path: Path) -> None:
    rows = [
        ["Datum", "Lokal", "Namn", "Närvaro"],
        ["2023-05-24", "Kulturhuset", "Leo Abdi", "Kom"],
        ["", "", "Åke Öberg", "Uteblev"],
        ["2022-10-12", "Biblioteket", "Leo Abdi", "Gick i förtid"],
    ]
    take(vault, workbooks.xlsx(tmp_path / "a.xlsx", Personer=PEOPLE, Stormöten=rows))
    found = {one.number: (one.on, one.venue) for one in all_of(vault, Callin)}
    assert found == {1: (date(2022, 10, 12), "Biblioteket"), 2: (date(2023, 5, 24), "Kulturhuset")}
    assert len(all_of(vault, Invitee)) == 3


def test_nothing_that_identifies_an_anonymous_caller_is_kept(vault: Workspace, tmp_path: Path) -> None:
    rows = [
        ["Datum", "Vem ringer", "Anonym", "Telefon", "Ärende", "Namn"],
        ["2022-10-20", "Mamma", "J", "070-1234567", "Vill lämna", "Leo Abdi"],
        ["2022-10-21", "Faster", "N", "070-7654321", "Bostad", "Leo Abdi"],
    ]
    take(vault, workbooks.xlsx(tmp_path / "a.xlsx", Telefonen=rows, Personer=PEOPLE))
    anonymous, known = sorted(all_of(vault, Phonecall), key=lambda one: one.on)
    assert (anonymous.number, anonymous.person, anonymous.caller) == ("", None, CallerKind.PARENT)
    assert (known.number, known.person, known.caller) == ("070-7654321", None, CallerKind.UNKNOWN)
    assert known.note == "Vem ringer: Faster"


# ------------------------------------------------------------------ asking for a sheet


def test_one_sheet_can_be_asked_for(vault: Workspace) -> None:
    shown = look(vault, workbooks.OREBRO, sheet="GVI-telefonen", as_="phonecall")
    assert shown.accepted == {"phonecall": 20}


def test_a_user_may_choose_what_a_sheet_and_its_columns_are(vault: Workspace, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Blad1=[["Vem", "Skostorlek"], ["Leo Abdi", "42"]])
    with pytest.raises(WorkbookError, match="nothing_recognised"):
        look(vault, path)
    chosen = {"Blad1": SheetChoice("person", {0: "name", 1: "code_name"})}
    vault.write(importing.take_in, look(vault, path, choices=chosen))
    (person,) = all_of(vault, Person)
    assert (person.given_name, person.code_name) == ("Leo", "42")
    assert look(vault, path, choices={"Blad1": SheetChoice(None)}).accepted == {}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"sheet": "Nope"}, "sheet_unknown"),
        ({"as_": "spaceship"}, "concept_unknown"),
        ({"sheet": "Personer", "as_": "focus"}, "no_headings"),
    ],
)
def test_what_cannot_be_asked_for(vault: Workspace, more: dict[str, Any], code: str) -> None:
    with pytest.raises(GviError) as found:
        look(vault, workbooks.OREBRO, **more)
    assert found.value.code == code


def test_rows_are_shown_with_what_becomes_of_them(vault: Workspace, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Personer=BAD, Samtal=VISITS)
    statuses = [row.status for row in look(vault, path).rows]
    assert statuses == [RowStatus.NEW, RowStatus.NEW, RowStatus.REJECTED, RowStatus.NEW, *[RowStatus.REJECTED] * 6]
