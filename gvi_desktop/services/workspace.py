"""The workspace: an unlocked vault. The only place that opens a transaction."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from filelock import FileLock
from sqlalchemy import Connection, Engine, func, select, update

from gvi_desktop import clock, hardening
from gvi_desktop.domain.errors import GviError, NotFoundError, VaultError
from gvi_desktop.domain.office import BACKUP_DAYS
from gvi_desktop.domain.record import new_id
from gvi_desktop.domain.user import User
from gvi_desktop.services.sounding import forget, indexed
from gvi_desktop.services.unit import Changes, Unit
from gvi_desktop.storage import backup, engine, files, formdrafts, journal, replica
from gvi_desktop.storage.gate import Gate
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text
from gvi_desktop.storage.rows.tables import table
from gvi_desktop.storage.store import Stamp, Store
from gvi_desktop.storage.witness import Again, Older, Witness

P = ParamSpec("P")
T = TypeVar("T")

HANDED_OUT = frozenset({"disclosure"})
"""What may be written in a rescued copy: that something was handed out of it."""
Work = Callable[Concatenate[Unit, P], T]


class Workspace:
    """An open vault: `read` and `write` run a service in one transaction, from any thread."""

    def __init__(
        self, folder: Path, key: bytes, opened: Engine, held: FileLock, user_id: str, now: clock.Clock
    ) -> None:
        self.folder = folder
        self.clock = now
        self.on_changed: list[Callable[[Changes], None]] = []
        self._key, self._engine, self._lock = key, opened, held
        self._writing = threading.RLock()
        self._copying = threading.RLock()  # a backup: beside whoever writes, but under one key, one at a time
        self._log_holds_erased, self._user_id = False, user_id
        self._newest: tuple[int, bytes] | None = None
        self.witness: Witness | None = None
        self.again: Again | None = None  # of a vault just restored
        self.read_only = False
        """What could be read of a damaged vault: looked at and exported (which its register of disclosures, gone with
        it, and the entries kept of it tell), never changed."""
        self.on_noted: list[Callable[[], object]] = []
        """Told after each step that made an entry, still in its thread."""
        self.on_closed: list[Callable[[], object]] = []
        self.user = self._load_user()

    # ------------------------------------------------------------------ steps

    def read(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a service that only reads, on a consistent view of the vault."""
        with self._worded(), self._engine.connect() as connection, connection.begin():
            store = Store(connection, Stamp("", 0, 0, 0), None, indexed)
            return work(Unit(store, self.user, self.clock()), *args, **kwargs)

    def write(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a service as one step: transaction, journal entries, undo step and change-set at once, or nothing."""
        with self._writing:
            with self._writes() as connection:
                result, changes = self._step(connection, work, *args, **kwargs)
            self._log_holds_erased |= changes.erased
            self._cut_log()
            self._saw(changes)
        self._hear(changes)
        return result

    def step_in(self, opened: Engine, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, Changes]:
        """Run a service as one step of a copy that is about to take the file's place; `tell` follows when it has."""
        with opened.connect().execution_options(writes=True) as connection, connection.begin():
            return self._step(connection, work, *args, **kwargs)

    def tell(self, changes: Changes) -> None:
        """A step that was made in a copy is now the vault's."""
        with self._writing:
            self._saw(changes)
        self._hear(changes)

    def _saw(self, changes: Changes) -> None:
        if self.witness is not None and self._newest is not None:
            self.witness.saw(self._newest, self.clock())
        if "user" in changes.kinds:
            self.user = self._load_user()
        if self._newest is not None:
            for told in self.on_noted:
                told()

    def _hear(self, changes: Changes) -> None:
        for heard in list(self.on_changed) if changes.kinds else ():
            heard(changes)

    def _step(
        self, connection: Connection, work: Work[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Changes]:
        moment = self.clock()
        stamp = replica.take_stamp(connection, moment)
        step, at = new_id(), moment_text(moment) or ""
        log = journal.Journal(connection, step=step, at=at, hlc=stamp.hlc, by=self.user.name, user=self.user.id)
        store = Store(connection, stamp, log, indexed)
        unit = Unit(store, self.user, moment)
        unit.only = HANDED_OUT if self.read_only else None
        result = work(unit, *args, **kwargs)
        store.flush()
        if self.read_only and (store.kinds - HANDED_OUT or unit.undoes):
            raise VaultError("rescue_read_only")
        if store.kinds or unit.undoes:  # also an undo that found nothing left to take back is done with its step
            title = unit.title or journal.first_change(connection, step)
            row = {"id": step, "at": at, "user": self.user.id, "title": title, "undoes": unit.undoes}
            undone_by = None if unit.can_undo else "never"
            connection.execute(ledger.step.insert().values(**row, undone_by=undone_by))
            if unit.undoes:
                connection.execute(update(ledger.step).where(ledger.step.c.id == unit.undoes).values(undone_by=step))
        replica.keep_stamp(connection, stamp)
        self._newest = log.newest
        return result, Changes(frozenset(store.kinds), store.erased)

    def _cut_log(self) -> None:
        if self._log_holds_erased:  # while somebody reads it cannot be cut: then after a later step, or at the end
            self._log_holds_erased = not engine.cut_log(self._engine)

    # ------------------------------------------------------------------ an older copy put back

    @property
    def older(self) -> Older | None:
        """What this computer has seen of the vault and is not in it; None when all is."""
        return None if self.witness is None else self.witness.older

    def accept_older(self) -> None:
        """Go on with an older copy: somebody knows why it was put back."""
        if self.witness is not None:
            self.write(Unit.note, "accept_older")
            with self._engine.connect() as connection:
                self.witness.accept(journal.head(connection), self.clock())

    # ------------------------------------------------------------------ drafts of open forms

    def keep_draft(self, place: str, values: dict[str, object]) -> None:
        """Keep an open form in the vault while it is locked; local, not part of the journal."""
        with self._writing, self._writes() as connection:
            formdrafts.keep(connection, self.user.id, place, self.clock(), values)

    def drafts(self) -> dict[str, dict[str, object]]:
        """The kept forms of this user, by place."""
        with self._worded(), self._engine.connect() as connection:
            return formdrafts.kept(connection, self.user.id)

    def drop_draft(self, place: str) -> None:
        """Forget a kept form."""
        with self._writing, self._writes() as connection:
            formdrafts.drop(connection, self.user.id, place)

    # ------------------------------------------------------------------ backups and end

    def back_up(self, target: Path | None = None) -> Path:
        """A proven copy: into the vault's own rotation, or to `target`; that the whole vault was copied away is an
        entry of the history, and in the copy too."""
        if target is not None:
            self.write(Unit.note, "export", None, "backup")
        with self._copying, self._worded():
            source = (self.folder, self._engine, self._key)
            if target is not None:
                return backup.make(*source, target, self._writing)
            made = backup.rotate(*source, self.clock(), self._writing)
            with self._writing:
                self._cut_log()
        return made

    def back_up_if_due(self) -> Path | None:
        """The rotating backup, when the newest is older than half a day and something has changed since; and those go
        that hold somebody who was erased longer ago than the office lets them stay."""
        if self.read_only:
            return None
        gone = self.expired_backups()
        last = gone and gone[-1] == backup.newest(self.folder)  # then a fresh one takes its place first
        made = self.back_up() if last or self._backup_due() else None
        backup.remove(gone)
        return made

    def expired_backups(self) -> list[Path]:
        """The vault's own backups from before an erasure that is longer ago than the office's days, oldest first."""
        listed = backup.listed(self.folder)
        before = self.clock() - timedelta(days=self.backup_days)
        if not listed or backup.made_at(listed[0]) >= before:
            return []
        j = ledger.journal.c
        query = select(func.max(j.at)).where(j.action == "erase", j.at <= moment_text(before))
        with self._worded(), self._engine.connect() as connection:
            erased = connection.execute(query).scalar()
        return [path for path in listed if erased and (moment_text(backup.made_at(path)) or "") < erased]

    @property
    def backup_days(self) -> int:
        """For how many days backups may outlast an erasure."""
        days = self.read(lambda unit: unit.office.backup_days)
        return BACKUP_DAYS if days is None else days

    def _backup_due(self) -> bool:
        newest = backup.newest_by(self.folder, self.clock())
        if newest is None:
            return True
        if (self.clock() - backup.made_at(newest)) < backup.EVERY:
            return False
        with self._worded(), self._engine.connect() as connection:
            last = connection.execute(select(func.max(ledger.journal.c.at))).scalar()
        return last is None or last > (moment_text(backup.made_at(newest)) or "")

    @property
    def backed_up_at(self) -> datetime | None:
        """When the newest rotating backup was made."""
        newest = backup.newest_by(self.folder, self.clock())
        return None if newest is None else backup.made_at(newest)

    @property
    def key(self) -> bytes:
        """The vault key, for the services that wrap it in slots; it is overwritten when the vault is closed."""
        return self._key

    @property
    def engine(self) -> Engine:
        """The keyed engine, for the services that check and copy the file."""
        return self._engine

    @contextlib.contextmanager
    def paused(self) -> Iterator[bytes]:
        """The file closed and nobody writing or copying it, while its key changes; yields the key."""
        with self._copying, self._writing, self._worded():
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            self._engine.dispose()
            yield self._key

    def rekeyed(self, key: bytes, opened: Engine) -> None:
        """Go on with the file under its new key."""
        hardening.wipe(self._key)
        self._key, self._engine = key, opened

    def halt(self) -> None:
        """Break off what runs and refuse what comes: what was being written is taken back as a whole. To be said again
        until nobody is at work; only closing is left after it."""
        Gate.of(self._engine).shut()

    def close(self, drafts: Mapping[str, dict[str, object]] | None = None, *, release: bool = True) -> None:
        """Keep the open forms, dispose of the engine, overwrite the key, and let go of the lock.

        A backup or change of key under way ends first. Without `release` the lock stays for whoever is still at work
        on something of their own; `release()` is then to follow.
        """
        self.on_changed.clear()
        gate = Gate.of(self._engine)
        gate.let(threading.get_ident())
        with self._copying, self._writing:
            for place, draft in (drafts or {}).items():
                with contextlib.suppress(GviError):  # a full disk must not keep the vault open
                    self.keep_draft(place, draft)
            if hardening.wiping:
                engine.wipe_freed(self._engine)
            self._engine.dispose()
            gate.close_all()
            hardening.wipe(self._key)
        forget()
        if release:
            self.release()

    def release(self) -> None:
        """Let others open the vault."""
        self._lock.release()
        for done in self.on_closed:
            done()

    def _load_user(self) -> User:
        with self._engine.connect() as connection, connection.begin():
            store = Store(connection, Stamp("", 0, 0, 0), None, indexed)
            found = store.find(User, table(User).c.id == self._user_id)
        if not found or not found[0].active:
            raise NotFoundError("no_such_user")
        return found[0]

    @contextlib.contextmanager
    def _writes(self) -> Iterator[Connection]:
        with self._worded(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def _worded(self) -> contextlib.AbstractContextManager[None]:
        return engine.worded(self.folder / files.DATABASE)
