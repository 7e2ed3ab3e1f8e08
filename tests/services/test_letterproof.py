"""What one saw is what is printed; each letter has a checksum of its own; what did not come out is accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from kit.letterbox import called, noted, register, two_called, under_supervision, with_office
from kit.letters import text
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.invitee import Invitee, NoticeWay
from gvi_desktop.domain.letter import LetterResult
from gvi_desktop.letters import ink
from gvi_desktop.letters.drawing import Page, Piece, Text
from gvi_desktop.letters.style import Face
from gvi_desktop.services import invitees, letters
from gvi_desktop.services.letters_pages import page_texts
from gvi_desktop.services.letters_proof import digest
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi", clock=clock)
    opened.write(with_office)
    yield opened
    opened.close()


def three_called(unit: Unit) -> str:
    return called(unit, *(under_supervision(unit, f"Tall-{n}", given_name=f"Elias{n}") for n in (1, 2, 3)))


def guests(ws: Workspace) -> list[Invitee]:
    return ws.read(lambda unit: unit.find(Invitee, order_by=unit.table(Invitee).c.id))


# ------------------------------------------------------------------ the very bytes


def test_the_preview_has_the_bytes_that_are_printed(ws: Workspace) -> None:
    ws.write(three_called)
    prepared = ws.read(letters.prepare, "notice", callin=1)
    seen = ws.read(letters.make, prepared, preview=True)
    assert seen.numbers == ("2026-0001", "2026-0002", "2026-0003") and not seen.ids
    made = ws.write(letters.make, prepared, way=DisclosureWay.PRINT, seen=seen.pdf)
    assert made.pdf == seen.pdf and made.numbers == seen.numbers


def test_a_preview_that_is_old_is_refused_and_nothing_is_entered(ws: Workspace, clock: SettableClock) -> None:
    ws.write(three_called)
    prepared = ws.read(letters.prepare, "notice", callin=1)
    seen = ws.read(letters.make, prepared, preview=True)
    ws.write(letters.make, ws.read(letters.prepare, "card", count=1))  # somebody printed in between: the numbers moved
    with pytest.raises(RefusedError, match="letter_preview_old"):
        ws.write(letters.make, prepared, way=DisclosureWay.PRINT, seen=seen.pdf)
    assert len(register(ws)) == 1
    again = ws.read(letters.make, prepared, preview=True)
    clock.set_day(date(2026, 11, 24))  # and letters of yesterday bear yesterday's date
    with pytest.raises(RefusedError, match="letter_preview_old"):
        ws.write(letters.make, prepared, way=DisclosureWay.PRINT, seen=again.pdf)
    assert len(register(ws)) == 1


# ------------------------------------------------------------------ each letter's own checksum


def test_each_letter_has_a_checksum_of_its_own(ws: Workspace) -> None:
    ws.write(three_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    entries = register(ws)
    assert len({one.sha256 for one in entries}) == 3
    assert all(ws.read(letters.holds, one.id, made.pdf) for one in entries)


def test_a_letter_is_known_alone_repacked_and_locked_but_not_when_a_word_is_another(ws: Workspace) -> None:
    ws.write(three_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    first, second, _ = register(ws)
    alone = letters.cut(made.pdf, made.first_pages[0] - 1, made.first_pages[1] - 2)
    assert ws.read(letters.holds, first.id, alone) and not ws.read(letters.holds, second.id, alone)
    locked = BytesIO()
    with pikepdf.open(BytesIO(made.pdf)) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="o", user="lösen", R=6))
    assert ws.read(letters.holds, second.id, locked.getvalue(), "lösen")
    for word in ("fel", ""):
        with pytest.raises(VaultError, match="pdf_locked"):
            ws.read(letters.holds, second.id, locked.getvalue(), word)
    with pytest.raises(VaultError, match="pdf_unreadable"):
        ws.read(letters.holds, second.id, b"no PDF")
    other = ws.read(letters.make, ws.read(letters.prepare, "notice", callin=1), preview=True)
    assert not ws.read(letters.holds, first.id, other.pdf)  # the same words under another number


def test_a_checksum_counts_every_character_and_page_but_no_space() -> None:
    assert digest(["Hej Elias\r\nring 019-21"]) == digest(["HejElias ring\u00a0019-21"])
    assert digest(["Hej Elias"]) != digest(["Hej Elia"]) != digest(["Hej", "Elia"])


def test_a_page_is_read_as_it_was_read_when_old_letters_were_made() -> None:
    page = Page()
    marks = (Text(0, 20, "Örebro den 28 april", Face.regular, 10), Text(0, 5, "Hej", Face.bold, 14))
    page.put(60, 60, Piece(marks, 30))
    (said,) = page_texts(ink.write([page], "Document", "sv"))
    assert digest([said]) == "8e0a5a8f3c0d273fc48d6cf962b8de942365848acbff71602e7328896deb74f8"


@pytest.mark.parametrize("kind", ["card", "invitation"])
def test_cards_and_sheets_are_known_again_too(ws: Workspace, kind: str) -> None:
    ws.write(two_called)
    made = ws.write(letters.make, ws.read(letters.prepare, kind, callin=1))
    assert ws.read(letters.holds, made.ids[0], made.pdf)


def test_pages_cut_for_a_job_say_what_they_said(ws: Workspace) -> None:
    ws.write(three_called)
    made = ws.read(letters.make, ws.read(letters.prepare, "notice", callin=1), preview=True)
    part = letters.cut(made.pdf, 1, 2)
    assert letters.page_texts(part) == letters.page_texts(made.pdf)[1:3]
    assert letters.page_image(part, 0, 1.0) == letters.page_image(made.pdf, 1, 1.0)
    assert letters.cut(made.pdf, 0, made.pages - 1) is made.pdf


# ------------------------------------------------------------------ what did not come out


def test_what_did_not_come_out_is_destroyed_with_the_reason_and_gave_no_notice(ws: Workspace) -> None:
    ws.write(three_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    assert ws.write(letters.not_printed, made.ids[1:], "papperet tog slut") == 2
    kept, *gone = register(ws)
    assert kept.result is None and {one.result for one in gone} == {LetterResult.DESTROYED}
    assert all(one.note == "Inte utskrivet: papperet tog slut" and one.result_on for one in gone)
    assert sum(one.noticed_on is not None for one in guests(ws)) == 1
    again = ws.read(letters.prepare, "notice", callin=1)
    assert sum(one.already for one in again.people) == 1
    assert ws.read(letters.make, again, preview=True).numbers[0] == "2026-0004"  # numbers are never used again
    assert noted(ws, "print")


def test_a_second_print_that_fails_leaves_the_first_notice_standing(ws: Workspace, clock: SettableClock) -> None:
    ws.write(two_called)
    first = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    clock.set_day(date(2026, 11, 25))
    second = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    ws.write(letters.not_printed, second.ids)
    (guest,) = (one for one in guests(ws) if one.letter)
    assert guest.letter == first.ids[0] and guest.noticed_on == date(2026, 11, 22)


# ------------------------------------------------------------------ notices


def test_printing_again_keeps_the_day_of_the_first_notice(ws: Workspace, clock: SettableClock) -> None:
    ws.write(two_called)
    ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    clock.set_day(date(2026, 11, 25))
    second = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    (guest,) = (one for one in guests(ws) if one.letter)
    assert guest.noticed_on == date(2026, 11, 22) and guest.letter == second.ids[0]
    assert "25 november 2026" in text(second.pdf)


def test_a_notice_by_an_unknown_letter_is_refused(ws: Workspace) -> None:
    ws.write(two_called)
    made = ws.write(letters.make, ws.read(letters.prepare, "notice", callin=1))
    other = next(one for one in guests(ws) if one.letter is None)
    for wrong in ("no-such-letter", made.ids[0]):  # the second is somebody else's
        with pytest.raises(RefusedError, match="unknown_record"):
            ws.write(invitees.notice, other.id, NoticeWay.BY_HAND, None, wrong)
    assert next(one for one in guests(ws) if one.id == other.id).letter is None
