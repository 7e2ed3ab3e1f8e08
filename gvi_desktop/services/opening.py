"""Opening, creating and recovering a vault: the heavy half of unlocking."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from dataclasses import replace
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Engine

from gvi_desktop import clock as clocks
from gvi_desktop.crypto import keyslots, recovery, sign, slotfile
from gvi_desktop.crypto.kdf import Cost, calibrate
from gvi_desktop.domain.agency import Agency, AgencyDraft
from gvi_desktop.domain.approval import same_name
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.office import Language, Office, OfficeDraft
from gvi_desktop.domain.office import problems as office_problems
from gvi_desktop.domain.record import Compartment, new_id
from gvi_desktop.domain.user import Role, User, UserDraft
from gvi_desktop.hardening import wipe
from gvi_desktop.services import doortimes, identity, outgoing, rereading, rotating, seeding
from gvi_desktop.services.sealing import SEALER, sealing_key
from gvi_desktop.services.sounding import indexed
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.vaultfolder import NewVault, read_keys
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, files, journal, replica, sealedpage, upgrade
from gvi_desktop.storage.engine import DATABASE_FAULTS, fault_of, open_engine, worded
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text
from gvi_desktop.storage.store import Store
from gvi_desktop.storage.witness import Witness


def open_vault(folder: Path, key: bytes, user_id: str, clock: clocks.Clock) -> Workspace:
    """A workspace on the vault; upgrades an older file after a proven copy, and renews a copied vault's incarnation.
    The key is the workspace's from then on, and overwritten where none came of it."""
    held = files.lock(folder)
    engine = None
    database = folder / files.DATABASE
    try:
        engine = _opened(database, key)
        _bring_up(folder, engine, key, user_id, clock)
        restored = (folder / files.RESTORED).exists()
        _renew_if_moved(folder, engine, clock)
        workspace = Workspace(folder, key, engine, held, user_id, clock)
        workspace.witness = _witness(folder, engine, clock, restored=restored)
        if (older := workspace.witness.older) is not None:
            with contextlib.suppress(VaultError):  # a damaged page there is for the check to name
                workspace.witness.older = replace(older, zone=workspace.read(doortimes.zone_of_office))
        if workspace.read(lambda unit: rereading.readable(unit.connection)):
            workspace.write(rereading.reread)
        with contextlib.suppress(VaultError):  # no room: it opens all the same, and next time it is done
            _settle_outgoing(workspace)
        return workspace
    except BaseException as error:
        if engine is not None:
            engine.dispose()
        wipe(key)
        held.release()
        if isinstance(error, (OSError, *DATABASE_FAULTS)):
            fault = fault_of(error, database)
            if fault is not None:
                raise fault from error
        raise


def _opened(database: Path, key: bytes) -> Engine:
    """VaultError "keys_older" rather than "vault_damaged" where the slots, which proved themselves, hold another."""
    try:
        return open_engine(database, key)
    except VaultError as fault:
        if fault.code == "vault_damaged" and not sealedpage.fits(database, key):
            raise VaultError("keys_older", path=str(database.parent)) from fault
        raise


def _settle_outgoing(workspace: Workspace) -> None:
    """What was being carried when the program ended, or when the backup was made; also where its room was cleared."""
    if workspace.read(outgoing.pending):
        workspace.write(outgoing.settle, workspace.folder)
    outgoing.tidy(workspace.folder)


def _bring_up(folder: Path, engine: Engine, key: bytes, user_id: str, clock: clocks.Clock) -> None:
    with engine.connect() as connection:
        due = upgrade.check_version(upgrade.version(connection), str(folder))
    if due:
        backup.rotate(folder, engine, key, clock())
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            upgrade.upgrade(connection)
            rereading.in_upgrade(connection, user_id, clock())


def _renew_if_moved(folder: Path, engine: Engine, clock: clocks.Clock) -> None:
    home = replica.home_of(folder)
    mark = folder / files.RESTORED
    with engine.connect() as connection:
        moved = mark.exists() or replica.is_moved(connection, home)
    if moved:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            replica.new_incarnation(connection, clock(), home)
        mark.unlink(missing_ok=True)


def _witness(folder: Path, engine: Engine, clock: clocks.Clock, *, restored: bool) -> Witness:
    """What this computer remembers of the vault, compared with what is here."""
    made = Witness(read_keys(folder).vault, replica.home_of(folder))
    try:
        with engine.connect() as connection:
            made.look(connection, clock(), restored=restored)
    except DATABASE_FAULTS:
        # A damaged page of the history is for the check to name: what else can be read opens all the same, only not
        # on a connection that has met it.
        engine.dispose()
    return made


def create_vault(
    folder: Path, new: NewVault, cost: Cost | None, clock: clocks.Clock
) -> tuple[Workspace, str]:
    """Make the folder with its file, keys and first records; a failure leaves nothing behind."""
    office = OfficeDraft(
        programme=new.office.strip(),
        town=new.town.strip(),
        agency=new.agency.strip(),
        agency_kind=new.agency_kind,
        purpose=new.purpose.strip(),
        language=Language(new.language),
        from_on=clock().date(),
    )
    if found := office_problems(office):
        raise RefusedError(found)
    if not new.user.strip():
        raise RefusedError("missing", field="user")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultError("vault_exists", path=str(folder))
    existed = folder.exists()
    held: FileLock | None = None
    engine: Engine | None = None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.chmod(folder, 0o700)
        held = files.lock(folder)
        key, user_id = keyslots.new_key(), new_id()
        sealer = keyslots.new_sealer()
        words = write_keys(folder, key, new, user_id, cost, sealer)
        engine = open_engine(folder / files.DATABASE, key, create=True)
        os.chmod(folder / files.DATABASE, 0o600)
        _first_records(engine, folder, office, new, user_id, sealer, clock, _revoking(words))
        workspace = Workspace(folder, key, engine, held, user_id, clock)
        workspace.witness = _witness(folder, engine, clock, restored=False)
        return workspace, words
    except BaseException as error:
        if engine is not None:
            engine.dispose()
        if held is None and not existed:
            with contextlib.suppress(OSError):  # only when nobody has put anything in it
                folder.rmdir()
        if held is not None:  # without the lock, what lies there is somebody else's
            held.release()
            if not existed:
                shutil.rmtree(folder, ignore_errors=True)
            for left in folder.iterdir() if existed else ():
                left.unlink(missing_ok=True)
        if isinstance(error, (OSError, *DATABASE_FAULTS)):
            fault = fault_of(error, folder / files.DATABASE)
            if fault is not None:
                raise fault from error
        raise


def write_keys(
    folder: Path, key: bytes, new: NewVault, user_id: str, cost: Cost | None, sealer: bytes
) -> str:
    """Write keys.json with the first user's slot and the recovery slot; returns the recovery words."""
    vault = str(uuid.uuid4())
    owner = keyslots.Owner(new.user.strip(), user_id, Role.COORDINATOR.value)
    secret = recovery.new_secret()
    keys = slotfile.Keys(vault)
    dear = cost or calibrate()
    slot = keyslots.wrap_passphrase(key, new.passphrase, owner, vault=vault, sealer=sealer, cost=dear)
    keys = keys.adding(slot).adding(keyslots.wrap_recovery(key, secret, vault=vault, sealer=sealer))
    files.write_atomically(folder / files.KEYS, slotfile.dump(keys))
    return " ".join(recovery.words_of(secret, new.language))


def _first_records(
    engine: Engine,
    folder: Path,
    office: OfficeDraft,
    new: NewVault,
    user_id: str,
    sealer: bytes,
    clock: clocks.Clock,
    revoking: bytes,
) -> None:
    moment = clock()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        upgrade.upgrade(connection)
        replica.create(connection, moment, replica.home_of(folder))
        connection.execute(ledger.secret.insert().values(name=SEALER, value=sealer))
        identity.make(connection, revoking)
        stamp = replica.take_stamp(connection, moment)
        name, step = new.user.strip(), new_id()
        log = journal.Journal(
            connection, step=step, at=moment_text(moment) or "", hlc=stamp.hlc, by=name, user=user_id
        )
        user = User(
            name=name,
            agency=office.agency,
            role=Role.COORDINATOR,
            id=user_id,
            made_by=name,
            made_at=moment,
            compartment=Compartment.CORE,
        )
        unit = Unit(Store(connection, stamp, log, indexed), user, moment)
        unit.add(User, UserDraft(name=name, agency=office.agency, role=Role.COORDINATOR), record_id=user_id)
        unit.add(Office, office)
        unit.add(Agency, AgencyDraft(name=office.agency, agency_kind=office.agency_kind))
        seeding.seed(unit)
        unit.store.flush()
        replica.keep_stamp(connection, stamp)
        row = {"id": step, "at": moment_text(moment), "user": user_id, "title": "vault.create", "undone_by": "never"}
        connection.execute(ledger.step.insert().values(**row))


def recover_vault(
    folder: Path, user: str | None, words: str, passphrase: str, cost: Cost | None, clock: clocks.Clock
) -> Workspace:
    """Open with the recovery words, then give the user's slot a new passphrase."""
    keys = read_keys(folder)
    key, _ = keyslots.unwrap_recovery(keys, words)
    chosen = slot_of(keys, user)
    try:
        workspace = open_vault(folder, key, chosen.user_id, clock)
    except VaultError as error:
        if not rotating.was_cut_off(error, folder):
            raise
        return recover_vault(folder, user, words, passphrase, cost, clock)
    try:
        fresh = keyslots.rewrap(keys, chosen, key, passphrase, cost or calibrate(), workspace.read(sealing_key))
        with worded(folder / files.KEYS), files.beside(folder / files.KEYS, slotfile.dump(fresh)):
            workspace.write(_note_recovery, _revoking(words))
        rotating.clean_up(folder)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _revoking(words: str) -> bytes:
    """The public half of the key that may declare the vault's own keys invalid."""
    return sign.public_key(recovery.revoking_key(recovery.secret_of(words)))


def _note_recovery(unit: Unit, revoking: bytes) -> None:
    if not identity.keys(unit).recovery:
        identity.know_recovery(unit, revoking)
    unit.note("passphrase", unit.user, "recovery")


def slot_of(keys: slotfile.Keys, user: str | None) -> slotfile.Slot:
    """The passphrase slot of a user; with one user the name may be left out."""
    own = [slot for slot in keys.slots if slot.kind == "passphrase"]
    if user is None and len({slot.user_id for slot in own}) == 1:
        return own[0]
    if user is None:
        raise VaultError("which_user", users=sorted({slot.user for slot in own}))
    for slot in own:
        if same_name(slot.user, user):
            return slot
    raise VaultError("no_such_user", user=user)
