"""The 143 public test vectors of the age format: what is to open opens, and everything else is refused by name."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from gvi_desktop.crypto.seal import new_identity, unseal
from gvi_desktop.domain.errors import BundleError

VECTORS = Path(__file__).parent / "vectors" / "age.zip"
CODES = {"E_NOT_A_BUNDLE", "E_DAMAGED", "E_NOT_FOR_YOU", "E_TOO_BIG"}


@dataclass(frozen=True)
class Vector:
    name: str
    expect: str
    payload: str
    identities: tuple[str, ...]
    passphrase: bool
    raw: bytes

    @property
    def ours(self) -> bool:
        """Whether it is opened with a key of the kind that bundles are sealed to: not by passphrase or hybrid key."""
        return not self.passphrase and all(one.startswith("AGE-SECRET-KEY-1") for one in self.identities)


def vectors() -> list[Vector]:
    found = []
    with zipfile.ZipFile(VECTORS) as packed:
        for name in packed.namelist():
            head, _, raw = packed.read(name).partition(b"\n\n")
            pairs = [line.split(": ", 1) for line in head.decode().splitlines()]
            fields = dict(pairs)
            if fields.get("compressed") == "zlib":
                raw = zlib.decompress(raw)
            identities = tuple(value for key, value in pairs if key == "identity")
            passphrase = "passphrase" in fields
            found.append(Vector(name, fields["expect"], fields.get("payload", ""), identities, passphrase, raw))
    return found


def outcome(vector: Vector, secret: str) -> str:
    """`success` with the right content, or our code."""
    sink = io.BytesIO()
    try:
        unseal(io.BytesIO(vector.raw), sink, secret)
    except BundleError as error:
        return error.code
    assert hashlib.sha256(sink.getvalue()).hexdigest() == vector.payload, vector.name
    return "success"


def test_all_vectors_are_there() -> None:
    assert Counter(one.expect for one in vectors()) == {
        "success": 26, "header failure": 62, "armor failure": 22, "payload failure": 19, "no match": 13,
        "HMAC failure": 1,
    }  # fmt: skip


@pytest.mark.parametrize("vector", [one for one in vectors() if one.ours], ids=lambda one: one.name)
def test_a_vector_ends_as_it_should(vector: Vector) -> None:
    met = {outcome(vector, one) for one in vector.identities}
    if vector.expect == "success":
        assert "success" in met
    else:
        assert met <= CODES


@pytest.mark.parametrize("vector", [one for one in vectors() if not one.ours], ids=lambda one: one.name)
def test_a_vector_for_another_kind_of_key_is_refused_by_name(vector: Vector) -> None:
    assert outcome(vector, new_identity().secret) in CODES
