"""Cleaning of values."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.letters.clean import clean


@pytest.mark.parametrize(
    ("given_value", "kept"),
    [
        ("Eli\x00as", "Elias"),
        ("\u202eElias\u202c", "Elias"),
        ("\u2066Elias\u2069\u200f", "Elias"),
        ("A\u030asa", "Åsa"),
        (" a\tb ", "a b"),
        ("rad ett\r\nrad två", "rad ett\nrad två"),
    ],
)
def test_what_has_no_shape_or_turns_the_writing_goes(given_value, kept):
    assert clean(given_value) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_more(value):
    assert clean(clean(value)) == clean(value)


@given(st.text(alphabet=st.characters(categories=("L", "N", "P"))))
def test_ordinary_characters_stay(value):
    assert clean(value) == unicodedata.normalize("NFC", value)
