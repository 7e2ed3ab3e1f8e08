"""What a version that did not remember what it kept back may have left out goes whole once, found by the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from kit.quartet import Offices, quartet
from sqlalchemy import select, update

from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.person import Person, PersonDraft, Protection
from gvi_desktop.services import accounts, contacts, receiving, sending
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import replica
from gvi_desktop.storage.rows import ledger


@pytest.fixture
def o(tmp_path: Path) -> Iterator[Offices]:
    with quartet(tmp_path) as made:
        yield made


def person(at: Workspace, code: str, protection: Protection = Protection.REGISTRATION) -> str:
    draft = PersonDraft(code_name=code, given_name="Leo", protection=protection)
    return at.write(lambda unit: unit.add(Person, draft)).id


def lift(at: Workspace, one: str) -> None:
    at.write(lambda unit: unit.change(Person, one, protection=Protection.NONE))


def there_and_back(o: Offices) -> None:
    o.take(o.send(o.anna, "Bo"))
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, o.send(o.bo, "Anna")))


def going(o: Offices) -> set[str]:
    bo = o.anna.read(contacts.named, "Bo").id
    return {one.id for one in o.anna.read(sending.preview, sending.Request((bo,))).records}


def as_an_earlier_version_left_it(at: Workspace) -> None:
    """All that there is has been sent and acknowledged, and nothing is remembered of what was kept back."""
    head = at.read(lambda unit: replica.load(unit.connection)).lsn
    peer = at.read(contacts.named, "Bo").peer
    at.write(lambda unit: accounts.keep(unit, peer, replace(accounts.load(unit, peer), acked=head, sent=head)))
    with at.engine.connect().execution_options(writes=True) as connection, connection.begin():
        mine = ledger.account.c.peer == peer
        state = orjson.loads(connection.execute(select(ledger.account.c.state).where(mine)).scalar_one())
        del state["waiting"]
        connection.execute(update(ledger.account).where(mine).values(state=orjson.dumps(state).decode()))


@pytest.mark.parametrize("few", [500, 1])
def test_whoever_was_protected_then_goes_whole_with_all_that_points_there(
    o: Offices, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gvi_desktop.services.leaving.FEW", few)
    leo, lina, mo = (person(o.anna, code) for code in ("P1", "P2", "P3"))
    never = person(o.anna, "P4", Protection.NONE)
    asked = HelpDraft(person=leo, asked_on=o.clock().date(), help_kind=HelpKind.WORK, note='"protection":["none"')
    support = o.anna.write(lambda unit: unit.add(Help, asked)).id
    there_and_back(o)
    lift(o.anna, leo)
    as_an_earlier_version_left_it(o.anna)
    assert going(o) == {leo, support}
    o.send(o.anna, "Bo", since_last=True)  # lost on the way
    assert {leo, support} <= going(o)
    o.take(o.send(o.anna, "Bo"))
    for record, one in ((Person, leo), (Help, support)):
        assert o.bo.read(lambda unit, r=record, i=one: unit.get(r, i)) == (
            o.anna.read(lambda unit, r=record, i=one: unit.get(r, i))
        )
    # Who was protected then and is lifted now was never told either, and is remembered from that bundle on.
    lift(o.anna, lina)
    assert lina in going(o) and going(o).isdisjoint({mo, never})
    o.take(o.send(o.anna, "Bo"))
    got = {one.id for one in o.bo.read(lambda unit: unit.find(Person))}
    assert {leo, lina, never} <= got and mo not in got


def test_a_bundle_that_comes_meanwhile_makes_nothing_be_forgotten(o: Offices) -> None:
    leo = person(o.anna, "P1")
    there_and_back(o)
    lift(o.anna, leo)
    as_an_earlier_version_left_it(o.anna)
    coming = o.send(o.bo, "Anna")
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, coming))
    assert leo in going(o)
