"""The signed first page: the same back, and strict in what it accepts."""

import json
from dataclasses import replace

import pytest
from kit import bundles

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.sync.manifest import Manifest, Part, Receipt, dump, parse

HASH = "ab" * 32
CHANGES = Part("changes.jsonl.zst", 10, HASH, 3, 500)


def full() -> Manifest:
    return bundles.draft(
        parts=(CHANGES, Part(f"blobs/{HASH}", 7, HASH)),
        receipts=(Receipt("b1", "merged", 4, 1), Receipt("b2", "refused", why="E_DAMAGED")),
        disclosure={"ground": "OSL 10:27", "conditions": ""},
    )


def body() -> dict[str, object]:
    found: dict[str, object] = json.loads(dump(full()))
    return found


def code_of(raw: bytes) -> str:
    with pytest.raises(BundleError) as caught:
        parse(raw)
    return caught.value.code


def test_a_manifest_comes_back_as_it_was() -> None:
    assert parse(dump(full())) == full()
    assert dump(parse(dump(full()))) == dump(full())


def test_it_is_written_as_the_format_says() -> None:
    plain = json.loads(dump(bundles.draft(parts=(CHANGES,))))
    assert list(plain) == [
        "format",
        "version",
        "min_reader",
        "bundle_id",
        "kind",
        "schema",
        "created",
        "from",
        "to",
        "range",
        "parts",
    ]
    assert plain["created"] == "2026-11-22T17:00:00Z" and plain["range"] == {"lo": 120, "hi": 415}
    assert dump(full()).endswith(b"}\n")


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert parse(json.dumps({**body(), "weather": {"wind": 3}}).encode()) == full()


def test_another_file_is_no_bundle_and_a_later_format_asks_for_a_later_program() -> None:
    assert code_of(json.dumps({**body(), "format": "gvi-plan"}).encode()) == "E_NOT_A_BUNDLE"
    assert code_of(json.dumps({**body(), "min_reader": 2}).encode()) == "E_NEWER_APP"


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("version", 0),
        ("version", "1"),
        ("bundle_id", ""),
        ("kind", "surprise"),
        ("created", "2026-11-22 17:00"),
        ("created", "2026-13-22T17:00:00Z"),
        ("schema", True),
        ("schema", 1.5),
        ("from", []),
        ("to", []),
        ("to", [{"peer": "p", "age": "a", "ack": {"r": -1}}]),
        ("to", [{"peer": "p", "age": "a", "ack": {}}] * 2),
        ("range", {"lo": 5, "hi": 4}),
        ("range", {"lo": 5}),
        ("parts", []),
        ("parts", [{"name": f"blobs/{HASH}", "size": 1, "sha256": HASH}]),
        ("parts", [{"name": "changes.jsonl.zst", "size": 1, "sha256": HASH}]),
        ("parts", [{"name": "changes.jsonl.zst", "size": 1, "sha256": "XY" * 32, "records": 1, "inflated": 1}]),
        ("receipts", [{"bundle": "b", "state": "lost", "records": 0, "quarantined": 0, "why": ""}]),
        ("disclosure", {"ground": 3}),
    ],
)
def test_a_manifest_that_does_not_hold_together_is_damaged(where: str, value: object) -> None:
    assert code_of(json.dumps({**body(), where: value}).encode()) == "E_DAMAGED"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/changes.jsonl.zst",
        "C:changes",
        "blobs/x",
        f"blobs/{'cd' * 32}",
        f"blobs/{HASH}\0",
        "changes.jsonl.zst",
    ],
)
def test_no_part_may_have_another_name_than_its_content_gives_it(name: str) -> None:
    parts = [*body()["parts"][:1], {"name": name, "size": 7, "sha256": HASH}]  # type: ignore[index]
    assert code_of(json.dumps({**body(), "parts": parts}).encode()) == "E_DAMAGED"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b'{"format":"gvi-bundle","format":"gvi-bundle"}',
        b'{"format":"\\ud800"}',
        b'{"a":NaN}',
        b'{"a":' + b"9" * 5000 + b"}",
    ],
)
def test_broken_or_ambiguous_json_is_damaged(raw: bytes) -> None:
    assert code_of(raw) == "E_DAMAGED"


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (replace(CHANGES, records=2_000_001), "records"),
        (replace(CHANGES, inflated=1024**3 + 1), "inflated"),
        (replace(CHANGES, size=256 * 1024**2 + 1), "compressed"),
    ],
)
def test_a_part_over_the_limits_is_refused_before_it_is_read(part: Part, what: str) -> None:
    with pytest.raises(BundleError) as caught:
        parse(dump(bundles.draft(parts=(part,))))
    assert (caught.value.code, caught.value.data["what"]) == ("E_TOO_BIG", what)
