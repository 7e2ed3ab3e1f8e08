"""New recovery words for old ones: after them the paper that somebody may have copied opens nothing new.

The words are made first and shown, and read back from paper; only then is anything changed. So whoever is interrupted
keeps the paper that they have.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import func, select

from gvi_desktop.crypto import keyslots, recovery
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.user import Right, User
from gvi_desktop.services import identity, keyring, ownkeys, rotating, unlocking
from gvi_desktop.services.sealing import sealing_key
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment


def propose(language: str) -> str:
    """24 new words, to be shown once. They open nothing before `renew` has been called with them."""
    return " ".join(recovery.words_of(recovery.new_secret(), language))


def renew(workspace: Workspace, words: str) -> None:
    """Put these words in the place of those in use. The vault gets a new key, so that an older key file with the old
    words opens nothing new, and colleagues learn with the next bundle that the old words count no more. VaultError as
    for any recovery words; RefusedError "not_allowed", "recovery_same"; whichever it is, the old words still hold."""
    secret = recovery.secret_of(words)
    workspace.read(Unit.need, Right.ADMINISTER)  # before the whole file is copied
    keys = unlocking.read_keys(workspace.folder)
    for slot in keys.slots:
        if slot.kind == "recovery":
            keys = keys.removing(slot.id)
    sealer = workspace.read(sealing_key)
    fresh = keyslots.wrap_recovery(workspace.key, secret, vault=keys.vault, sealer=sealer)

    def work(unit: Unit) -> None:
        unit.need(Right.ADMINISTER)
        if not ownkeys.declare_words(unit, recovery.revoking_key(secret)):
            raise RefusedError("recovery_same")
        unit.note("recovery")

    rotating.rotate(workspace, keys.adding(fresh), work)


def outlived(unit: Unit) -> tuple[str, ...]:
    """Users who were removed since the recovery words were made, by name: they may have seen the paper."""
    own = keyring.events(unit, identity.keys(unit).peer)
    made = max((event.created for event in own if event.what == "recovery"), default=datetime.min.replace(tzinfo=UTC))
    j = ledger.journal.c
    found = []
    for user in unit.find(User, unit.table(User).c.active.is_(False), order_by=unit.table(User).c.sort_text):
        at = unit.connection.execute(select(func.max(j.at)).where(j.record == user.id)).scalar()
        if at and moment(at).replace(microsecond=0) > made:  # an event tells whole seconds
            found.append(user.name)
    return tuple(found)
