"""Where the history of other records names people who are to be erased, and how those values leave it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import get_origin, get_type_hints

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.record import draft_fields
from gvi_desktop.services.mentions import ASIDE, IDENTITY, NEVER, ROWS
from gvi_desktop.services.subject_values import STAFF
from gvi_desktop.services.telling import Telling
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.watching import Watch
from gvi_desktop.storage import journal
from gvi_desktop.storage.rows.codec import codecs


def forget(
    unit: Unit,
    telling: Telling,
    replaced: Collection[str],
    kept: Collection[tuple[str, str]] = (),
    watch: Watch | None = None,
) -> int:
    """Take out of the history of other records what it says of them: of those whose text was `replaced` wherever a
    name stands, of others only where it can mean nobody else; nothing for what stands in the fields `kept` (record,
    field). Returns how many entries lost their values.

    Only asked after the texts of today have been seen to: an entry that says just what its record still says is not
    read again.
    """
    watch, left = watch or Watch(), dict[str, set[str]]()
    for record_id, name in kept:
        left.setdefault(record_id, set()).add(name)
    gone: dict[tuple[str, str], list[int]] = {}
    last = 0
    for chunk in journal.told_before(unit.connection, ROWS):
        watch.more(chunk[-1][0] - last)
        last = chunk[-1][0]
        # Names of staff, and of others who are called the same, stand in most entries: only what counts is looked at.
        told = list(_told(chunk, left))
        if not telling.near("\n".join([text for one in told for text in one[3]])):
            continue
        for seq, kind, record_id, texts in told:
            if not telling.near("\n".join(texts)):
                continue
            hits = [one for text in texts for one in telling.hits(text)]
            if any(one.sure for one in hits) or (hits and record_id in replaced):
                gone.setdefault((kind, record_id), []).append(seq)
    for (kind, record_id), seqs in gone.items():
        unit.store.withdraw(kind, record_id, seqs)
    return sum(map(len, gone.values()))


def _told(
    chunk: Iterable[tuple[int, str, str, bytes]], left: Mapping[str, set[str]]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Number, kind, record and texts of the entries in which a name may stand."""
    for seq, kind, record_id, payload in chunk:
        if kind in NEVER:
            continue
        silent, kept = _silent(kind), left.get(record_id)
        if texts := journal.texts(payload, silent | kept if kept else silent):
            yield seq, kind, record_id, texts


@cache
def _silent(kind: str) -> frozenset[str]:
    """Fields of a kind that say nothing of somebody else: codes, days, what points elsewhere, and names of staff."""
    aside = IDENTITY.get(kind, frozenset()) | STAFF | ASIDE
    record = BY_KIND.get(kind)
    if record is None:
        return aside
    hints, own = get_type_hints(record), {one.name for one in draft_fields(record)}
    known = codecs(record).items()
    return aside.union(name for name, one in known if one.ref or name not in own or not _is_text(hints[name]))


def _is_text(hint: object) -> bool:
    return hint is str or get_origin(hint) is tuple
