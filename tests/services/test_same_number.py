"""Two offices give numbers apart; what then stands twice is found, and with a prefix of one's own nothing does."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.callin import Callin, CallinDraft
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.letter import Letter, LetterDraft, LetterKind
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import contacts, identity, letters_numbers, names, people, quality, receiving, sending
from gvi_desktop.services.quality import Fault
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


def fill(office: Workspace, prefix: str) -> None:
    """One of each, numbered as this office numbers; and a letter of last year."""

    def work(unit: Unit) -> None:
        if prefix:
            unit.change(Office, unit.office.id, number_prefix=prefix)
        unit.add(Callin, CallinDraft(number=1, on=unit.today))
        new = next(letters_numbers.numbers(unit))
        for number, day in ((new, unit.today), ("2025-0001", unit.today - timedelta(days=400))):
            unit.add(Letter, LetterDraft(number=number, letter_kind=LetterKind.INVITATION, printed_on=day))

    office.write(work)
    code = office.read(names.next_code)
    office.write(people.add, PersonDraft(code_name=code))


def found(office: Workspace) -> list[tuple[str, str]]:
    return sorted((one.kind, one.title) for one in office.read(quality.findings, Fault.SAME_NUMBER))


@pytest.mark.parametrize("prefix", ["", "S"])
def test_numbers_given_apart_are_found_once_both_are_in_one_vault(tmp_path: Path, prefix: str) -> None:
    clock = SettableClock()
    here = new_vault(tmp_path / "here.gvi", clock=clock)
    there = new_vault(tmp_path / "there.gvi", user="Bo", office="GVI Söder", clock=clock)
    for at, other in ((here, there), (there, here)):
        at.write(contacts.verify, at.write(contacts.add, other.read(identity.card)), VerifiedHow.IN_PERSON)
    fill(here, "")
    fill(there, prefix)
    assert found(here) == found(there) == []
    whom = tuple(one.id for one in there.read(contacts.listed))
    path = there.write(sending.export, sending.Request(whom), tmp_path).path
    here.write(receiving.take_in, here.read(receiving.read, path))
    callins = [("callin", "1")] * 2  # nobody gives these a prefix
    assert found(here) == callins + ([] if prefix else [("letter", "2026-0001")] * 2 + [("person", "P001")] * 2)
    assert here.read(quality.counts)[Fault.SAME_NUMBER] == len(found(here))
    here.close()
    there.close()
