"""Letters end to end on a real vault: who gets one, what stops it, the PDF read back, register, journal, disclosure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kit.callins import add_callin, add_person
from kit.letterbox import called, disclosures, noted, register, two_called, under_supervision, with_office
from kit.letters import text
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.agency import AgencyDraft, AgencyKind
from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.guardian import GuardianDraft
from gvi_desktop.domain.invitee import Attendance, Invitee
from gvi_desktop.domain.letter import Letter, LetterKind, LetterResult, LetterWay
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.services import agencies, callins, guardians, letters, notifications, rounds, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi", clock=clock)
    opened.write(with_office)
    yield opened
    opened.close()


# ------------------------------------------------------------------ who gets which letter


def test_a_notice_goes_to_those_with_a_duty_and_an_invitation_to_the_others(ws: Workspace) -> None:
    ws.write(two_called)
    notice = ws.read(letters.prepare, "notice", callin=1)
    invitation = ws.read(letters.prepare, LetterKind.INVITATION, callin=1)
    assert [one.code_name for one in notice.people] == ["Tall-1"]
    assert [one.code_name for one in invitation.people] == ["Björk-1"]
    assert not notice.stops and not invitation.stops


def test_a_notice_for_one_person_is_for_the_next_call_in_they_are_called_to(ws: Workspace) -> None:
    ws.write(two_called)
    prepared = ws.read(letters.prepare, "notice", person="Tall-1")
    assert prepared.wish.callin is not None and prepared.wish.callin.number == 1
    with pytest.raises(RefusedError, match="letter_needs_callin"):
        ws.read(letters.prepare, "notice", person="Björk-1")


def test_nobody_is_called_to_a_meeting_that_is_over(ws: Workspace) -> None:
    callin = ws.write(two_called)
    ws.write(lambda unit: unit.change(Callin, callin, status=CallinStatus.HELD))
    with pytest.raises(RefusedError, match="callin_already_held"):
        ws.read(letters.prepare, "notice", callin=1)


def test_a_letter_about_nothing_is_refused(ws: Workspace) -> None:
    ws.write(add_callin)
    with pytest.raises(RefusedError, match="letter_nobody"):
        ws.read(letters.prepare, "notice", callin=1)
    with pytest.raises(RefusedError, match="letter_needs_callin"):
        ws.read(letters.prepare, "no-shows", person=ws.write(add_person, "Tall-1"))
    with pytest.raises(RefusedError, match="letter_needs_people"):
        ws.read(letters.prepare, "notification", callin=1)
    with pytest.raises(RefusedError, match="letter_needs_people"):
        ws.read(letters.prepare, "card")


# ------------------------------------------------------------------ what is made


def test_a_notice_in_swedish_says_when_where_and_who(ws: Workspace) -> None:
    ws.write(two_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1, answer_by=date(2026, 12, 3)))
    said = text(made.pdf)
    for part in (
        "Hej Elias", "torsdag 10 december 2026", "18.00–19.00", "17.30", "Eyravallen", "Karin Berg", "2026-0001",
        "019-21 10 00", "Anna Ek", "torsdag 3 december 2026",
    ):  # fmt: skip
        assert part in said, part
    assert "Tall-1" not in said


def test_an_invitation_in_english_stands_in_the_window_of_the_envelope(ws: Workspace) -> None:
    ws.write(two_called)
    said = text(ws.write(letters.make, ws.read(letters.prepare, "invitation", "en", callin=1)).pdf)
    assert "Dear Samir" in said and "Thursday 10 December 2026" in said and "It is up to you whether you come" in said
    assert "Samir Åkesson Storgatan 1 702 11 Örebro" in said


def test_each_reader_gets_a_letter_in_their_own_language(ws: Workspace) -> None:
    def made(unit: Unit) -> str:
        one = under_supervision(unit, "Tall-1", given_name="Elias", language="English")
        other = under_supervision(unit, "Tall-2", given_name="Omar", language="kurdiska", interpreter=True)
        third = under_supervision(unit, "Tall-3", given_name="Samir", language="Arabiska")
        return called(unit, one, other, third)

    ws.write(made)
    prepared = ws.read(letters.prepare, "notice", callin=1)
    assert prepared.unreviewed == ("ar",)
    said = text(ws.write(letters.make, prepared).pdf)
    assert "Dear Elias" in said and "Hej Omar" in said and "استدعاء إلى لقاء" in said and "منسق" in said
    assert [one.language for one in register(ws)] == ["en", "sv", "ar"]


def test_a_kind_without_a_text_in_the_language_is_refused_by_name(ws: Workspace) -> None:
    ws.write(two_called)
    with pytest.raises(RefusedError) as caught:
        ws.read(letters.prepare, "no-shows", "ar", callin=1)
    (problem,) = caught.value.problems
    assert problem.code == "letter_no_text" and problem.data == {"language": "Arabiska"}


@pytest.mark.parametrize("kind", ["card", "notice", "invitation", "notification", "guardian"])
def test_every_language_on_offer_has_a_name_in_both_of_ours(kind: str) -> None:
    for code in letters.languages(kind):
        assert (
            len({letters.language_name(code, language) for language in ("sv", "en")} - {code, f"language_{code}"}) > 0
        )


def test_a_made_letter_is_entered_once_everywhere(ws: Workspace) -> None:
    callin = ws.write(two_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1), way=DisclosureWay.PRINT)
    (entry,) = register(ws)
    assert made.numbers == ("2026-0001",) and entry.number == "2026-0001"
    assert ws.read(letters.holds, entry.id, made.pdf)
    assert entry.letter_kind is LetterKind.NOTICE and entry.way is LetterWay.PROBATION_OFFICER
    assert entry.template_version.startswith("notice-sv-") and entry.printed_on == date(2026, 11, 22)
    (told,) = disclosures(ws)
    assert told.way is DisclosureWay.PRINT and told.people == {entry.person} and "2026-0001" in told.what
    assert [one.record for one in noted(ws, "print")] == [entry.id]
    assert [one.record for one in noted(ws, "reveal")] == [entry.person]
    (invitee,) = ws.read(lambda unit: unit.find(Invitee, unit.table(Invitee).c.letter == entry.id))
    assert invitee.noticed_on == date(2026, 11, 22) and invitee.callin == callin
    assert ws.read(callins.get, callin).status is CallinStatus.INVITED
    assert ws.read(letters.prepare, "notice", callin=1).people[0].already


def test_a_preview_shows_the_page_and_records_nothing(ws: Workspace) -> None:
    ws.write(two_called)
    before = len(ws.read(lambda unit: list(journal.entries(unit.connection))))
    prepared = ws.read(letters.prepare, "notice", callin=1)
    seen = ws.read(letters.make, prepared, preview=True)
    assert "Hej Elias" in text(seen.pdf) and "2026-0001" in text(seen.pdf) and not seen.ids
    assert not register(ws) and not disclosures(ws)
    assert len(ws.read(lambda unit: list(journal.entries(unit.connection)))) == before


def test_numbers_go_on_through_the_year_and_begin_anew_with_the_next(ws: Workspace, clock: SettableClock) -> None:
    ws.write(two_called)
    ws.write(with_office, number_prefix="ÖR")
    for kind in ("notice", "invitation"):
        ws.write(letters.make, ws.read(letters.prepare, kind, callin=1))
    gone = register(ws)[-1].id
    ws.write(lambda unit: unit.remove(Letter, gone))
    ws.write(letters.make, ws.read(letters.prepare, "card", count=3))
    assert [one.number for one in register(ws)] == ["ÖR-2026-0001", "ÖR-2026-0003"]
    clock.set_day(date(2027, 1, 2))
    assert ws.write(letters.make, ws.read(letters.prepare, "card", count=3)).numbers == ("ÖR-2027-0001",)


def test_what_was_printed_cannot_be_undone(ws: Workspace) -> None:
    ws.write(two_called)
    ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        ws.write(undo.undo)


@pytest.mark.parametrize(("language", "line"), [("sv", "Vill du prata"), ("en", "Want to talk")])
def test_a_card_says_nothing_of_its_holder_nor_of_us(ws: Workspace, language: str, line: str) -> None:
    ws.write(two_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "card", language, callin=1))
    said = text(made.pdf)
    assert said.count("019-21 10 00") == 10 and line in said
    assert not [word for word in ("Elias", "Tall", "GVI", "Örebro", "2026") if word in said]
    (entry,) = register(ws)
    assert entry.copies == 10 and entry.person is None
    assert not noted(ws, "reveal") and disclosures(ws)[0].people == frozenset()


def test_the_list_of_no_shows_holds_only_those_with_a_duty_by_code_name(ws: Workspace) -> None:
    callin = ws.write(two_called)

    def away(unit: Unit) -> None:
        for one in unit.find(Invitee):
            unit.change(Invitee, one.id, result=Attendance.NO_SHOW)
        unit.change(Callin, callin, status=CallinStatus.HELD)

    ws.write(away)
    said = text(ws.write(letters.make, ws.read(letters.prepare, "no-shows", callin=1)).pdf)
    assert "Tall-1" in said and "Karin Berg" in said and "Öberg" not in said and "Björk-1" not in said
    assert not noted(ws, "reveal")
    named = ws.read(letters.prepare, "no-shows", callin=1, names=True, ground="documented", weighing="Enligt beslut")
    said = text(ws.write(letters.make, named).pdf)
    assert "Elias Öberg" in said and "Annan grund" in said
    assert len(noted(ws, "reveal")) == 1
    assert disclosures(ws)[-1].agency == "Frivården"
    assert {one.ground for one in disclosures(ws)} == {"own-agency", "documented"}


def test_the_handout_names_those_who_help(ws: Workspace) -> None:
    with pytest.raises(RefusedError, match="letter_no_services"):
        ws.read(letters.prepare, "directory", count=1)
    ws.write(
        agencies.add,
        AgencyDraft(name="Ungdomsjouren", agency_kind=AgencyKind.ASSOCIATION, phone="019-1", note="Nyckel hos Eva"),
    )
    ws.write(agencies.add, AgencyDraft(name="Polisen", agency_kind=AgencyKind.POLICE, phone="114 14"))
    made = ws.write(letters.make, ws.read(letters.prepare, "directory", "en", count=2))
    said = text(made.pdf)
    assert made.pages == 2 and said.count("Ungdomsjouren") == 2 and "Polisen" not in said and "Eva" not in said


def test_a_letter_after_a_talk_repeats_what_was_agreed(ws: Workspace) -> None:
    def talked(unit: Unit) -> None:
        one, other = under_supervision(unit, "Tall-1"), under_supervision(unit, "Tall-2", given_name="Omar")
        made = rounds.plan(unit, RoundDraft(name="Vinter", from_on=unit.today, targets=frozenset({one, other})))
        team = (TeamMember("Polisen"),)
        draft = NotificationDraft(
            person=one, round=made, on=unit.today, team=team, outcome=Outcome.REACHED, next_step="Vi hörs på torsdag."
        )
        notifications.log(unit, draft)

    ws.write(talked)
    prepared = ws.read(letters.prepare, "notification", round_name="Vinter")
    assert [one.code_name for one in prepared.people] == ["Tall-1", "Tall-2"]
    said = text(ws.write(letters.make, prepared).pdf)
    assert said.count("Vi hörs på torsdag.") == 1
    assert "Tack för att du tog dig tid" in said and "Vi har sökt dig" in said
    assert {one.round for one in register(ws)} == {prepared.wish.round.id if prepared.wish.round else ""}


@pytest.mark.parametrize(
    ("language", "line"), [("sv", "vårdnadshavare för Elias"), ("en", "you are the guardian of Elias")]
)
def test_each_guardian_of_a_minor_gets_a_letter(ws: Workspace, language: str, line: str) -> None:
    def minor(unit: Unit) -> None:
        child = under_supervision(unit, "Tall-1", birth_year=2010)
        for name in ("Maria Öberg", "Johan Öberg"):
            guardians.add(unit, GuardianDraft(person=child, name=name, address="Storgatan 1\n702 11 Örebro"))
        called(unit, child, under_supervision(unit, "Tall-2"))

    ws.write(minor)
    prepared = ws.read(letters.prepare, "guardian", language, callin=1)
    assert [one.code_name for one in prepared.people] == ["Tall-1"] and not prepared.stops
    made = ws.write(letters.make, prepared)
    said = text(made.pdf)
    assert len(made.numbers) == 2 and "Maria Öberg" in said and "Johan Öberg" in said
    assert line in said


# ------------------------------------------------------------------ files and register


def test_a_file_that_cannot_be_written_leaves_no_entry(ws: Workspace, tmp_path: Path) -> None:
    ws.write(two_called)
    prepared = ws.read(letters.prepare, "notice", callin=1)
    with pytest.raises(VaultError, match="out_folder_missing"):
        ws.write(letters.save, prepared, tmp_path / "gone" / "a.pdf")
    assert not register(ws)
    ws.write(letters.save, prepared, tmp_path / "a.pdf")
    assert "Hej Elias" in text((tmp_path / "a.pdf").read_bytes()) and register(ws)


def test_what_became_of_a_letter_is_noted_with_day_and_hand(ws: Workspace) -> None:
    ws.write(two_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "invitation", callin=1))
    one = made.ids[0]
    with pytest.raises(RefusedError, match="ends_before_start"):
        ws.write(letters.served, one, LetterResult.SERVED, date(2026, 11, 1))
    ws.write(letters.served, one, LetterResult.RETURNED)
    assert register(ws)[0].result_on == date(2026, 11, 22)
    ws.write(undo.undo)
    assert register(ws)[0].result is None


def test_served_by_hand_asks_by_whom(ws: Workspace) -> None:
    ws.write(two_called)
    one = ws.write(letters.make, ws.read(letters.prepare, "card", count=1)).ids[0]
    with pytest.raises(RefusedError, match="letter_served_by_nobody"):
        ws.write(letters.served, one, LetterResult.SERVED)
    ws.write(letters.served, one, LetterResult.SERVED, by_hand_with="Anna Ek")
    assert register(ws)[0].by_hand_with == "Anna Ek"


def test_the_register_is_found_by_number_and_by_person(ws: Workspace) -> None:
    ws.write(two_called)
    for kind in ("notice", "invitation"):
        ws.write(letters.make, ws.read(letters.prepare, kind, callin=1))
    newest = ws.read(letters.lines, ws.read(letters.ids))
    assert [line.letter.number for line in newest] == ["2026-0002", "2026-0001"]
    assert [line.person for line in ws.read(letters.lines, ws.read(letters.ids, "Tall-1"))] == ["Tall-1"]
    assert len(ws.read(letters.ids, "2026-0002")) == 1 and newest[0].callin == 1
    ws.write(letters.served, newest[0].id, LetterResult.RETURNED)
    assert ws.read(letters.ids, open_only=True) == [newest[1].id]


def test_a_page_is_drawn_for_the_screen(ws: Workspace) -> None:
    ws.write(two_called)
    made = ws.read(letters.make, ws.read(letters.prepare, "notice", callin=1), preview=True)
    page = letters.page_image(made.pdf, 0, 1.0)
    assert (page.width, page.height) == (596, 842) and len(page.pixels) == page.stride * page.height
    assert letters.page_count(made.pdf) == made.pages and len(set(page.pixels)) > 10
    with pytest.raises(ValueError, match="too large"):
        letters.page_image(made.pdf, 0, 50)
