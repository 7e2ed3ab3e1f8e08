"""Every free text is capped, and a note about a person says whether it is fact, assessment or hearsay."""

from __future__ import annotations

from typing import Any

import pytest

from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.record import NoteMark, draft_fields, marks
from gvi_desktop.storage.rows.codec import codecs

WITHOUT = {
    "person": {"best_interests": "the ground of a decision, approved by a second user"},
    "membership": {"basis": "the ground of a link; reliability and accuracy say more than a mark"},
    "notification": {"concern_note": "why a report was made or not", "next_step": "what was agreed"},
    "phonecall": {"action": "what was done"},
    "invitee": {"cleared_reason": "the reason of a decision"},
    "help": {"ended_why": "the reason of a decision"},
    "incident": {"decided_why": "the reason of a decision"},
    "round": {"reason": "the reason of a decision"},
    "measure": {"what": "what an agency does"},
    "focus": {
        "basis": "certainty says how sure it is", "exclusions_note": "a decision", "proportionality": "a weighing",
        "told_how": "what was done", "evaluation": "an assessment, always",
    },
    "callin": {
        "rehearsal_note": "about a meeting", "go_72_reason": "a decision", "go_24_reason": "a decision",
        "security_note": "about a place", "debrief": "about a meeting", "cancelled_reason": "a decision",
    },
    "disclosure": {
        "what": "what was told", "weighing": "a weighing", "conditions": "a decision", "recalled_why": "a decision",
        "recall_answer": "what a colleague did",
    },
    "pause": {"why": "the ground of a pause"}, "extension": {"note": "about a ground; its source stands beside it"},
    "rightscase": {"about": "what somebody asked for", "reason": "the reason of a decision"},
    "agency": {"note": "about an office"}, "regime": {"note": "about a rule"}, "script": {"note": "about a text"},
    "ground": {"text": "a law"}, "office": {"purpose": "about an office"}, "contact": {"purpose": "about an office"},
}  # fmt: skip
"""Free text that is no note about a person, and what it is."""


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.kind)
def test_a_note_about_a_person_carries_its_mark(record: Any) -> None:
    notes = {f.name for f in draft_fields(record) if f.metadata.get("note")}
    assert notes - set(marks(record)) == set(WITHOUT.get(record.kind, {})), "mark it, or say here what it is"


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.kind)
def test_free_text_is_capped_and_its_mark_is_one_of_three(record: Any) -> None:
    for declared in draft_fields(record):
        assert not declared.metadata.get("note") or declared.metadata["cap"] <= 2000
    for mark in marks(record).values():
        assert [codecs(record)[mark].encode(one) for one in NoteMark] == ["fact", "assessment", "hearsay"]
