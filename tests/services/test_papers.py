"""A call-in's papers and calendar: what stands on them, what does not, and what is noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from kit.callins import DAY, MadeCallin, add_callin, add_conflict, add_person, go, ready_callin
from kit.letters import opens_with
from kit.letters import text as words_of

from gvi_desktop.domain.disclosure import Disclosure, DisclosureWay
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.person import Protection
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import calendar, invitees, papers, rooms
from gvi_desktop.services.letters_pages import page_texts
from gvi_desktop.services.papers import Order, PaperKind
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from gvi_desktop.wording import Words


@pytest.fixture
def made(ws: Workspace) -> MadeCallin:
    """A ready call-in whose first person has a name, and a person nobody may print."""
    made = ready_callin(ws)
    kim = ws.write(add_person, "Falk-7", given_name="Kim", family_name="Ekström")
    hidden = ws.write(add_person, "Dold-1", given_name="Lo", family_name="Hemlig", protection=Protection.REGISTRATION)
    for code, person in (("Falk-7", kim), ("Dold-1", hidden)):
        (made.invitees[code],) = ws.write(invitees.invite, made.id, [person])
        made.people[code] = person
    ws.write(rooms.seat_all, made.id)
    return made


def noted(unit: Unit) -> list[tuple[str, str | None, str | None]]:
    return [(entry.action, entry.kind, entry.detail) for entry in journal.entries(unit.connection)]


def register(unit: Unit) -> list[Disclosure]:
    return unit.find(Disclosure)


@pytest.mark.parametrize("kind", list(PaperKind))
def test_each_paper_prints_with_one_note_and_one_entry_in_the_register(
    ws: Workspace, made: MadeCallin, kind: PaperKind
) -> None:
    pdf = ws.write(papers.print_paper, made.id, kind, Order(copies=2))
    assert pdf.startswith(b"%PDF")
    assert [note for note in ws.read(noted) if note[0] == "print"] == [("print", "callin", f"{kind.value} 2")]
    (entry,) = ws.read(register)
    assert (entry.way, entry.ground, entry.decided_by) == (DisclosureWay.PRINT, OWN_AGENCY, "Anna Ek")
    named = kind in papers.NAMED
    assert entry.people == (frozenset(made.people.values()) - {made.people["Dold-1"]} if named else frozenset())


@pytest.mark.parametrize("kind", [PaperKind.SEATING, PaperKind.ATTENDANCE, PaperKind.CARDS])
def test_people_stand_on_paper_by_code_name(ws: Workspace, made: MadeCallin, kind: PaperKind) -> None:
    text = words_of(ws.write(papers.print_paper, made.id, kind))
    assert "Falk" in text and "Ekström" not in text
    assert "Dold" not in text and "Hemlig" not in text
    assert not [note for note in ws.read(noted) if note[0] == "reveal"]


def test_real_names_are_printed_when_asked_for_and_each_is_noted(ws: Workspace, made: MadeCallin) -> None:
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.ATTENDANCE, Order(names=True)))
    assert "Kim Ekström" in text
    revealed = [note for note in ws.read(noted) if note[0] == "reveal"]
    assert len(revealed) == 5  # everybody on the sheet, the protected person not
    assert all(detail == "print" for _, _, detail in revealed)


def test_a_protected_person_is_printed_by_code_name_once_the_stop_is_cleared(ws: Workspace, made: MadeCallin) -> None:
    ws.write(invitees.clear_stop, made.invitees["Dold-1"], "Prövat med polisen.")
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.ATTENDANCE, Order(names=True)))
    assert "Dold-1" in text and "Hemlig" not in text


def test_copies_are_numbered(ws: Workspace, made: MadeCallin) -> None:
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.ATTENDANCE, Order(copies=3)))
    assert "Exemplar 1 (3)" in text and "Exemplar 3 (3)" in text
    for copies in (0, 100):
        with pytest.raises(RefusedError, match="paper_bad_copies"):
            ws.write(papers.print_paper, made.id, PaperKind.ATTENDANCE, Order(copies=copies))


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_copy_has_its_number_and_its_end_also_the_only_one(
    ws: Workspace, made: MadeCallin, kind: PaperKind
) -> None:
    pdf = ws.write(papers.print_paper, made.id, kind)
    for page in page_texts(pdf):
        said = " ".join(page.split())
        assert "Exemplar 1 (1)" in said and "Förstörs senast 9 januari 2027" in said


def test_looking_at_a_paper_notes_nothing_and_shows_what_is_printed(ws: Workspace, made: MadeCallin) -> None:
    order = Order(names=True)
    before = ws.read(noted)
    seen = ws.read(papers.look, made.id, PaperKind.ATTENDANCE, order)
    assert ws.read(noted) == before and not ws.read(register)
    assert seen.pages == 1 and "Kim Ekström" in words_of(seen.pdf)
    assert ws.write(papers.print_paper, made.id, PaperKind.ATTENDANCE, order, seen.pdf) == seen.pdf


def test_a_paper_that_changed_since_one_looked_is_not_printed(ws: Workspace, made: MadeCallin) -> None:
    seen = ws.read(papers.look, made.id, PaperKind.ATTENDANCE)
    ws.write(invitees.uninvite, made.invitees["Falk-7"])
    with pytest.raises(RefusedError, match="paper_changed"):
        ws.write(papers.print_paper, made.id, PaperKind.ATTENDANCE, None, seen.pdf)
    assert not ws.read(register)


@pytest.mark.parametrize(
    ("language", "said"), [("sv", "Får inte mötas: Norr och Söder"), ("en", "Must not meet: Norr and Söder")]
)
def test_the_security_checklist_knows_who_must_not_meet_and_nobodys_name(
    ws: Workspace, made: MadeCallin, language: str, said: str
) -> None:
    ws.write(add_conflict, made.groups["Norr"], made.groups["Söder"])
    pdf = ws.write(papers.print_paper, made.id, PaperKind.SECURITY, Order(language=language, names=True))
    text = words_of(pdf)
    assert said in text and "112" in text
    assert not [code for code in made.people if code in text] and "Ekström" not in text


def test_the_run_sheet_tells_when_each_speaker_begins(ws: Workspace, made: MadeCallin) -> None:
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.RUNSHEET))
    assert "Körschema" in text
    for clock in ("17:30", "18:00", "18:05", "18:13", "18:21"):  # doors, entrance, then 7 + 1 minutes each
        assert clock in text


def test_the_seating_plan_says_who_is_kept_apart(ws: Workspace, made: MadeCallin) -> None:
    ws.write(add_conflict, made.groups["Norr"], made.groups["Söder"])
    ws.write(rooms.seat_all, made.id)
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.SEATING))
    assert "Norr och Söder är i konflikt och sitter isär." in text


def test_scripts_are_printed_in_english_when_asked(ws: Workspace, made: MadeCallin) -> None:
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.SCRIPTS, Order(language="en")))
    assert "Next speaker: Talare 2" in text and "Vi vill att ni lever." in text


def test_a_name_card_never_tells_the_group(ws: Workspace, made: MadeCallin) -> None:
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.CARDS)).replace("Norr-", "").replace("Söder-", "")
    assert "Norr" not in text and "Söder" not in text


def test_an_empty_call_in_has_no_papers_but_those_to_fill_in(ws: Workspace) -> None:
    empty = ws.write(add_callin)
    for kind in set(PaperKind) - {PaperKind.ATTENDANCE, PaperKind.SECURITY}:
        with pytest.raises(RefusedError, match="paper_nothing_to_print"):
            ws.write(papers.print_paper, empty, kind)
    assert ws.read(register) == []


def test_a_disk_that_refuses_leaves_no_trace_of_a_print(ws: Workspace, made: MadeCallin, tmp_path: Path) -> None:
    with pytest.raises(OSError):
        ws.write(papers.print_to, made.id, PaperKind.RUNSHEET, Order(), tmp_path / "no" / "such" / "folder.pdf")
    assert ws.read(register) == []


def test_a_paper_behind_a_password_that_cannot_be_used_is_neither_written_nor_noted(
    ws: Workspace, made: MadeCallin, tmp_path: Path
) -> None:
    with pytest.raises(VaultError, match="pdf_password"):
        ws.write(papers.print_to, made.id, PaperKind.RUNSHEET, Order(), tmp_path / "a.pdf", "kort")
    assert ws.read(register) == [] and not (tmp_path / "a.pdf").exists()
    ws.write(papers.print_to, made.id, PaperKind.RUNSHEET, Order(), tmp_path / "a.pdf", "gul stol 7")
    assert len(ws.read(register)) == 1 and opens_with(tmp_path / "a.pdf", "gul stol 7")


def as_role(ws: Workspace, role: Role) -> None:
    def change(unit: Unit) -> None:
        unit.change(User, unit.user.id, role=role)

    ws.write(change)


def test_a_reader_prints_nothing_and_staff_export_nothing(ws: Workspace, made: MadeCallin) -> None:
    as_role(ws, Role.STAFF)
    assert ws.write(papers.print_paper, made.id, PaperKind.RUNSHEET).startswith(b"%PDF")
    with pytest.raises(RefusedError, match="not_allowed"):
        ws.write(calendar.export, made.id)


def test_a_reader_cannot_print(ws: Workspace, made: MadeCallin) -> None:
    as_role(ws, Role.READER)
    with pytest.raises(RefusedError, match="not_allowed"):
        ws.write(papers.print_paper, made.id, PaperKind.RUNSHEET)


# ------------------------------------------------------------------ calendar


def test_the_calendar_has_the_meeting_and_two_decisions_and_no_names(ws: Workspace, made: MadeCallin) -> None:
    data = ws.write(calendar.export, made.id)
    events = list(Calendar.from_ical(data).walk("VEVENT"))
    assert [event["summary"] for event in events] == [
        "GVI Örebro: call-in 1",
        "GVI Örebro: beslut om call-in 1, 72 timmar före",
        "GVI Örebro: beslut om call-in 1, 24 timmar före",
    ]
    meeting = events[0]
    assert meeting["dtstart"].dt.isoformat() == "2026-12-10T17:00:00+00:00"  # 18:00 in Örebro
    assert (meeting["dtend"].dt - meeting["dtstart"].dt).total_seconds() == 3600
    assert str(meeting["status"]) == "TENTATIVE"
    text = data.decode()
    for name in ("Falk", "Ekström", "Norr", "Talare", "Anna"):
        assert name not in text
    assert [entry.way for entry in ws.read(register)] == [DisclosureWay.FILE]


def test_a_go_is_confirmed_and_a_call_in_without_an_hour_takes_the_whole_day(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    (meeting, *_) = Calendar.from_ical(ws.write(calendar.export, made.id)).walk("VEVENT")
    assert str(meeting["status"]) == "CONFIRMED"
    bare = ws.write(add_callin, DAY, start=None)
    (meeting, *_) = Calendar.from_ical(ws.write(calendar.export, bare)).walk("VEVENT")
    assert meeting["dtstart"].dt == DAY


def test_the_same_call_in_keeps_its_place_in_a_calendar(ws: Workspace, made: MadeCallin) -> None:
    first, again = (
        [str(event["uid"]) for event in Calendar.from_ical(ws.write(calendar.export, made.id)).walk("VEVENT")]
        for _ in range(2)
    )
    assert first == again and len(set(first)) == 3


def test_a_name_that_no_chair_holds_is_refused_by_how_it_begins(ws: Workspace, made: MadeCallin) -> None:
    def lengthen(unit: Unit) -> None:  # past the forms, as a bundle of another program might
        unit.title = "invitee.change"
        unit.change(Invitee, made.invitees["Falk-7"], officer_behind="Karin " * 1700)

    ws.write(lengthen)
    with pytest.raises(RefusedError, match="paper_label_too_long") as refused:
        ws.write(papers.print_paper, made.id, PaperKind.SEATING)
    said = Words("sv").problem(refused.value.problems[0])
    assert "”Karin Karin" in said
    assert ws.write(papers.print_paper, made.id, PaperKind.ATTENDANCE).startswith(b"%PDF")
