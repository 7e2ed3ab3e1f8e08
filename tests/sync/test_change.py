"""A record as a line: the same back, one way to write it, and everything else refused as damage."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import bundles

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.history import Cell, RecordState
from gvi_desktop.sync.change import MAX_LINE, Unread, line_of, record_of

names = st.text(min_size=1, max_size=12).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
values = st.one_of(st.none(), st.booleans(), st.integers(-(2**63) + 1, 2**63 - 1), names)
dots = st.tuples(names, st.integers(1, 2**53))


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    siblings = draw(st.dictionaries(dots, st.tuples(st.integers(0, 2**63 - 1), values), min_size=0, max_size=3))
    vv = draw(st.dictionaries(names, st.integers(1, 2**53), min_size=0 if siblings else 1, max_size=3))
    for replica, counter in siblings:
        vv[replica] = max(vv.get(replica, 0), counter)
    return Cell(siblings, vv, draw(st.none() | st.integers(1, 9)))


records = st.builds(
    RecordState, names, names, st.sampled_from(["", "core"]), st.dictionaries(names, cells(), min_size=1, max_size=5)
)


@given(records)
def test_every_record_comes_back_as_it_was_without_our_own_log_positions(record: RecordState) -> None:
    back = record_of(line_of(record)[:-1])
    assert back == record
    assert isinstance(back, RecordState) and all(cell.lsn is None for cell in back.cells.values())


@given(st.sampled_from(bundles.some_records()), st.data())
def test_a_line_with_any_byte_changed_is_another_record_or_damage(record: RecordState, data: st.DataObject) -> None:
    line = bytearray(line_of(record)[:-1])
    line[data.draw(st.integers(0, len(line) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        other = record_of(bytes(line))
    except BundleError as error:
        assert error.code == "E_DAMAGED"
    else:
        assert other != record and record_of(line_of(other)[:-1]) == other


GOOD = b'{"t":"group","id":"g","c":"core","g":[["r",1,5,{},{"name":"N"}]]}'

DAMAGED = {
    "nothing": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "a blank": GOOD.replace(b'"t":', b'"t": '),
    "a key twice": GOOD.replace(b'{"name":"N"}', b'{"name":"N","name":"M"}'),
    "a field in two groups": b'{"t":"g","id":"g","c":"","g":[["r",1,5,{},{"n":1}],["r",2,6,{},{"n":2}]]}',
    "not a number": GOOD.replace(b'"N"', b"NaN"),
    "a fraction": GOOD.replace(b'"N"', b"1.5"),
    "infinity": GOOD.replace(b'"N"', b"1e999"),
    "a number over 63 bits": GOOD.replace(b'"N"', b"9223372036854775808"),
    "a number that loses digits": GOOD.replace(b'"N"', str(2**70).encode()),
    "5,000 digits": GOOD.replace(b'"N"', b"9" * 5000),
    "half a letter": GOOD.replace(b'"N"', b'"\\ud800"'),
    "a letter by its number": GOOD.replace(b'"N"', b'"\\u004e"'),
    "a list as value": GOOD.replace(b'"N"', b"[]"),
    "10,000 lists deep": GOOD.replace(b'"N"', b"[" * 10_000 + b"]" * 10_000),
    "a counter of nought": GOOD.replace(b'"r",1', b'"r",0'),
    "a counter that is true": GOOD.replace(b'"r",1', b'"r",true'),
    "a stamp below nought": GOOD.replace(b",5,", b",-5,"),
    "a context behind its own save": b'{"t":"g","id":"g","c":"","g":[["r",2,5,{"r":1},{"n":1}]]}',
    "a sibling not in context": b'{"t":"g","id":"g","c":"","g":[],"x":{"n":[[["r",1,5,"a"],["s",1,5,"b"]],{"r":1}]}}',
    "siblings of the same save": b'{"t":"g","id":"g","c":"","g":[],"x":{"n":[[["r",1,5,"a"],["r",1,5,"b"]],{"r":1}]}}',
    "one sibling in a crowd": b'{"t":"g","id":"g","c":"","g":[],"x":{"n":[[["r",1,5,"a"]],{"r":1}]}}',
    "no field at all": b'{"t":"g","id":"g","c":"","g":[]}',
    "a group without fields": b'{"t":"g","id":"g","c":"","g":[["r",1,5,{},{}]]}',
    "no id": GOOD.replace(b'"id":"g",', b""),
    "an endless name": GOOD.replace(b'"name"', b'"' + b"n" * 201 + b'"'),
    "an erasure with a number for a replica": b'{"t":"g","id":"g","dead":[5,6]}',
}


@pytest.mark.parametrize("what", DAMAGED)
def test_what_is_no_record_is_damage(what: str) -> None:
    with pytest.raises(BundleError) as caught:
        record_of(DAMAGED[what])
    assert caught.value.code == "E_DAMAGED"


def test_the_good_line_is_good() -> None:
    record = record_of(GOOD)
    assert isinstance(record, RecordState) and record.shown == {"name": "N"}


def test_what_a_later_version_added_is_kept_whole_and_goes_on_as_it_came() -> None:
    later = orjson.dumps({**orjson.loads(GOOD), "seal": {"of": ["approval"]}})
    unread = record_of(later)
    assert unread == Unread("group", "g", later)
    assert line_of(unread) == later + b"\n"


def test_a_line_over_a_mebibyte_is_neither_written_nor_read() -> None:
    big = RecordState("note", "n", "core", {"text": Cell({("r", 1): (1, "x" * MAX_LINE)}, {"r": 1})})
    with pytest.raises(BundleError, match="E_TOO_BIG"):
        line_of(big)
    with pytest.raises(BundleError, match="E_TOO_BIG"):
        record_of(b" " * MAX_LINE)
