"""Hints about words in notes: insults and sensitive matters in both languages, and nothing where there is nothing."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop import paths
from gvi_desktop.services.notewords import NoteWord, NoteWordKind, find

INSULT, SENSITIVE = NoteWordKind.INSULT, NoteWordKind.SENSITIVE


def test_words_are_met_in_both_languages_in_any_case_and_once_each() -> None:
    assert find("Pundaren är en IDIOT, en idiot. He has ADHD.") == (
        NoteWord(INSULT, "Pundaren"),
        NoteWord(INSULT, "IDIOT"),
        NoteWord(SENSITIVE, "ADHD"),
    )


@pytest.mark.parametrize(
    "text",
    ["", "Lyssnade och frågade om jobb.", "Han kom med sin mor.", "Package as planned.", "Paketet lämnades kvar."],
)
def test_a_factual_note_gets_no_hint_from_the_words_of_its_language(text: str) -> None:
    assert find(text) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at_and_every_hint_stands_in_it(text: str) -> None:
    assert all(one.word in text for one in find(text))


def test_both_languages_have_both_lists() -> None:
    lists = tomllib.loads(paths.resource("warnings", "note_words.toml").read_text(encoding="utf-8"))
    assert {language: set(kinds) for language, kinds in lists.items()} == {
        language: {kind.value for kind in NoteWordKind} for language in ("sv", "en")
    }
    assert all(stems for kinds in lists.values() for stems in kinds.values())
