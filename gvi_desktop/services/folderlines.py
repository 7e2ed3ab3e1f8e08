"""The exchange folder as a list: each bundle once, whoever copied or renamed its file, and what it is to us."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services import accounts, receiving
from gvi_desktop.services.folderlook import Lying
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment
from gvi_desktop.sync.carried import original

AT_ONCE = 500  # values in one question to the vault


class Lies(StrEnum):
    """What a bundle in the folder is to us."""

    NEW = "new"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    COMING = "coming"
    DAMAGED = "damaged"
    READ = "read"
    OWN = "own"
    OTHERS = "others"


ORDER = {one: at for at, one in enumerate(Lies)}
_DAMAGE = {"E_DAMAGED", "E_NOT_A_BUNDLE", "E_TOO_BIG"}


@dataclass(frozen=True)
class FolderLine:
    """One bundle and all files that hold it, the plainest name first."""

    id: str
    state: Lies
    names: tuple[str, ...]
    size: int
    modified: datetime
    sha256: str = ""
    error: BundleError | None = field(default=None, compare=False)
    """Why it cannot be read."""
    bundle_id: str = ""
    kind: str = ""
    sender: str = ""
    peer: str = ""
    user: str = ""
    created: datetime | None = None
    verified: bool = False
    records: int = 0
    alone: bool = False
    """It is for us and nobody else."""
    taken: date | None = None
    to: tuple[str, ...] = ()
    """Of our own: whom it is for."""
    settled: bool = False
    """Of our own: each of them has said that it was taken in."""

    @property
    def waits(self) -> bool:
        """Whether it is for us and nobody has read it yet."""
        return self.state in (Lies.NEW, Lies.UNKNOWN)


@dataclass
class _Group:
    """Files with the same bundle in them."""

    files: list[Lying] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def lines(unit: Unit, files: Sequence[Lying]) -> tuple[FolderLine, ...]:
    """The list: what waits first, then by age, the newest first."""
    own = _own(unit, {one.sha256 for one in files if one.still})
    glance = receiving.glances(unit)
    verified = {one.peer: one.verified_on is not None for one in unit.find(Contact)}
    groups: dict[str, _Group] = defaultdict(_Group)
    for one in files:
        if one.sha256 in own:
            name, facts = one.sha256, own[one.sha256]
        else:
            name, facts = _facts(one, glance, verified)
        group = groups[name]
        group.files.append(one)
        group.facts = facts
    taken = _taken(unit, [group.facts for group in groups.values()])
    made = [_line(name, group, taken) for name, group in groups.items()]
    return tuple(sorted(made, key=lambda line: (ORDER[line.state], -line.modified.timestamp(), line.id)))


def copied_by(name: str) -> str:
    """Who made a copy, as far as a file's name tells: syncthing, cloud, hand, or empty for a name that is no copy's."""
    made = original(name)[1]
    return made.value if made is not None else ""


def _facts(one: Lying, glance: Any, verified: Mapping[str, bool]) -> tuple[str, dict[str, Any]]:
    """Under what name files are the same bundle, and what is known of it."""
    if not one.still:
        return f"coming {one.name}", {"state": Lies.COMING}
    if one.fault:
        state = Lies.OTHERS if one.fault == "E_NOT_FOR_YOU" else Lies.DAMAGED
        return one.sha256, {"state": state, "error": BundleError(one.fault)}
    try:
        manifest, sender = glance(one.head)
    except BundleError as error:
        state = Lies.DAMAGED if error.code in _DAMAGE else Lies.REFUSED
        state = Lies.UNKNOWN if error.code == "E_UNKNOWN_SENDER" else state
        state = Lies.OTHERS if error.code == "E_FORWARDED" else state
        return one.sha256, {"state": state, "error": error}
    return f"{manifest.bundle_id}/{sender.peer}", {
        "state": Lies.NEW,
        "bundle_id": manifest.bundle_id,
        "kind": manifest.kind,
        "sender": sender.name,
        "peer": sender.peer,
        "user": manifest.author.user,
        "created": manifest.created,
        "verified": verified.get(sender.peer, False),
        "records": manifest.changes.records or 0,
        "alone": len(manifest.to) == 1,
    }


def _line(name: str, group: _Group, taken: Mapping[str, date]) -> FolderLine:
    first, *_ = files = sorted(group.files, key=lambda one: (original(one.name)[1] is not None, one.name))
    facts = dict(group.facts)
    if facts["state"] is Lies.NEW and name in taken:
        facts |= {"state": Lies.READ, "taken": taken[name]}
    changed = datetime.fromtimestamp(min(max(one.modified for one in files), 253402300799), UTC)
    return FolderLine(
        id=name, names=tuple(one.name for one in files), size=first.size, modified=changed, sha256=first.sha256, **facts
    )


def _own(unit: Unit, hashes: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What we wrote ourselves, by the hash of the file."""
    names = {one.peer: one.name for one in unit.find(Contact)}
    b, found = ledger.bundle.c, defaultdict[str, list[Any]](list)
    for some in _parts(sorted(hashes)):
        query = select(b.id, b.peer, b.status, b.sha256, b.at, b.records)
        for row in unit.connection.execute(query.where(b.direction == "out", b.sha256.in_(some))):
            found[row.sha256].append(row)
    return {
        sha256: {
            "state": Lies.OWN,
            "bundle_id": rows[0].id.partition("/")[0],
            "kind": "receipt" if rows[0].status == accounts.RECEIPT else "delta",
            "created": moment(rows[0].at),
            "records": rows[0].records,
            "to": tuple(sorted(names.get(row.peer, "") for row in rows)),
            "settled": all(row.status == accounts.MERGED for row in rows),
        }
        for sha256, rows in found.items()
    }


def _taken(unit: Unit, facts: Iterable[Mapping[str, Any]]) -> dict[str, date]:
    ids = [f"{one['bundle_id']}/{one['peer']}" for one in facts if one.get("peer")]
    b, found = ledger.bundle.c, {}
    for some in _parts(ids):
        came = (b.direction == "in", b.status.in_((accounts.MERGED, accounts.RECEIPT)), b.id.in_(some))
        for row in unit.connection.execute(select(b.id, b.at).where(*came)):
            if (at := moment(row.at)) is not None:
                found[row.id] = unit.local(at).date()
    return found


def _parts(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE)]
