"""What we know of the exchange with one colleague: how far they have read our log, and which of theirs has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gvi_desktop.sync.manifest import Manifest
from gvi_desktop.sync.ranges import Ranges, arrive

E_SELF_OLD = "E_SELF_OLD"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account with one peer. A *replica* is a vault between two restores; its log starts at 0."""

    replica: str = ""
    """Their newest incarnation we have heard of; log positions that came from it are not echoed to it."""
    inc: int = 0
    acked: int = 0
    """Up to here they hold our present log without a gap: the next normal bundle starts here."""
    sent: int = 0
    """The end of the last bundle to them, for the optional bundle "since last sent"."""
    received: Mapping[str, Ranges] = field(default_factory=dict)
    """Their replica -> which of its log has come."""

    def ack(self) -> dict[str, int]:
        """What the next manifest acknowledges: of each of their logs the part without a gap."""
        return {replica: ranges.prefix for replica, ranges in sorted(self.received.items())}

    def sending(self, hi: int) -> Ledger:
        return replace(self, sent=hi)

    def restored(self) -> Ledger:
        """After our own vault was restored or copied: a new log, of which they hold nothing."""
        return replace(self, acked=0, sent=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """The account after a bundle, and the codes of what a user should know."""

    ledger: Ledger
    notices: tuple[str, ...]
    missing: tuple[tuple[int, int], ...] = ()


def receive(ledger: Ledger, manifest: Manifest, *, me: str, my_replica: str, my_head: int) -> Entry:
    """The account once `manifest`'s bundle has been taken in; `me` is our peer id, `my_head` the end of our own log.

    Notices: N_OLDER, N_GAP (with `missing`), N_RESTORED, and E_SELF_OLD when they hold more of our log than we do.
    """
    author = manifest.author
    ack = next((to.ack for to in manifest.to if to.peer == me), {})
    known = ledger.received.get(author.replica)
    newer = author.inc > ledger.inc
    arrival = arrive(known, manifest.lo, manifest.hi, peer_known_by_another_replica=newer and ledger.inc > 0)
    notices = list(arrival.notices)
    held = ack.get(my_replica, 0)
    if held > my_head:
        notices.append(E_SELF_OLD)
    # A bundle made for an earlier incarnation of ours left out what that one had sent, and we may have lost it: take
    # in what it holds, but do not acknowledge it. Who has never heard of us has left nothing out.
    meant_for_us = not ack or my_replica in ack
    ranges = arrival.ranges if meant_for_us else known or Ranges()
    after = replace(ledger, received={**ledger.received, author.replica: ranges})
    if newer:
        # What an earlier incarnation of theirs held counts no more, be it more or less.
        after = replace(after, replica=author.replica, inc=author.inc, acked=min(held, my_head))
    elif author.inc == ledger.inc:
        after = replace(after, acked=max(ledger.acked, min(held, my_head)))
    return Entry(after, tuple(notices), arrival.missing)
