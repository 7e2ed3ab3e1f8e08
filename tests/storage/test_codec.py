"""Stored values: every record survives the way into the vault and back."""

import typing
from dataclasses import fields
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.storage.rows.codec import codecs, decoder, encoded

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    parts = typing.get_args(hint)
    if type(None) in parts:
        return st.none() | values_of(next(part for part in parts if part is not type(None)))
    origin = typing.get_origin(hint)
    if origin is tuple:
        return st.lists(values_of(parts[0]), max_size=3).map(tuple)
    if origin is frozenset:
        return st.frozensets(values_of(parts[0]), max_size=3)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: WORDS,
        bool: st.booleans(),
        int: st.integers(-(2**40), 2**40),
        date: st.dates(),
        time: st.times().map(lambda t: t.replace(microsecond=0)),
        datetime: st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    }
    if hint in plain:
        return plain[hint]
    inner = typing.get_type_hints(hint)
    return st.builds(hint, **{f.name: values_of(inner[f.name]) for f in fields(hint)})


@cache
def records(record: Any) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(record)
    return st.builds(record, **{name: values_of(hints[name]) for name in codecs(record)})


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.kind)
@given(data=st.data())
def test_a_record_is_the_same_after_storing(record: Any, data: st.DataObject) -> None:
    made = data.draw(records(record))
    stored = encoded(made)
    assert all(value is None or isinstance(value, str | int) for value in stored.values())
    assert decoder(record)(list(stored.values())) == made


def test_a_value_of_a_newer_version_shows_as_the_default() -> None:
    person = next(record for record in RECORDS if record.kind == "person")
    known = codecs(person)
    assert known["role"].decode("something new") == known["role"].default
    assert known["birth_date"].decode("not a date") is None
    assert known["contact_ways"].decode("[broken") == ()


def test_a_moment_without_a_zone_is_refused() -> None:
    invitee = next(record for record in RECORDS if record.kind == "invitee")
    with pytest.raises(ValueError, match="time zone"):
        codecs(invitee)["checked_in"].encode(datetime(2026, 1, 1))  # noqa: DTZ001
