"""A recall travels, waits in a work list, is answered, and both registers say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.posting import post
from kit.vaults import SettableClock, new_vault

from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay, RecallState
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import (
    contacts,
    disclosures,
    identity,
    overview,
    recalls,
    receipts,
    receiving,
    sending,
    undo,
)
from gvi_desktop.services.workspace import Workspace

ASKED, DONE, NOT_DONE = RecallState.ASKED, RecallState.DONE, RecallState.NOT_DONE


class Offices:
    """Three offices of one agency; the first knows both others."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, SettableClock()
        self.here, self.there, self.third = (
            new_vault(folder / f"{name}.gvi", user=user, office=office, clock=self.clock)
            for name, user, office in (("a", "Anna", "GVI Norr"), ("b", "Bo", "GVI Söder"), ("c", "Cia", "GVI Väst"))
        )
        for other in (self.there, self.third):
            for at, who in ((self.here, other), (other, self.here)):
                at.write(contacts.verify, at.write(contacts.add, who.read(identity.card)), VerifiedHow.IN_PERSON)

    def named(self, at: Workspace, name: str) -> str:
        return at.read(contacts.named, name).id

    def carry(self, sender: Workspace, receiver: Workspace, *names: str) -> receiving.Preview:
        self.clock.move(minutes=1)
        request = sending.Request(tuple(self.named(sender, name) for name in names))
        return self.take(receiver, sender.write(sending.export, request, self.folder).path)

    def take(self, at: Workspace, path: Path) -> receiving.Preview:
        self.clock.move(minutes=1)
        return at.write(receiving.take_in, at.read(receiving.read, path))

    def share(self) -> str:
        """A bundle to Söder; its entry in the register."""
        self.here.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen", area="Norr")))
        self.carry(self.here, self.there, "GVI Söder")
        return self.here.read(disclosures.listed)[0].id


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    made = Offices(tmp_path)
    yield made
    for one in (made.here, made.there, made.third):
        one.close()


def entry(at: Workspace, disclosure: str) -> Disclosure:
    return at.read(disclosures.get, disclosure)


def test_a_recall_is_answered_and_both_registers_say_so(offices: Offices) -> None:
    given = offices.share()
    offices.here.write(disclosures.recall, given, "Fel person.")
    assert entry(offices.here, given).recall_state is ASKED
    found = offices.carry(offices.here, offices.there, "GVI Söder")
    assert "N_RECALL" in found.notices
    (waiting,) = offices.there.read(recalls.waiting)
    assert offices.there.read(overview.overview).recalls == 1
    assert offices.there.read(disclosures.listed)[0].id == waiting.id
    assert (waiting.recalled_why, waiting.contact) == ("Fel person.", "GVI Norr")
    offices.there.write(recalls.answer, waiting.id, DONE)
    assert offices.there.read(recalls.waiting) == []
    back = offices.carry(offices.there, offices.here, "GVI Norr")
    assert "N_ANSWERED" in back.notices
    told = entry(offices.here, given)
    assert (told.recall_state, told.recall_answered_by) == (DONE, "Bo")
    # Nothing is asked twice.
    assert "N_RECALL" not in offices.carry(offices.here, offices.there, "GVI Söder").notices


def test_not_done_says_why_and_can_be_taken_back_before_it_has_left(offices: Offices) -> None:
    offices.here.write(disclosures.recall, offices.share(), "Fel person.")
    offices.carry(offices.here, offices.there, "GVI Söder")
    (waiting,) = offices.there.read(recalls.waiting)
    with pytest.raises(RefusedError, match="missing"):
        offices.there.write(recalls.answer, waiting.id, NOT_DONE, " ")
    offices.there.write(recalls.answer, waiting.id, NOT_DONE, "Står i ett beslut.")
    with pytest.raises(RefusedError, match="disclosure_answered"):
        offices.there.write(recalls.answer, waiting.id, DONE)
    offices.there.write(undo.undo)
    assert [one.id for one in offices.there.read(recalls.waiting)] == [waiting.id]


def test_a_lost_recall_and_a_lost_answer_come_again_with_the_next_bundle(offices: Offices) -> None:
    given = offices.share()
    offices.here.write(disclosures.recall, given, "Fel person.")
    offices.clock.move(minutes=1)
    request = sending.Request((offices.named(offices.here, "GVI Söder"),))
    offices.here.write(sending.export, request, offices.folder)  # lost
    offices.carry(offices.here, offices.there, "GVI Söder")
    (waiting,) = offices.there.read(recalls.waiting)
    offices.there.write(recalls.answer, waiting.id, DONE)
    request = sending.Request((offices.named(offices.there, "GVI Norr"),))
    offices.clock.move(minutes=1)
    offices.there.write(sending.export, request, offices.folder)  # lost too
    offices.clock.move(days=3)
    offices.carry(offices.there, offices.here, "GVI Norr")
    assert entry(offices.here, given).recall_state is DONE
    # The recall that comes late once more changes nothing that was answered.
    offices.carry(offices.here, offices.there, "GVI Söder")
    assert offices.there.read(recalls.waiting) == []


def test_a_recall_goes_with_a_file_without_records_when_there_is_nothing_else_to_send(offices: Offices) -> None:
    offices.here.write(disclosures.recall, offices.share(), "Fel person.")
    who = offices.named(offices.here, "GVI Söder")
    found = offices.take(offices.there, post(offices.here, receipts.make_notice, who, to=offices.folder / "n.age").path)
    assert (found.kind, found.recalls) == ("receipt", 1)
    assert len(offices.there.read(recalls.waiting)) == 1


def test_the_reason_goes_to_nobody_but_the_one_who_was_given_it(offices: Offices) -> None:
    offices.here.write(disclosures.recall, offices.share(), "Fel person.")
    found = offices.carry(offices.here, offices.third, "GVI Söder", "GVI Väst")
    assert found.recalls == 0
    assert "N_RECALL" not in offices.carry(offices.here, offices.third, "GVI Väst").notices
    assert offices.third.read(recalls.waiting) == []


def test_what_was_told_by_word_of_mouth_is_recalled_from_the_contact_of_that_name(offices: Offices) -> None:
    ground = offices.here.read(disclosures.grounds)[0].code
    draft = DisclosureDraft(
        on=offices.clock().date(), agency="Örebro kommun", contact="GVI Söder", what="Vem som bor var", ground=ground
    )
    given = offices.here.write(disclosures.note_spoken, draft)
    offices.here.write(disclosures.recall, given, "Sagt till fel person.")
    offices.carry(offices.here, offices.there, "GVI Söder")
    (waiting,) = offices.there.read(recalls.waiting)
    assert (waiting.what, waiting.received, waiting.reference) == ("Vem som bor var", True, given)
    offices.there.write(recalls.answer, waiting.id, DONE)
    offices.carry(offices.there, offices.here, "GVI Norr")
    assert entry(offices.here, given).recall_state is DONE
    assert entry(offices.here, given).way is DisclosureWay.SPOKEN


def test_a_third_office_cannot_answer_for_the_one_that_was_asked(offices: Offices) -> None:
    given = offices.share()
    offices.here.write(disclosures.recall, given, "Fel person.")
    reference = entry(offices.here, given).reference
    peer = offices.here.read(contacts.named, "GVI Söder").peer
    forged = DisclosureDraft(
        on=offices.clock().date(), what="x", received=True, reference=reference, peer=offices.third.read(_norr).peer,
        recalled_on=offices.clock().date(), recall_state=DONE, recall_answered_on=offices.clock().date(),
    )  # fmt: skip
    offices.third.write(lambda unit: unit.add(Disclosure, forged))
    assert "N_ANSWERED" in offices.carry(offices.third, offices.here, "GVI Norr").notices
    assert (entry(offices.here, given).recall_state, entry(offices.here, given).peer) == (ASKED, peer)


def _norr(unit: object) -> contacts.Contact:
    return contacts.named(unit, "GVI Norr")  # type: ignore[arg-type]
