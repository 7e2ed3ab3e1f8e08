"""Whatever a user may meet with a bundle is reached by a real file, and said in the words of the exchange contract."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kit.quartet import Offices, Said, quartet
from kit.vaults import PASSPHRASE

from gvi_desktop.crypto import seal
from gvi_desktop.crypto.header import MAGIC
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import contacts, identity, receiving, restoring, sending, unlocking
from gvi_desktop.storage import files
from gvi_desktop.storage.replica import load
from gvi_desktop.wording import Words

NOTHING = {"en": "nothing has been changed in your data", "sv": "inget har ändrats i dina uppgifter"}
CONTRACT = {
    "E_NOT_A_BUNDLE": "This is not a bundle from this program. Check that you chose the right file.",
    "E_DAMAGED": "The file is incomplete or damaged. Copy it again from the stick or ask {name} to send it again.",
    "E_NOT_FOR_YOU": "This bundle was not encrypted for you, or its beginning is damaged. Ask the sender whether your "
    "contact card there is up to date.",
    "E_UNKNOWN_SENDER": "The sender is not among your contacts (fingerprint {words}). Add the sender's contact card "
    "and compare the words in person or by phone.",
    "E_SIG_BAD": "The signature is not right. The content may have been changed. Do not use the file; tell {name}.",
    "E_SIG_FORMAT": "The signature is not written as it should be. The content may have been changed. Do not use the "
    "file; tell {name}.",
    "E_FORWARDED": "{name} wrote this for someone else, and it has been passed on to you. It was not imported",
    "E_REVOKED": "This key was declared invalid on {date}. Ask {name} for a new contact card.",
    "E_ALREADY": "You imported this bundle on {date}. Nothing to do.",
    "N_OLDER": "This bundle is older than what you have. Nothing was overwritten.",
    "N_GAP": "A bundle from {name} is missing. What is here was imported; your next bundle to {name} will ask for the "
    "rest.",
    "N_RESTORED": "{name} has restored a backup. This bundle holds everything again and may take longer.",
    "E_SELF_OLD": "Your colleagues have newer data of yours than this database: it was probably restored from a backup."
    " The program will resend everything.",
    "E_NEWER_APP": "This bundle needs version {version} or later. Update, then import it again.",
    "E_TOO_BIG": "The bundle is larger than allowed ({what}). Ask {name} to send it in parts.",
    "N_CLOCK": "The clock on {name}'s computer seems wrong ({time}). The data was imported.",
    "N_CONFLICT": "{n} fields were changed on both sides. Both versions are kept; please choose.",
    "N_ERASED": "{n} records were erased by {name} and have been erased here too.",
    "E_DISK_FULL": "There is not enough room on {drive}. No bundle was written",
    "E_READ_FAILED": "The file could not be read. Is the stick still plugged in?",
}
"""exchange.md 6.2; E_SIG_FORMAT has a first sentence of its own."""


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    with quartet(tmp_path_factory.mktemp("offices")) as shared:
        yield shared


def not_a_bundle(o: Offices) -> Said:
    return o.refused(o.written(b"minutes of a meeting"))


def damaged(o: Offices) -> Said:
    whole = o.send(o.anna, "Bo").read_bytes()
    return o.refused(o.written(whole[:-9]))


def not_for_you(o: Offices) -> Said:
    return o.refused(o.send(o.anna, "Cia"))


def unknown_sender(o: Offices) -> Said:
    return o.refused(o.send(o.cia, "Bo"))


def bad_signature(o: Offices) -> Said:
    return o.refused(o.sealed(o.plain().replace(b'"user":"Anna"', b'"user":"Cia!"')))


def signature_form(o: Offices) -> Said:
    return o.refused(o.sealed(o.plain().replace(b"BEGIN SSH SIGNATURE", b"BEGIN SSH SIGNATURa")))


def forwarded(o: Offices) -> Said:
    opened = io.BytesIO()
    with o.send(o.anna, "Cia").open("rb") as file:
        seal.unseal(file, opened, o.cia.read(identity.keys).identity.secret)
    return o.refused(o.sealed(opened.getvalue()))


def revoked(o: Offices) -> Said:
    return o.refused(o.send(o.dan, "Bo"))


def already(o: Offices) -> Said:
    path = o.send(o.anna, "Bo")
    o.take(path)
    return o.refused(path)


def older(o: Offices) -> Said:
    o.meet()
    o.group()
    first = o.send(o.anna, "Bo").rename(o.post / "first.age")
    o.take(o.send(o.anna, "Bo"))
    return o.noticed(first, "N_OLDER")


def gap(o: Offices) -> Said:
    o.group()
    o.send(o.anna, "Bo").unlink()
    o.group()
    return o.noticed(o.send(o.anna, "Bo", since_last=True), "N_GAP")


def restored(o: Offices) -> Said:
    o.take(o.send(o.anna, "Bo"))
    backup = o.anna.back_up(o.post.parent / "a.gvibackup")
    o.anna.close()
    o.clock.move(hours=1)
    o.anna = restoring.restore(backup, o.post.parent / "again.gvi", None, PASSPHRASE, o.clock)
    return o.noticed(o.send(o.anna, "Bo"), "N_RESTORED")


def self_old(o: Offices) -> Said:
    o.meet()
    database = o.bo.folder / files.DATABASE
    o.bo.close()
    kept = database.read_bytes()
    o.bo = unlocking.unlock(o.bo.folder, None, PASSPHRASE, clock=o.clock)
    o.bo.write(lambda unit: unit.add(Group, GroupDraft(name="Vivalla")))
    mine = o.send(o.bo, "Anna")
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, mine))
    theirs = o.send(o.anna, "Bo")
    o.bo.close()
    for path in o.bo.folder.glob(f"{files.DATABASE}*"):
        path.unlink()
    database.write_bytes(kept)  # somebody put the old file back, and nothing tells the program
    o.bo = unlocking.unlock(o.bo.folder, None, PASSPHRASE, clock=o.clock)
    return o.noticed(theirs, "E_SELF_OLD")


def newer_app(o: Offices) -> Said:
    return o.refused(o.sealed(o.plain(min_reader=2)))


def too_big(o: Offices) -> Said:
    return o.refused(o.written(MAGIC + b"-> grease x\n\n" * 65 + b"--- mac\n"))


def clock_ahead(o: Offices) -> Said:
    o.clock.move(days=40)
    o.group()
    path = o.send(o.anna, "Bo")
    o.clock.move(days=-40)
    return o.noticed(path, "N_CLOCK")


def conflict(o: Offices) -> Said:
    group = o.group()
    o.take(o.send(o.anna, "Bo"))
    for office, size in ((o.anna, 3), (o.bo, 4)):
        office.write(lambda unit, size=size: unit.change(Group, group, size=size, area=f"Område {size}"))
    return o.noticed(o.send(o.anna, "Bo"), "N_CONFLICT")


def erased(o: Offices) -> Said:
    group = o.group()
    o.take(o.send(o.anna, "Bo"))
    o.anna.write(lambda unit: unit.erase(Group, group))
    return o.noticed(o.send(o.anna, "Bo"), "N_ERASED")


def disk_full(o: Offices) -> Said:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    before, folder = o.anna.read(lambda unit: load(unit.connection).lsn), o.post.parent / "full"
    folder.mkdir()
    (folder / "b.age.part").symlink_to("/dev/full")
    bo = o.anna.read(contacts.named, "Bo").id
    with pytest.raises(BundleError) as caught:
        o.anna.write(sending.export, sending.Request((bo,)), folder / "b.age")
    assert list(folder.iterdir()) == [], "something was left on the disk"
    assert o.anna.read(lambda unit: load(unit.connection).lsn) == before, "a disclosure stayed of what never left"
    return caught.value.code, caught.value.data


def read_failed(o: Offices) -> Said:
    return o.refused(o.post / "not there.age")


REACHED: dict[str, Callable[[Offices], Said]] = {
    "E_NOT_A_BUNDLE": not_a_bundle,
    "E_DAMAGED": damaged,
    "E_NOT_FOR_YOU": not_for_you,
    "E_UNKNOWN_SENDER": unknown_sender,
    "E_SIG_BAD": bad_signature,
    "E_SIG_FORMAT": signature_form,
    "E_FORWARDED": forwarded,
    "E_REVOKED": revoked,
    "E_ALREADY": already,
    "N_OLDER": older,
    "N_GAP": gap,
    "N_RESTORED": restored,
    "E_SELF_OLD": self_old,
    "E_NEWER_APP": newer_app,
    "E_TOO_BIG": too_big,
    "N_CLOCK": clock_ahead,
    "N_CONFLICT": conflict,
    "N_ERASED": erased,
    "E_DISK_FULL": disk_full,
    "E_READ_FAILED": read_failed,
}
NAMELESS = {"E_DAMAGED", "E_SIG_FORMAT", "E_TOO_BIG"}
"""Said before anybody knows who wrote the file: then it is "the sender"."""


def test_the_table_has_every_code_of_the_contract() -> None:
    assert REACHED.keys() == CONTRACT.keys()


@pytest.mark.parametrize("code", REACHED)
def test_a_real_file_reaches_the_code_and_it_is_said_as_agreed(offices: Offices, code: str) -> None:
    found, data = REACHED[code](offices)
    assert found == code
    wanted = set(re.findall(r"{(\w+)}", CONTRACT[code]))
    missing = {name for name in wanted if data.get(name) in (None, "")}
    assert missing <= ({"name"} if code in NAMELESS else set()), "the sentence lacks what it should tell"
    shown = {"name": "the sender", **data}
    english = Words("en").sentence("errors", code, data)
    expected = CONTRACT[code]
    for name in wanted - {"what"}:
        expected = expected.replace("{" + name + "}", str(shown[name]))
    before, _, after = expected.rstrip(".").partition("{what}")
    assert english.lower().startswith(before.lower()) and after in english
    swedish = Words("sv").sentence("errors", code, data)
    assert swedish != english and "{" not in english + swedish
    for name in wanted - {"what", *missing}:
        assert str(data[name]) in english and str(data[name]) in swedish, name
    if code.startswith("E_") and code != "E_SELF_OLD":
        assert NOTHING["en"] in english.lower() and NOTHING["sv"] in swedish.lower()
