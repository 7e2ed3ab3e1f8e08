"""Names in one column or two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.intake.names import same_name, split_name

letters = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=2, max_size=10).map(str.capitalize)


@pytest.mark.parametrize(
    ("written", "given_name", "family_name"),
    [
        ("Leo Abdi", "Leo", "Abdi"), ("ABDI, Leo", "Leo", "Abdi"), ("Abdi, Leo", "Leo", "Abdi"),
        ("ABDI Leo", "Leo", "Abdi"),
        ("LEO ABDI", "Leo", "Abdi"), ("leo abdi", "Leo", "Abdi"), ("AL-HASSAN, Samir", "Samir", "Al-Hassan"),
        ("Carl von Linné", "Carl", "von Linné"), ("Anna Maria Ek", "Anna Maria", "Ek"),
        ("EL AMRANI Leo", "Leo", "El Amrani"),
        ("Leo Abdi (Lillen)", "Leo", "Abdi"), ("Leo", "Leo", ""), ("  Leo   Abdi ", "Leo", "Abdi"),
    ],
)  # fmt: skip
def test_a_whole_name_is_parted(written: str, given_name: str, family_name: str) -> None:
    assert split_name(written) == (given_name, family_name)


def test_a_column_of_family_names_first_is_parted_the_other_way() -> None:
    assert split_name("Abdi Leo", family_first=True) == ("Leo", "Abdi")
    assert split_name("von Linné Carl", family_first=True) == ("Carl", "von Linné")


@given(letters, letters)
def test_all_ways_of_writing_a_name_are_one_name(given_name: str, family_name: str) -> None:
    ways = [
        f"{given_name} {family_name}", f"{family_name}, {given_name}", f"{family_name.upper()}, {given_name}",
        f"{family_name.upper()} {given_name}", f"{given_name} {family_name}".upper(),
    ]  # fmt: skip
    assert {split_name(way) for way in ways} == {(given_name, family_name)}


@given(st.text(max_size=40))
def test_no_text_breaks_the_parting_of_names(text: str) -> None:
    given_name, family_name = split_name(text)
    assert given_name.strip() == given_name
    assert family_name.strip() == family_name


def test_names_are_compared_without_case_accents_hyphens_and_order() -> None:
    assert same_name("Åke Öberg") == same_name("OBERG ake")
    assert same_name("Samir Al-Hassan") == same_name("al hassan samir")
    assert same_name("Leo Abdi") != same_name("Leo Abdulle")
