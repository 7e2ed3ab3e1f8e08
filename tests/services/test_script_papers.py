"""Scripts on paper: fields are filled or stop the print, cues stand in the margin, and each print leaves its traces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from kit.callins import ready_callin
from kit.letters import pages
from kit.letters import text as words_of

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.domain.disclosure import Disclosure, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome
from gvi_desktop.domain.script import Audience, ScriptDraft
from gvi_desktop.domain.speaker import SpeakerDraft, SpeakerRole
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import office, papers, scripts, scriptsaid, speakers
from gvi_desktop.services.papers import Order, PaperKind
from gvi_desktop.services.unit import Unit, draft_of
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal

TEXT = "[Paus]\nRing {{phone}} redan i kväll.\n[Berätta om den dag då allt vände, med egna ord och utan namn]\nTack."


def with_phone(ws: Workspace, phone: str = "019-21 10 00") -> None:
    ws.write(lambda unit: office.change(unit, draft_of(unit.office, phone=phone)))


def script(ws: Workspace, text: str = TEXT, **more: Any) -> str:
    block = ws.write(scripts.add_block, BlockDraft(title="Ett", message=Message.HELP, language="sv", text=text))
    said = {"title": "Samtal hemma", "audience": Audience.TALK, "language": "sv", "blocks": (block,)}
    return ws.write(scripts.add, ScriptDraft(**{**said, **more}))


def noted(unit: Unit) -> list[tuple[str | None, str | None]]:
    return [(one.kind, one.detail) for one in journal.entries(unit.connection) if one.action == "print"]


def test_a_script_of_any_audience_prints_with_its_fields_filled_and_its_cues(ws: Workspace) -> None:
    with_phone(ws)
    text = words_of(ws.write(papers.print_script, script(ws), Order(copies=2)))
    assert "{{" not in text and "[" not in text
    for said in (
        "Samtal hemma",
        "Paus",
        "Ring 019-21 10 00 redan i kväll.",
        "Berätta om den dag",
        "UTKAST",
        "Exemplar 2",
    ):
        assert said in text
    assert ws.read(noted) == [("script", "script v1 2")]
    (entry,) = ws.read(lambda unit: unit.find(Disclosure))
    assert entry.way is DisclosureWay.PRINT and "Samtal hemma" in entry.what and entry.people == frozenset()


def test_an_empty_field_stops_the_print_and_says_which(ws: Workspace) -> None:
    with_phone(ws, "")
    made = script(ws)
    with pytest.raises(RefusedError, match="script_field_empty") as caught:
        ws.write(papers.print_script, made)
    assert caught.value.problems[0].data == {"name": "{{phone}}"}
    assert ws.read(noted) == [] and ws.read(lambda unit: unit.find(Disclosure)) == []


def test_an_unknown_field_is_neither_approved_nor_printed(ws: Workspace) -> None:
    made = script(ws, "Vi ses på {{plats}}.")
    for work, args in ((papers.print_script, (made,)), (scripts.approve, (made, "Polisen"))):
        with pytest.raises(RefusedError, match="script_unknown_field"):
            ws.write(work, *args)


def test_what_belongs_to_a_meeting_is_taken_from_the_call_in(ws: Workspace) -> None:
    made = script(ws, "Vi ses {{date}} klockan {{start}} på {{venue}}.")
    with pytest.raises(RefusedError, match="script_callin_field_empty"):
        ws.write(papers.print_script, made)
    callin = ready_callin(ws).id
    text = words_of(ws.write(papers.print_script, made, Order(), callin))
    assert "Vi ses torsdag 10 december 2026 klockan 18:00 på Eyravallen." in text
    assert "Förstörs senast" in text


def test_the_scripts_of_a_call_in_hold_no_braces(ws: Workspace) -> None:
    made = ready_callin(ws)
    one = script(ws, "Numret är {{phone}}. Vi ses på {{venue}}.", audience=Audience.CALLIN)
    draft = SpeakerDraft(callin=made.id, name="Kim", role=SpeakerRole.COMMUNITY, minutes=5, script=one, agreed=True)
    ws.write(speakers.add, draft)
    with pytest.raises(RefusedError, match="script_field_empty"):
        ws.write(papers.print_paper, made.id, PaperKind.SCRIPTS)
    with_phone(ws)
    text = words_of(ws.write(papers.print_paper, made.id, PaperKind.SCRIPTS))
    assert "Numret är 019-21 10 00. Vi ses på Eyravallen." in text and "{{" not in text


def test_every_shipped_script_prints_without_braces_in_both_languages(ws: Workspace) -> None:
    with_phone(ws)
    for view in ws.read(scripts.listed):
        text = words_of(ws.write(papers.print_script, view.id))
        assert "{{" not in text and view.record.title in text, view.record.title


def test_the_reading_time_counts_filled_words_and_no_cues(ws: Workspace) -> None:
    with_phone(ws, "0")
    made = script(ws, "[Vänta tills alla har satt sig och det är tyst i rummet]\n" + "ord " * 129 + "{{phone}}")
    view = ws.read(scripts.get, made)
    assert view.seconds == 60 and view.said[0].endswith(" 0")


def test_blank_forms_are_noted_but_tell_of_nobody(ws: Workspace) -> None:
    pdf = ws.write(papers.blank_form, Order(copies=3, language="en"))
    assert len(pages(pdf)) == 3 and "Custom notification" in words_of(pdf)
    assert ws.read(noted) == [("office", "notification_form 3")]
    assert ws.read(lambda unit: unit.find(Disclosure)) == []


def test_a_reader_prints_neither_scripts_nor_forms(ws: Workspace) -> None:
    made = script(ws)
    ws.write(lambda unit: unit.change(User, unit.user.id, role=Role.READER))
    for work, args in ((papers.print_script, (made,)), (papers.blank_form, ())):
        with pytest.raises(RefusedError, match="not_allowed"):
            ws.write(work, *args)


def test_a_legal_check_says_who_and_when_until_the_text_changes(ws: Workspace) -> None:
    draft = BlockDraft(title="Lag", language="sv", text="Det ger fängelse.", legal_checked=True)
    made = ws.write(scripts.add_block, draft)
    block = ws.read(scripts.block, made).record
    assert (block.checked_by, block.checked_on) == ("Anna Ek", date(2026, 11, 22))
    ws.write(scripts.change_block, made, replace(draft, checked_by="Åklagare Lo Ask", checked_on=date(2026, 11, 2)))
    ws.write(scripts.change_block, made, replace(draft, title="Lagen"))
    block = ws.read(scripts.block, made).record
    assert (block.title, block.checked_by, block.checked_on) == ("Lagen", "Åklagare Lo Ask", date(2026, 11, 2))
    with pytest.raises(RefusedError, match="in_future"):
        ws.write(scripts.change_block, made, replace(draft, checked_on=date(2026, 12, 1)))
    ws.write(scripts.change_block, made, replace(draft, text="Det ger långt fängelse."))
    block = ws.read(scripts.block, made).record
    assert (block.legal_checked, block.checked_by, block.checked_on) == (False, "", None)


def test_what_was_said_is_told_with_whether_the_text_is_still_the_same(ws: Workspace) -> None:
    with_phone(ws)
    made = script(ws)
    ws.write(scripts.approve, made, "Polisen")
    stored = ws.read(scripts.get, made).record
    assert scriptsaid.same(stored, stored.sha256) and scriptsaid.same(stored, f"v1 {stored.sha256[:12]}")
    assert not scriptsaid.same(stored, "v1 " + "0" * 12) and not scriptsaid.same(stored, "v1")

    def say(unit: Unit, pinned: str) -> None:
        talk = NotificationDraft(on=date(2026, 11, 20), outcome=Outcome.REACHED, script=made, script_version=pinned)
        unit.add(Notification, talk)

    ws.write(say, f"v1 {stored.sha256[:12]}")
    ws.write(say, "v1 000000000000")
    used = ws.read(scripts.get, made).used
    assert used is not None and (used.callins, used.talks, used.other) == ((), 2, 1)
