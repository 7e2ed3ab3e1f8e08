"""Scripts: blocks shared by many, text pinned at the first approval, and what the editor says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kit.people import group, person, second_user

from gvi_desktop.domain.block import Block, BlockDraft, Message
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.script import Audience, ScriptDraft, ScriptStatus, fingerprint
from gvi_desktop.domain.user import Role
from gvi_desktop.services import drafting, scripts, undo
from gvi_desktop.services.drafting import BlockText
from gvi_desktop.services.workspace import Workspace

LONG = "Vi vill att du lever. Vi vill att du mår bra. Det finns hjälp att få. Ring oss när du vill."


def block(ws: Workspace, text: str = LONG, message: Message = Message.ALIVE, **more: Any) -> str:
    said = {"title": "Ett", "message": message, "language": "sv", "text": text}
    return ws.write(scripts.add_block, BlockDraft(**{**said, **more}))


def script(ws: Workspace, *blocks: str, **more: Any) -> str:
    said = {"title": "Polisen", "audience": Audience.CALLIN, "language": "sv", "blocks": blocks}
    return ws.write(scripts.add, ScriptDraft(**{**said, **more}))


def refused(ws: Workspace, work: Any, *args: Any) -> str:
    with pytest.raises(RefusedError) as caught:
        ws.write(work, *args)
    return caught.value.code


def test_the_first_approval_pins_the_text_and_later_changes_of_its_blocks_leave_it(ws: Workspace) -> None:
    one = block(ws)
    made, draft = script(ws, one), script(ws, one, title="Utkast")
    ws.write(scripts.approve, made, "Polisen", "Per Ask")
    ws.write(scripts.approve, made, "Socialtjänsten")
    ws.write(scripts.change_block, one, replace(ws.read(scripts.block, one).record, text="Något annat."))
    view = ws.read(scripts.get, made)
    assert [passage.text for passage in view.passages] == [LONG]
    assert view.record.sha256 == fingerprint(view.passages) and view.record.status is ScriptStatus.APPROVED
    assert [(a.agency, a.by) for a in view.record.approvals] == [("Polisen", "Per Ask"), ("Socialtjänsten", "Anna Ek")]
    assert [passage.text for passage in ws.read(scripts.get, draft).passages] == ["Något annat."]


def test_an_approved_script_never_changes_a_new_version_does(ws: Workspace) -> None:
    made = script(ws, block(ws))
    assert refused(ws, scripts.new_version, made) == "script_not_approved"
    ws.write(scripts.approve, made, "Polisen")
    approved = ws.read(scripts.get, made).record
    assert refused(ws, scripts.change, made, replace(approved, title="Ny")) == "script_approved_never_changes"
    assert refused(ws, scripts.remove, made) == "script_approved_never_changes"
    assert refused(ws, drafting.save, made, approved, []) == "script_approved_never_changes"
    second = ws.write(scripts.new_version, made)
    assert refused(ws, scripts.new_version, made) == "script_has_draft"
    new = ws.read(scripts.get, second).record
    assert (new.version, new.supersedes, new.status, new.sha256) == (2, made, ScriptStatus.DRAFT, "")
    assert ws.read(scripts.get, made).newer is None
    ws.write(scripts.approve, second, "Polisen")
    assert ws.read(scripts.get, made).newer == second
    assert ws.read(scripts.is_outdated, approved)
    ws.write(scripts.remove, ws.write(scripts.new_version, second))
    assert ws.read(scripts.get, ws.write(scripts.new_version, second)).record.version == 3


def test_an_empty_script_or_nobody_cannot_be_approved(ws: Workspace) -> None:
    empty, full = script(ws), script(ws, block(ws))
    assert refused(ws, scripts.approve, empty, "Polisen") == "script_empty"
    assert refused(ws, scripts.approve, full, " ") == "missing"
    ws.write(scripts.approve, full, "Polisen")
    ws.write(scripts.retire, full)
    assert refused(ws, scripts.approve, full, "Skolan") == "script_not_draft"
    assert refused(ws, scripts.retire, empty) == "script_not_approved"


def test_a_reader_cannot_approve(ws: Workspace) -> None:
    made = script(ws, block(ws))
    reader = second_user(ws, Role.READER)
    assert refused(reader, scripts.approve, made, "Polisen") == "not_allowed"
    reader.close()


def test_a_block_says_where_it_is_used_and_is_kept_while_a_draft_needs_it(ws: Workspace) -> None:
    one = block(ws)
    made = script(ws, one)
    assert [user.id for user in ws.read(scripts.block, one).users] == [made]
    assert refused(ws, scripts.remove_block, one) == "block_in_use"
    ws.write(scripts.approve, made, "Polisen")
    ws.write(scripts.remove_block, one)
    assert ws.read(scripts.get, made).passages[0].text == LONG
    assert ws.read(scripts.get, ws.write(scripts.new_version, made)).record.blocks == ()


def test_a_changed_text_needs_a_new_legal_check(ws: Workspace) -> None:
    one = block(ws, "Det ger fängelse.", legal_checked=True)
    assert not ws.read(scripts.block, one).remarks
    changed = replace(ws.read(scripts.block, one).record, text="Det ger långa fängelsestraff.")
    ws.write(scripts.change_block, one, changed)
    view = ws.read(scripts.block, one)
    assert not view.record.legal_checked
    assert [(remark.code, remark.word) for remark in view.remarks] == [("legal", "fängelsestraff")]


def test_the_editor_measures_and_points_at_words_where_they_stand(ws: Workspace) -> None:
    group(ws, "Vargarna")
    person(ws, "Ali", "Hassan")
    pointed = "Vi lovar Ali Hassan och Vargarna att knäcka er. Eva Ek är här."
    texts = (BlockText("", "A", Message.ALIVE, LONG), BlockText("", "B", Message.HELP, pointed))
    found = ws.read(drafting.look, "sv", texts)
    said = [(one.passage, one.code, one.word) for one in found.remarks]
    assert said == [
        (1, "promise", "lovar"),
        (1, "name", "Ali Hassan"),
        (1, "name", "Vargarna"),
        (1, "threat", "knäcka"),
    ]
    assert all(texts[one.passage].text[one.at :].startswith(one.word) for one in found.remarks)
    assert found.covered == {"1", "3"} and found.words == 34 and found.seconds == 16
    assert found.lix is not None and 0 < found.lix < 40
    assert ws.read(drafting.look, "en", texts).lix is None


def test_a_script_and_its_blocks_are_saved_and_undone_as_one_step(ws: Workspace) -> None:
    old = block(ws)
    before = len(ws.read(scripts.blocks))
    draft = ScriptDraft(title="Socialtjänsten", language="sv")
    known = ws.read(drafting.block_texts, [old])[0]
    new = BlockText(title="Två", message=Message.HELP, text="Ta emot hjälpen.")
    made = ws.write(drafting.save, None, draft, [new, replace(known, text="Ändrad text.")])
    opened = ws.read(drafting.opened, made)
    assert [one.text for one in opened.blocks] == ["Ta emot hjälpen.", "Ändrad text."]
    assert opened.blocks[1].id == old and len(ws.read(scripts.blocks)) == before + 1
    ws.write(undo.undo)
    assert len(ws.read(scripts.blocks)) == before and ws.read(scripts.block, old).record.text == LONG


def test_a_block_from_elsewhere_keeps_its_language_and_says_who_else_uses_it(ws: Workspace) -> None:
    shared = block(ws, "We want you alive.", language="en")
    script(ws, shared, title="English", language="en")
    made = script(ws, title="Svensk")
    texts = ws.read(drafting.block_texts, [shared], made)
    ws.write(drafting.save, made, ScriptDraft(title="Svensk", language="sv"), [replace(texts[0], text="Live.")])
    assert ws.read(lambda unit: unit.get(Block, shared)).language == "en"
    assert ws.read(drafting.opened, made).blocks[0].users == ("English (v1)",)


def test_a_block_without_a_text_is_told_on_the_field_of_the_blocks(ws: Workspace) -> None:
    with pytest.raises(RefusedError) as caught:
        ws.write(drafting.save, None, ScriptDraft(title="X", language="sv"), [BlockText(title="Tom")])
    (problem,) = caught.value.problems
    assert (problem.code, problem.field, problem.data["name"]) == ("block_incomplete", "blocks", "Tom")


def test_scripts_for_talks_are_offered_newest_first_in_the_offices_language(ws: Workspace) -> None:
    swedish = script(ws, block(ws), title="Samtal", audience=Audience.TALK)
    english = script(ws, block(ws), title="A talk", audience=Audience.TALK, language="en")
    for one in (swedish, english):
        ws.write(scripts.approve, one, "Polisen")
    newer = ws.write(scripts.new_version, swedish)
    ws.write(scripts.approve, newer, "Polisen")
    assert [one.id for one in ws.read(scripts.talk_options, "")] == [newer, swedish, english]
    assert [one.text for one in ws.read(scripts.resolve, [english])] == ["A talk"]
    assert [one.id for one in ws.read(drafting.block_options, "en", "nothing")] == []


def said(ws: Workspace, text: str) -> list[tuple[str, str]]:
    found = ws.read(drafting.look, "sv", [BlockText("", "A", Message.FRAME, text)])
    return [(one.code, one.word) for one in found.remarks]


def test_names_are_pointed_at_alone_in_the_genitive_and_as_code_names(ws: Workspace) -> None:
    group(ws, "Norra")
    person(ws, "Amir", "Hassan", code_name="P777")
    assert said(ws, "Amir kom. Hassans bror såg p777, inte P778, hos norras vän.") == [
        ("name", "Amir"),
        ("name", "Hassans"),
        ("name", "p777"),
        ("name", "norras"),
    ]
    assert said(ws, "Amir Hassans väg") == [("name", "Amir Hassans")], "a name in full is one name"


def test_a_name_that_is_a_common_word_is_pointed_at_only_in_full(ws: Workspace) -> None:
    person(ws, "Hans", "Vår")
    assert said(ws, "Hans mor väntar. Vår stad.") == []
    assert said(ws, "Hans Vår väntar.") == [("name", "Hans Vår")]


def test_fields_that_cannot_be_filled_are_pointed_at_where_they_stand(ws: Workspace) -> None:
    assert said(ws, "Ring {{phone}} i {{town}} {{date}} {{plats}}.") == [
        ("empty_field", "{{phone}}"),
        ("unknown_field", "{{plats}}"),
    ]
