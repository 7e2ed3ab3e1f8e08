"""The demonstration's exchange: a colleague's vault, cards, bundles there and back, and a conflict that is settled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gvi_desktop.crypto.kdf import FLOOR
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.group import Group
from gvi_desktop.services import conflicts, contacts, identity, receiving, sending, unlocking
from gvi_desktop.services.storyclock import Demonstration
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.sync.merge import Verdict

USER = "Cilla Berg"


def play(told: Demonstration, colleague: Path, post: Path, note: Callable[[str], None]) -> list[Path]:
    """Exchange with a second office's vault made at `colleague`; bundles and cards go to `post`. Returns bundles."""
    post.mkdir(mode=0o700, exist_ok=True)
    here = told.workspace
    new = unlocking.NewVault(
        office="GVI Örebro söder (påhittad)",
        town="Örebro",
        agency="Örebro kommun",
        agency_kind=AgencyKind.MUNICIPALITY,
        purpose="Samma avtal, södra staden.",
        user=USER,
        passphrase=told.passphrase,
    )
    there, _ = unlocking.create(colleague, new, cost=FLOOR)
    try:
        return _meet(here, there, post, note)
    finally:
        there.close()


def _meet(here: Workspace, there: Workspace, post: Path, note: Callable[[str], None]) -> list[Path]:
    for at, other, name in ((here, there, "colleague"), (there, here, "own")):
        card = other.read(identity.card)
        (post / f"{name}.card").write_bytes(card)
        made = at.write(contacts.add, card)
        at.write(contacts.verify, made, VerifiedHow.IN_PERSON)
    note("contacts: cards exchanged, twelve words compared, verified in person")
    files: list[Path] = []

    def carry(sender: Workspace, receiver: Workspace) -> receiving.Preview:
        request = sending.Request((sender.read(contacts.listed)[0].id,))
        sent = sender.write(sending.export, request, post / f"bundle-{len(files) + 1}.age")
        files.append(sent.path)
        opened = receiver.read(receiving.read, sent.path)
        receiver.read(receiving.preview, opened)
        return receiver.write(receiving.take_in, opened)

    first = carry(here, there)
    note(f"bundle to the colleague: {first.count(Verdict.NEW)} new records previewed and merged there")
    group = here.read(lambda unit: unit.find(Group, order_by=unit.table(Group).c.sort_text))[0].id
    here.write(lambda unit: unit.change(Group, group, area="Norra staden"))
    there.write(lambda unit: unit.change(Group, group, area="Centrala staden", size=14))
    answer = carry(there, here)
    back = carry(here, there)
    both = [len(at.read(conflicts.listed)) for at in (here, there)]
    shown = f"conflicts here {both[0]}, there {both[1]}"
    note(f"both changed the same field: {answer.count(Verdict.CONFLICT)} conflict on arrival; {shown}; nothing lost")
    (found,) = here.read(conflicts.listed)
    chosen = next(version for version in found.versions if version.own)
    here.write(conflicts.choose, found.kind, found.id, found.field, chosen.stored)
    last = carry(here, there)
    same = [at.read(lambda unit: unit.get(Group, group)) for at in (here, there)]
    agreed = (same[0].area, same[0].size) == (same[1].area, same[1].size) and not there.read(conflicts.listed)
    note(f"a person chose; the choice travelled ({last.count(Verdict.CHANGED)} changed): both agree: {agreed}")
    if not agreed or back is None:
        raise RuntimeError("the two vaults of the demonstration do not agree")
    return files
