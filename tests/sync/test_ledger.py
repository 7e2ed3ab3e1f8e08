"""Which bundles have come, what is acknowledged, and what a user is told about gaps, repeats and restores."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import bundles

from gvi_desktop.sync.ledger import E_SELF_OLD, Entry, Ledger, receive
from gvi_desktop.sync.manifest import Author, Recipient
from gvi_desktop.sync.ranges import N_GAP, N_OLDER, N_RESTORED, Ranges, arrive

spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=8)


@given(spans, st.randoms())
def test_ranges_say_exactly_which_positions_have_come_in_whatever_order(found: list[list[int]], rng: object) -> None:
    ranges = Ranges.of(found)
    held = {n for lo, hi in found for n in range(lo + 1, hi + 1)}
    assert {n for lo, hi in ranges.spans for n in range(lo + 1, hi + 1)} == held
    assert Ranges.of(reversed(found)) == ranges == Ranges.of(ranges.lists())
    assert ranges.prefix == next(n for n in range(40) if n + 1 not in held)
    missing = {n for lo, hi in ranges.gaps for n in range(lo + 1, hi + 1)}
    assert missing == set(range(1, max(held, default=0) + 1)) - held
    for lo, hi in found:
        assert ranges.covers(lo, hi)


def test_a_range_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no range"):
        Ranges().adding(5, 4)


def test_bundles_one_three_two() -> None:
    first = arrive(None, 0, 10)
    third = arrive(first.ranges, 20, 30)
    assert (first.notices, third.notices, third.missing) == ((), (N_GAP,), ((10, 20),))
    second = arrive(third.ranges, 10, 20)
    assert second.notices == () and second.ranges.prefix == 30
    assert arrive(second.ranges, 10, 30).notices == (N_OLDER,)
    assert arrive(second.ranges, 30, 30).notices == ()


def came(
    ledger: Ledger,
    *,
    replica: str = "ra",
    inc: int = 1,
    lo: int = 0,
    hi: int = 0,
    ack: dict[str, int] | None = None,
    head: int = 100,
) -> Entry:
    author = Author(bundles.ANNA.peer, "Anna", replica, inc, "SHA256:x")
    manifest = bundles.draft(author=author, to=(Recipient(bundles.BEN.peer, "age1", ack or {}),), lo=lo, hi=hi)
    return receive(ledger, manifest, me=bundles.BEN.peer, my_replica="rb", my_head=head)


def test_the_next_bundle_starts_where_the_colleague_acknowledged() -> None:
    entry = came(Ledger(), hi=10, ack={"rb": 40})
    assert entry.ledger.acked == 40 and entry.ledger.ack() == {"ra": 10} and entry.notices == ()
    late = came(entry.ledger, hi=10, ack={"rb": 30})
    assert late.ledger.acked == 40 and late.notices == (N_OLDER,)


def test_a_restored_colleague_is_named_and_its_new_word_counts_even_if_it_is_less() -> None:
    before = came(Ledger(), hi=10, ack={"rb": 40}).ledger
    after = came(before, replica="ra2", inc=2, hi=5, ack={"rb": 25})
    assert after.notices == (N_RESTORED,) and after.ledger.acked == 25 and after.ledger.replica == "ra2"
    straggler = came(after.ledger, inc=1, lo=10, hi=12, ack={"rb": 60})
    assert straggler.ledger.acked == 25 and straggler.ledger.replica == "ra2"
    assert straggler.ledger.ack() == {"ra": 12, "ra2": 5}


def test_a_bundle_for_our_earlier_incarnation_is_read_but_not_acknowledged() -> None:
    entry = came(Ledger(), hi=10, ack={"rb-before-the-restore": 40})
    assert entry.ledger.ack() == {"ra": 0} and entry.ledger.acked == 0


def test_colleagues_who_hold_more_of_ours_than_we_do_show_that_our_vault_is_old() -> None:
    entry = came(Ledger(), hi=10, ack={"rb": 101})
    assert entry.notices == (E_SELF_OLD,) and entry.ledger.acked == 100


def test_after_our_own_restore_everything_is_sent_again() -> None:
    ledger = came(Ledger(), hi=10, ack={"rb": 40}).ledger.sending(60)
    assert ledger.restored() == replace(ledger, acked=0, sent=0)
