"""What is interrupted: a save, a migration, a new key, a new passphrase, a backup, a restore, an import."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kit import workbooks
from kit.people import OTHER, OTHERS_PASSPHRASE
from kit.planted import FAMILY, GIVEN, NOTE
from kit.vaults import CHEAP, PASSPHRASE, SettableClock, new_vault

from gvi_desktop import paths
from gvi_desktop.crypto import keyslots, recovery, sign
from gvi_desktop.domain.errors import GviError, VaultError
from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import (
    checking,
    erasure,
    groups,
    history,
    identity,
    importing,
    people,
    recoverywords,
    restoring,
    unlocking,
    users,
)
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.witness import FOLDER
from torture.bundles import make_bundle_pattern, opened, take_bundle
from torture.ending import Act, Start
from torture.older import make_older
from torture.tally import LostError

VAULT, BOOK, COPY, AGAIN = "office.gvi", "book.xlsx", "copy.gvibackup", "again.gvi"
NEW_PASSPHRASE = "tre gula hundar på rad"
SECRET = bytes(range(32))
NEW_WORDS = " ".join(recovery.words_of(SECRET, "sv"))
PEOPLE, ROWS = 12, 25
State = tuple[object, ...]


@dataclass(frozen=True)
class Job:
    """Something that must leave the old state or the new one; `state` is what is there, or LostError."""

    name: str
    act: Act
    state: Callable[[Path], State]
    older: bool = False
    bundle: bool = False


def unlocked(folder: Path, passphrase: str = PASSPHRASE) -> Workspace:
    """The vault, opened by its coordinator."""
    name = "Anna Ek"
    return unlocking.unlock(folder, name, passphrase, clock=SettableClock())


def make_pattern(folder: Path) -> None:
    """What each trial begins with: a vault of two users, a workbook, and a backup of some days ago, which still holds
    somebody who was erased since."""
    workspace = new_vault(folder / VAULT)
    users.add(workspace, OTHER, Role.STAFF, OTHERS_PASSPHRASE, cost=CHEAP)
    for n in range(PEOPLE):
        workspace.write(people.add, PersonDraft(given_name=GIVEN, family_name=f"{FAMILY}{chr(97 + n)}", note=NOTE))
    gone = workspace.write(people.add, PersonDraft(given_name=GIVEN, family_name="Borta"))
    workspace.back_up(folder / COPY)
    workspace.back_up()
    workspace.write(erasure.erase, [gone], "tiden ute")
    workspace.write(groups.add, GroupDraft(name="Norra", note=NOTE))
    workspace.close()
    rows = [["Kod", "Förnamn", "Efternamn"], *([f"Q{n}", GIVEN, f"{FAMILY}{chr(97 + n)}x"] for n in range(ROWS))]
    workbooks.xlsx(folder / BOOK, Personer=rows)


def make_older_pattern(folder: Path) -> None:
    """The same, its vault as the version before this one left it."""
    make_pattern(folder)
    make_older(folder / VAULT, PASSPHRASE)


def held(workspace: Workspace) -> State:
    """How much the vault holds of each kind, once every check of it was found in order; the vault is closed."""
    try:
        if faults := {name: one.detail for name, one in checking.check(workspace).items() if not one.ok}:
            raise LostError(f"found by the check: {faults}")
        return tuple((one.kind, workspace.read(Unit.count, one)) for one in RECORDS if one.kind != "user")
    finally:
        workspace.close()


def vault(folder: Path) -> State:
    """The vault opens with its passphrase and is whole."""
    try:
        return held(unlocked(folder / VAULT))
    except GviError as fault:
        raise LostError(f"the vault does not open: {fault.code}") from fault


def save(folder: Path, start: Start) -> None:
    """Two records in one step."""

    def both(unit: Unit) -> None:
        groups.add(unit, GroupDraft(name="Södra"))
        people.add(unit, PersonDraft(given_name=GIVEN, family_name=FAMILY, note=NOTE))

    workspace = unlocked(folder / VAULT)
    start()
    with contextlib.closing(workspace):
        workspace.write(both)


def migrate(folder: Path, start: Start) -> None:
    """An older vault is opened, and brought up by it."""
    start()
    unlocked(folder / VAULT).close()


def rekey(folder: Path, start: Start) -> None:
    """A user is taken out, and the vault gets a new key."""
    with contextlib.closing(unlocked(folder / VAULT)) as workspace:
        start()
        users.remove(workspace, OTHER)


def places(folder: Path) -> State:
    """The vault, and whose key slots it has: those of its active users."""
    state, slots = vault(folder), [one.user for one in unlocking.slots(folder / VAULT) if one.kind == "passphrase"]
    with contextlib.closing(unlocked(folder / VAULT)) as workspace:
        active = [one.name for one in workspace.read(users.listed) if one.active]
    if sorted(slots) != sorted(active):
        raise LostError(f"slots of {slots}, and active are {active}")
    return (*state, *sorted(slots))


def renew_words(folder: Path, start: Start) -> None:
    """The recovery words are replaced."""
    with contextlib.closing(unlocked(folder / VAULT)) as workspace:
        start()
        recoverywords.renew(workspace, NEW_WORDS)


def papers(folder: Path) -> State:
    """The vault, whether the new paper opens it, and whether its history and its card speak of the same paper."""
    state = vault(folder)
    try:
        keyslots.unwrap_recovery(unlocking.read_keys(folder / VAULT), NEW_WORDS)
        opens = True
    except VaultError as fault:
        if fault.code != "wrong_recovery":
            raise LostError(f"the recovery words are told as {fault.code}") from fault
        opens = False
    with contextlib.closing(unlocked(folder / VAULT)) as workspace:
        named = workspace.read(identity.keys).recovery == sign.public_key(recovery.revoking_key(SECRET))
        told = any(entry.action == "recovery" for entry in workspace.read(history.newest, 50))
    if not opens == named == told:
        raise LostError(f"new words: they open {opens}, the card names them {named}, the history tells {told}")
    return (*state, opens)


def passphrase(folder: Path, start: Start) -> None:
    """The coordinator chooses another passphrase."""
    with contextlib.closing(unlocked(folder / VAULT)) as workspace:
        start()
        users.change_passphrase(workspace, PASSPHRASE, NEW_PASSPHRASE, cost=CHEAP)


def opens_with(folder: Path) -> State:
    """One of the two passphrases opens, and only one."""
    opened = []
    for phrase in (PASSPHRASE, NEW_PASSPHRASE):
        try:
            opened.append((phrase, held(unlocked(folder / VAULT, phrase))))
        except VaultError as fault:
            if fault.code != "wrong_passphrase":
                raise LostError(f"the vault does not open: {fault.code}") from fault
    if len(opened) != 1:
        raise LostError(f"{len(opened)} of the two passphrases open")
    return opened[0]


def back_up(folder: Path, start: Start) -> None:
    """A backup onto the place of an earlier one."""
    with contextlib.closing(unlocked(folder / VAULT)) as workspace:
        start()
        workspace.back_up(folder / COPY)


def copies(folder: Path) -> State:
    """The vault, and what the backup beside it restores to."""
    looked = folder / "looked.gvi"
    try:
        return (*vault(folder), held(restoring.restore(folder / COPY, looked, "Anna Ek", PASSPHRASE)))
    except VaultError as fault:
        raise LostError(f"the backup does not restore: {fault.code}") from fault
    finally:
        shutil.rmtree(looked, ignore_errors=True)


def restore(folder: Path, start: Start) -> None:
    """A backup is laid out as a vault."""
    start()
    restoring.restore(folder / COPY, folder / AGAIN, "Anna Ek", PASSPHRASE, clock=SettableClock()).close()


def restored(folder: Path) -> State:
    """The vault and the backup are as they were; the restored vault is not there, or opens and is whole."""
    there = (folder / AGAIN).exists()
    try:
        found = held(unlocked(folder / AGAIN)) if there else None
    except GviError as fault:
        raise LostError(f"what was restored does not open: {fault.code}") from fault
    if found is not None and dict(found)["person"] != PEOPLE:
        raise LostError("somebody who was erased is back")
    return (*copies(folder), found)


def take_in(folder: Path, start: Start) -> None:
    """A workbook of people is taken in."""
    with contextlib.closing(unlocked(folder / VAULT)) as workspace:
        shown = workspace.read(importing.preview, folder / BOOK)
        start()
        workspace.write(importing.take_in, shown)


def bundled(folder: Path) -> State:
    """Bo's vault opens and is whole."""
    try:
        return held(opened(folder))
    except GviError as fault:
        raise LostError(f"the vault does not open: {fault.code}") from fault


JOBS = (
    Job("save", save, vault),
    Job("migrate", migrate, vault, older=True),
    Job("rekey", rekey, places),
    Job("recovery words", renew_words, papers),
    Job("passphrase", passphrase, opens_with),
    Job("backup", back_up, copies),
    Job("restore", restore, restored),
    Job("import", take_in, vault),
    Job("bundle import", take_bundle, bundled, bundle=True),
)


class Patterns:
    """The beginnings of trials, made once and copied for each."""

    def __init__(self, folder: Path) -> None:
        self._plain, self._older = folder / "pattern", folder / "older"
        self._bundle = folder / "bundle"
        makers = (make_pattern, make_older_pattern, make_bundle_pattern)
        for place, make in zip((self._plain, self._older, self._bundle), makers, strict=True):
            place.mkdir()
            make(place)

    def lay_out(self, job: Job, folder: Path) -> Path:
        """A fresh copy for a trial of this job, in place of what lies there."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(paths.state_folder() / FOLDER, ignore_errors=True)  # none is older than another
        return shutil.copytree(self._bundle if job.bundle else self._older if job.older else self._plain, folder)
