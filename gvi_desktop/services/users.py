"""Users and their key slots: add, remove (which rotates the vault key), change passphrase."""

from __future__ import annotations

from gvi_desktop.crypto import keyslots, slotfile
from gvi_desktop.crypto.kdf import Cost, calibrate
from gvi_desktop.domain.approval import alike, same_name
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.record import Compartment, new_id
from gvi_desktop.domain.user import Right, Role, User, UserDraft, problems, sight
from gvi_desktop.hardening import wipe
from gvi_desktop.services import rotating, unlocking
from gvi_desktop.services.opening import slot_of
from gvi_desktop.services.sealing import sealing_key
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files
from gvi_desktop.storage.engine import worded

REASON = 200
"""Characters of the reason for a user whose name is like another's."""


def listed(unit: Unit) -> list[User]:
    """All users of the vault, by name."""
    return unit.find(User, order_by=unit.table(User).c.sort_text)


def add(
    workspace: Workspace, name: str, role: Role, passphrase: str, *, agency: str = "", cost: Cost | None = None,
    why: str = "",
) -> str:  # fmt: skip
    """Another user with a key slot of their own; returns the user's id. The record and the slot come together. One
    whose name is like another's, of now or before, is added for a reason only, since nobody is to have two accounts:
    RefusedError "user_name_alike"."""
    keys = _without_strays(workspace, unlocking.read_keys(workspace.folder))
    if any(same_name(slot.user, name) for slot in keys.slots):
        raise RefusedError("user_name_taken", name=name.strip())
    near = [one.name for one in workspace.read(listed) if alike(one.name, name)]
    said = why.strip()[:REASON]
    if near and not said:
        raise RefusedError("user_name_alike", name=name.strip(), other=near[0])
    user_id = new_id()
    owner = keyslots.Owner(name.strip(), user_id, role.value)
    sealer = workspace.read(sealing_key)
    slot = keyslots.wrap_passphrase(
        workspace.key, passphrase, owner, vault=keys.vault, sealer=sealer, cost=cost or calibrate())

    def work(unit: Unit) -> None:
        unit.need(Right.ADMINISTER)
        withheld = _unseen(unit, role)
        draft = UserDraft(name=name.strip(), agency=agency or unit.office.agency, role=role, withheld=withheld)
        _give(unit, sight(role, withheld))
        if found := problems(draft):
            raise RefusedError(found, kind="user")
        made = unit.add(User, draft, record_id=user_id)
        if near:
            unit.note("second_account", made, said=said)
        unit.can_undo = False
        files.write_atomically(workspace.folder / files.KEYS, slotfile.dump(keys.adding(slot)))

    workspace.write(work)
    return user_id


def change_role(unit: Unit, user_id: str, role: Role) -> None:
    """Give a user another role; the last coordinator stays one."""
    unit.need(Right.ADMINISTER)
    if role is not Role.COORDINATOR and _last_coordinator(unit, user_id):
        raise RefusedError("last_coordinator")
    unit.can_undo = False  # undone later, another coordinator may have gone meanwhile
    before = unit.get(User, user_id)
    withheld = before.withheld | (_unseen(unit, role) - before.reads)
    _give(unit, sight(role, withheld) - before.reads)
    unit.change(User, user_id, role=role, withheld=withheld)


def set_withheld(unit: Unit, user_id: str, withheld: frozenset[Compartment]) -> None:
    """Choose the compartments that a member of staff or a reader does not see; of other roles the role decides."""
    unit.need(Right.ADMINISTER)
    before = unit.get(User, user_id)
    if before.role in (Role.COORDINATOR, Role.ADMINISTRATOR):
        raise RefusedError("sight_by_role")
    _give(unit, sight(before.role, withheld) - before.reads)
    unit.can_undo = False
    unit.change(User, user_id, withheld=withheld - {Compartment.CORE})


def remove(workspace: Workspace, name: str) -> None:
    """Take a user's slot away and rotate the vault key, so that a kept copy of the slot opens nothing new."""
    keys = unlocking.read_keys(workspace.folder)
    slot = slot_of(keys, name)
    if slot.user_id == workspace.user.id:
        raise RefusedError("cannot_remove_oneself")

    def work(unit: Unit) -> None:
        unit.need(Right.ADMINISTER)
        if _last_coordinator(unit, slot.user_id):
            raise RefusedError("last_coordinator")
        unit.change(User, slot.user_id, active=False)
        unit.can_undo = False

    workspace.read(Unit.need, Right.ADMINISTER)  # before the whole file is copied
    rotating.rotate(workspace, keys.removing(slot.id), work)


def change_passphrase(workspace: Workspace, old: str, new: str, *, cost: Cost | None = None) -> None:
    """Rewrite the acting user's slot; the vault itself stays as it is."""
    keys = unlocking.read_keys(workspace.folder)
    key, slot = keyslots.unwrap(keys, old, workspace.user.id)
    if key != workspace.key:
        raise VaultError("keys_damaged", path=str(workspace.folder))
    fresh = keyslots.rewrap(keys, slot, key, new, cost or calibrate(), workspace.read(sealing_key))
    path = workspace.folder / files.KEYS
    with worded(path), files.beside(path, slotfile.dump(fresh)):  # refused for the entry, the old one must still open
        workspace.write(lambda unit: unit.note("passphrase", unit.user))
    wipe(key)


def _unseen(unit: Unit, role: Role) -> frozenset[Compartment]:
    """What the acting user does not see, to be withheld from staff and readers whom they let in."""
    return frozenset() if role in (Role.COORDINATOR, Role.ADMINISTRATOR) else frozenset(Compartment) - unit.user.reads


def _give(unit: Unit, more: frozenset[Compartment]) -> None:
    """Refuse to let somebody see what the acting user does not: else whoever looks after keys would see everything."""
    if not more <= unit.user.reads:
        raise RefusedError("sight_not_own")


def _without_strays(workspace: Workspace, keys: slotfile.Keys) -> slotfile.Keys:
    """Without the slots of users who never came to be: their adding was cut off between the slot and the record."""
    known = {user.id for user in workspace.read(listed)}
    for slot in keys.slots:
        if slot.kind == "passphrase" and slot.user_id not in known:
            keys = keys.removing(slot.id)
    return keys


def _last_coordinator(unit: Unit, user_id: str) -> bool:
    active = [user for user in listed(unit) if user.active and user.role is Role.COORDINATOR]
    return [user.id for user in active] == [user_id]
