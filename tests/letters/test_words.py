"""The words on paper: complete and alike in both languages."""

from __future__ import annotations

import tomllib
from datetime import date
from string import Formatter

import pytest
from kit.letters import HEAD

from gvi_desktop.letters import coverage, fields, templates, words
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.stops import StopCode
from gvi_desktop.paths import resource


def table(language, name):
    return tomllib.loads(resource("letters", language, f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["papers", "fields"])
def test_both_languages_have_the_same_keys_and_places(name):
    swedish, english = table("sv", name), table("en", name)
    assert words.keys("sv", name) == words.keys("en", name)
    for part, section in swedish.items():
        for key, text in section.items():
            places = [sorted(f for _, f, _, _ in Formatter().parse(t) if f) for t in (text, english[part][key])]
            assert places[0] == places[1], f"{part}.{key}"


@pytest.mark.parametrize("key", ["triggers", "places", "outcomes", "message_list", "heards", "reactions", "minors"])
def test_choices_to_tick_are_as_many_in_both_languages(key):
    assert len({words.say(language, f"form.{key}").count("|") for language in words.LANGUAGES}) == 1


def test_every_field_has_a_name_in_both_languages():
    rows = {key for row in fields.LISTS.values() for key in row}
    expected = {f"field.{key}" for key in (*fields.FIELDS, *rows)}
    assert words.keys("sv", "fields") == words.keys("en", "fields") == expected


def test_every_stop_has_its_sentence():
    assert {key for key in words.keys("sv", "papers") if key.startswith("stop.")} == {
        f"stop.{c.value}" for c in StopCode
    }


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_our_own_words_can_be_drawn(language):
    for name in ("papers", "fields"):
        for section in table(language, name).values():
            assert all(coverage.missing(text) is None for text in section.values())
    assert all(coverage.missing(templates.source(kind, language)) is None for kind in LetterKind)


def test_no_letter_says_gang():
    for language, word in (("sv", "gäng"), ("en", "gang")):
        texts = [templates.source(kind, language).casefold() for kind in LetterKind]
        assert not any(word in text.replace("ingång", "") for text in texts)
    assert HEAD.programme


def test_a_list_of_names_reads_as_a_sentence():
    assert words.enumeration("sv", ("a", "b", "c")) == "a, b och c"
    assert words.enumeration("en", ("a", "b")) == "a and b"
    assert words.enumeration("sv", ()) == ""


def test_dates_without_a_weekday():
    assert words.short_date("sv", date(2026, 1, 2)) == "2\u00a0januari 2026"
