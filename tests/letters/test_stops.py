"""Stops: each reason is found before any ink, and said in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit.letters import HEAD, letter

from gvi_desktop.letters import danger
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.render import render
from gvi_desktop.letters.stops import Stop, StopCode, StoppedError, check, check_all, sentence
from gvi_desktop.letters.words import LANGUAGES


def only(stops):
    (stop,) = stops
    return stop


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_a_complete_letter_has_none(kind, language):
    assert check(letter(kind), HEAD, language) == []
    assert check(letter(kind, conditions=frozenset(Condition)), HEAD, language) == []


@pytest.mark.parametrize("value", ["", "   ", "\u200b", "\x00"])
def test_an_empty_field_is_named(value):
    stop = only(check(letter(first_name=value), HEAD, "sv"))
    assert (stop.code, stop.who, stop.field) == (StopCode.empty_field, "Tall-14", "first_name")
    assert sentence(stop, "sv") == "Fältet Förnamn är tomt."


def test_an_empty_field_that_the_letter_does_not_use_is_no_matter():
    assert check(letter(LetterKind.CARD, first_name=""), HEAD, "sv") == []


def test_an_unknown_value_is_a_mistake_of_the_caller_and_said():
    assert only(check(letter(surname="Öberg"), HEAD, "sv")).code is StopCode.unknown_field


@pytest.mark.parametrize(("char", "code"), [("你", "U+4F60"), ("😀", "U+1F600"), ("ع", "U+0639"), ("\ud800", "U+D800")])
def test_a_character_without_a_glyph_is_named_with_code_point_and_field(char, code):
    stop = only(check(letter(first_name=f"Eli{char}as"), HEAD, "sv"))
    assert (stop.code, stop.field, stop.data["code_point"]) == (StopCode.missing_glyph, "first_name", code)
    assert code in sentence(stop, "sv")
    sentence(stop, "sv").encode()


def test_the_address_is_looked_through_too():
    stop = only(check(letter(address=("Elias", "Gatan 你")), HEAD, "sv"))
    assert stop.code is StopCode.missing_glyph
    assert "Adress" in sentence(stop, "sv")


@pytest.mark.parametrize("address", [tuple("abcdef"), ("x" * 100,)])
def test_an_address_that_the_window_cannot_show_stops_the_letter(address):
    assert only(check(letter(address=address), HEAD, "sv")).code is StopCode.address_too_long


def test_a_name_of_ten_thousand_characters_stops_the_letter():
    stop = only(check(letter(first_name="x" * 10_000), HEAD, "sv"))
    assert (stop.code, stop.data["length"]) == (StopCode.value_too_long, "10000")


def test_a_date_that_is_none_stops_the_letter():
    stop = only(check(letter(callin_date="den tjugonde"), HEAD, "en"))
    assert (stop.code, stop.field) == (StopCode.malformed_value, "callin_date")


def test_a_field_above_what_the_kind_may_tell_stops_the_letter():
    card = letter(LetterKind.CARD, first_name="Elias")
    text = "title: Kort\nheading: Kort\n---\n# Hör av dig\n\nHej {{first_name}}.\n\n> {{phone}}\n"
    found = check(replace(card, text=text), HEAD, "sv")
    assert [(one.code, one.field) for one in found if one.code is StopCode.field_above_class] == [
        (StopCode.field_above_class, "first_name")
    ]


def test_a_letter_of_five_pages_stops():
    rows = [{"absent_code": f"T-{n}", "absent_result": "Kom inte"} for n in range(200)]
    long = replace(letter(LetterKind.NO_SHOWS), lists={"absent": rows})
    stop = only(check(long, HEAD, "sv"))
    assert stop.code is StopCode.too_many_pages
    assert int(stop.data["pages"]) > 4


@pytest.mark.parametrize("hours", ["GVI-telefonen", "Polisen svarar", "Avhopparlinjen", "vid gängproblem"])
def test_a_card_must_not_say_what_it_is_about(hours):
    stop = only(check(letter(LetterKind.CARD), replace(HEAD, phone_hours=hours), "sv"))
    assert stop.code is StopCode.endangering_word


def test_the_programmes_own_name_is_an_endangering_word():
    assert danger.found("Ring Trygg Stad", "Trygg stad") == "trygg stad"
    assert danger.found("Vardagar 9–16", "Trygg stad") is None


def test_one_stop_keeps_the_whole_batch_from_paper():
    with pytest.raises(StoppedError) as caught:
        render([letter(), letter(code_name="Gran-03", first_name="")], HEAD, "sv")
    assert [(stop.who, stop.code) for stop in caught.value.stops] == [("Gran-03", StopCode.empty_field)]


def test_many_letters_are_answered_in_order():
    batch = [letter(code_name=name, first_name="") for name in ("A", "B", "C")]
    assert [stop.who for stop in check_all(batch, HEAD, "sv")] == ["A", "B", "C"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", StopCode)
def test_every_reason_has_a_sentence(code, language):
    data = dict.fromkeys(("value", "length", "most", "char", "code_point", "line", "pages", "word"), "x")
    assert sentence(Stop(code, "Tall-14", "first_name", data), language)
