"""An erasure where bundles have gone and come: copies are listed with file and receiver, nothing is left in a conflict,
and a colleague's texts lose the name with the next bundle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from kit.filepages import pages
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import (
    conflicts,
    contacts,
    disclosures,
    erasing,
    erasure,
    history,
    identity,
    people,
    receiving,
    retentionprotocol,
    sending,
)
from gvi_desktop.services.workspace import Workspace


@dataclass
class Pair:
    """Two offices of one agency that know each other."""

    here: Workspace
    there: Workspace
    clock: SettableClock
    post: Path

    def send(self, sender: Workspace) -> Path:
        self.clock.move(minutes=1)
        (contact,) = sender.read(contacts.listed)
        return sender.write(sending.export, sending.Request((contact.id,)), self.post).path

    def take(self, receiver: Workspace, path: Path) -> None:
        receiver.write(receiving.take_in, receiver.read(receiving.read, path))


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    clock = SettableClock()
    here = new_vault(tmp_path / "here.gvi", clock=clock)
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Örebro söder", clock=clock)
    for at, other in ((here, there), (there, here)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    (tmp_path / "post").mkdir()
    yield Pair(here, there, clock, tmp_path / "post")
    here.close()
    there.close()


def named_in(office: Workspace, word: bytes) -> list[str]:
    return [where for where, content in pages(office.folder, office.key) if word in content.lower()]


def test_the_list_says_in_which_file_to_whom_and_when(pair: Pair) -> None:
    who = pair.here.write(people.add, PersonDraft(given_name="Xyzzy", family_name="Kvastsson"))
    sent = pair.send(pair.here)
    told = DisclosureDraft(
        on=date(2026, 11, 1), what="Om Kvastsson", people=frozenset({who}), agency="Polisen", ground="documented"
    )
    pair.here.write(disclosures.note_spoken, told)
    seen = erasing.preview(pair.here, [who]).copies
    assert [(one.file, one.to.partition(",")[0]) for one in seen.bundles] == [(sent.name, "GVI Örebro söder")]
    assert [(one.way.value, one.to) for one in seen.others] == [("spoken", "Polisen")]
    done = erasing.erase(pair.here, [who], "tiden ute")
    assert done.copies.bundles == seen.bundles
    paper = repr(pair.here.read(retentionprotocol.report, done, "sv"))
    assert sent.name in paper
    assert "Kvastsson" not in paper and "P001" not in paper
    assert "Om [gallrad person]" in {one.what for one in pair.here.read(lambda unit: unit.find(Disclosure))}
    assert named_in(pair.here, b"kvastsson") == []


def test_a_name_in_the_value_that_lost_a_conflict_goes_too(pair: Pair) -> None:
    who = pair.here.write(people.add, PersonDraft(given_name="Xyzzy", family_name="Kvastsson"))
    made = pair.here.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen"))).id
    pair.take(pair.there, pair.send(pair.here))
    pair.here.write(lambda unit: unit.change(Group, made, note="Kvastsson leder"))
    pair.clock.move(minutes=5)
    pair.there.write(lambda unit: unit.change(Group, made, note="Ingen leder"))
    pair.take(pair.here, pair.send(pair.there))
    assert pair.here.read(conflicts.count) == 1
    assert pair.here.read(lambda unit: unit.get(Group, made)).note == "Ingen leder"
    pair.here.write(erasure.erase, [who], "tiden ute")
    assert pair.here.read(conflicts.count) == 0
    assert pair.here.read(lambda unit: unit.get(Group, made)).note == "Ingen leder"
    assert named_in(pair.here, b"kvastsson") == []
    assert pair.here.read(history.verify) == []


def test_with_the_next_bundle_a_colleagues_texts_lose_the_name(pair: Pair) -> None:
    who = pair.here.write(people.add, PersonDraft(given_name="Xyzzy", family_name="Kvastsson"))
    made = pair.here.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen", note="Kvastsson leder"))).id
    pair.take(pair.there, pair.send(pair.here))
    pair.here.write(erasure.erase, [who], "tiden ute")
    pair.take(pair.there, pair.send(pair.here))
    assert pair.there.read(lambda unit: unit.get(Group, made)).note == "[gallrad person] leder"
    assert who not in {one.id for one in pair.there.read(lambda unit: unit.find(Person))}
