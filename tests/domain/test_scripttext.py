"""Cues and fields: what stands in a script without being said, and what is filled in when it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.script import warnings, words
from gvi_desktop.domain.scripttext import Part, ScriptField, fill, parts, places, spoken, unknown, written


def test_a_line_in_brackets_is_a_cue_and_a_gap_inside_a_line_is_not() -> None:
    text = "Hej, jag heter [namn].\n[Paus]\nVi vill att ni lever.\n  [titta upp]  "
    assert parts(text) == (
        Part("", "Hej, jag heter [namn]."),
        Part("Paus", "Vi vill att ni lever."),
        Part("titta upp", ""),
    )
    assert words([text]) == 9


def test_a_cue_is_neither_said_nor_looked_at() -> None:
    assert not warnings("[Vi knäcker er]\nVi hjälper er.", {"threat": ["knäck*"]}, ["Vi"])


def test_fields_are_filled_and_what_has_no_value_is_left() -> None:
    text = "Ring {{phone}} eller {{ town }}; {{nothing}}."
    assert fill(text, {"phone": "019-21 10 00", "town": ""}) == "Ring 019-21 10 00 eller {{ town }}; {{nothing}}."
    assert [(one.name, one.known) for one in places(text)] == [("phone", True), ("town", True), ("nothing", False)]
    assert unknown([text, text]) == ("{{nothing}}",)


@given(st.text(alphabet="ab[]{} \n", max_size=60))
def test_what_is_left_of_a_text_stands_where_it_stood(text: str) -> None:
    left = spoken(text)
    assert len(left) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, left, strict=True))


@given(st.sampled_from(list(ScriptField)), st.text(alphabet="ab {}", max_size=20), st.text("xyz", min_size=1))
def test_every_field_is_filled_wherever_it_stands(field: ScriptField, around: str, value: str) -> None:
    text = f"x {written(field)} y"
    assert fill(text, {field.value: value}) == f"x {value} y"
    assert fill(around, {field.value: value}).count("}") <= around.count("}")
