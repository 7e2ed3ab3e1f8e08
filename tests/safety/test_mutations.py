"""A bundle bent in any way is refused by name, or is an ordinary bundle; nothing is ever taken in by half.

GVI_MUTATIONS says how many are tried (some hundred unless it is set; 10,000 for a full proof) and GVI_SEED which ones.
With GVI_MUTATIONS set the slowest is held to two seconds.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.mutants import KINDS, Original, mutants
from kit.quartet import Offices, quartet

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import identity, receiving
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows.tables import metadata

COUNT = int(os.environ.get("GVI_MUTATIONS", "420"))
SEED = int(os.environ.get("GVI_SEED", "4"))
SECONDS = 2.0
CODES = {
    "E_NOT_A_BUNDLE", "E_DAMAGED", "E_NOT_FOR_YOU", "E_UNKNOWN_SENDER", "E_SIG_BAD", "E_SIG_FORMAT", "E_FORWARDED",
    "E_ALREADY", "E_NEWER_APP", "E_TOO_BIG",
}  # fmt: skip


class BackError(Exception):
    """Takes an import back that went through, so that the next one meets the same vault."""


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    with quartet(tmp_path_factory.mktemp("offices")) as shared:
        yield shared


def records(unit: Unit) -> None:
    people = [
        unit.add(Person, PersonDraft(code_name=f"P{n}", given_name="Leo", birth_year=1990 + n, note="Sågs i Norr."))
        for n in range(3)
    ]
    unit.add(Round, RoundDraft(name="Höst", targets=frozenset(one.id for one in people)))
    unit.add(Help, HelpDraft(person=people[0].id, asked_on=unit.today, help_kind=HelpKind.WORK))
    gone = unit.add(Group, GroupDraft(name="Varberga", area="Väst", size=7))
    unit.store.flush()
    unit.erase(Group, gone.id)
    unit.add(Group, GroupDraft(name="Oxhagen", area="Norr", size=12))


def fingerprint(office: Workspace) -> str:
    """A hash over every row of every table."""
    hashed = hashlib.sha256()
    with office.engine.connect() as connection:
        for name, table in sorted(metadata.tables.items()):
            for row in connection.execute(table.select().order_by(*table.primary_key)):
                hashed.update(repr((name, tuple(row))).encode())
        hashed.update(repr(connection.exec_driver_sql("SELECT rowid, words FROM search ORDER BY rowid").all()).encode())
    return hashed.hexdigest()


def originals(o: Offices) -> Original:
    own = o.bo.read(identity.keys)
    o.anna.write(records)
    o.take(o.send(o.anna, "Bo"))  # half of what follows is about records that Bo has
    for one in o.anna.read(lambda unit: unit.find(Person)):
        o.anna.write(lambda unit, one=one: unit.change(Person, one.id, given_name="Adam", note="Talade."))
    o.anna.write(records)
    sealed = o.send(o.anna, "Bo").read_bytes()
    other = o.send(o.anna, "Bo").read_bytes()
    return Original(sealed, other, own.identity.secret, own.identity.recipient, o.anna.read(identity.keys).signing)


def test_no_mutation_crashes_hangs_or_is_taken_in_by_half(offices: Offices, tmp_path: Path) -> None:
    bo, path = offices.bo, tmp_path / "m.age"
    original = originals(offices)
    before = fingerprint(bo)
    met: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    slowest, which = 0.0, ""

    def take(unit: Unit) -> None:
        opened = receiving.read(unit, path)
        receiving.preview(unit, opened)
        receiving.take_in(unit, opened)
        unit.store.flush()
        raise BackError

    def tried(number: int, kind: str) -> tuple[str, float]:
        """The code that was met, and the seconds it took."""
        start = time.perf_counter()
        try:
            bo.write(take)
        except BundleError as error:
            return error.code, time.perf_counter() - start
        except BackError:
            return "taken in", time.perf_counter() - start
        except Exception as error:
            raise AssertionError(f"mutation {number} ({kind}) of {path}: {type(error).__name__}") from error

    for number, (kind, raw) in enumerate(mutants(original, COUNT, SEED)):
        path.write_bytes(raw)
        code, took = tried(number, kind)
        if took > SECONDS:  # other programs may have had the machine: what hangs does so again
            code, took = tried(number, kind)
        if took > slowest:
            slowest, which = took, f"number {number}, {kind}"
        met[kind][code] += 1
        assert code in CODES or kind == "contact", f"mutation {number} ({kind}): {code}"
        if number % 500 == 0:
            assert fingerprint(bo) == before
    assert fingerprint(bo) == before
    assert bo.read(lambda unit: journal.broken_links(unit.connection)) == []
    print(f"{COUNT} mutations, slowest {slowest:.3f} s ({which}):", {kind: dict(codes) for kind, codes in met.items()})
    if "GVI_MUTATIONS" in os.environ:
        assert slowest < SECONDS


def test_what_a_known_contact_signed_is_taken_in_whole_or_not_at_all(offices: Offices, tmp_path: Path) -> None:
    """A refusal in the middle of the records undoes what came before it."""
    bo, path = offices.bo, tmp_path / "m.age"
    original = originals(offices)
    before, taken = fingerprint(bo), 0
    for kind, raw in mutants(original, 90, SEED + 1):
        if kind != "contact":
            continue
        path.write_bytes(raw)
        try:
            bo.write(receiving.take_in, bo.read(receiving.read, path))
            taken += 1
            before = fingerprint(bo)
        except BundleError:
            assert fingerprint(bo) == before
    assert bo.read(lambda unit: journal.broken_links(unit.connection)) == []
    assert taken, "no mutation was harmless: they all stop too early"
