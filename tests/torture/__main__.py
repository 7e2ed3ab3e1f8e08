"""`make torture`: all trials, as many of each as asked for; prints tried, survived and lost, and fails on any loss.

ARGS are NAME=COUNT, each a name of COUNTS ("kills=200 flips=0"; 0 leaves a kind out), or `only NAME=COUNT …`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from torture.bits import flips
from torture.crashes import all_crashes
from torture.fulldisk import all_full_disks
from torture.guesses import guesses
from torture.jobs import Patterns
from torture.kills import kills
from torture.memory import left_in_memory
from torture.putback import put_back
from torture.suites import suites
from torture.tally import HEAD, Tally

COUNTS = {"kills": 200, "flips": 1000, "crashes": 60, "fulldisk": 25, "guesses": 500, "older": 40}
COUNTS |= {"mutations": 10000, "imports": 50, "memory": 1}
"""How many of each; of crashes and full disks so many for each of the jobs."""


def wanted(words: list[str]) -> tuple[dict[str, int], int]:
    """The counts asked for, and the seed."""
    counts, seed = dict(COUNTS), 6
    if words[:1] == ["only"]:
        counts, words = dict.fromkeys(COUNTS, 0), words[1:]
    for word in words:
        name, _, number = word.partition("=")
        if not number.isdigit() or name not in (*COUNTS, "seed"):
            raise SystemExit(f"{word}: say NAME=COUNT with one of {', '.join((*COUNTS, 'seed'))}")
        if name == "seed":
            seed = int(number)
        else:
            counts[name] = int(number)
    return counts, seed


def run(counts: dict[str, int], seed: int) -> list[Tally]:
    """Every kind that has a count."""
    found: list[Tally] = []
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_STATE_HOME"] = str(Path(place) / "state")
        patterns = Patterns(Path(place))
        if counts["kills"]:
            found.append(kills(patterns, counts["kills"], seed, _say))
        if counts["crashes"]:
            found += all_crashes(patterns, counts["crashes"], _say)
        if counts["fulldisk"]:
            found += all_full_disks(patterns, counts["fulldisk"], _say)
        if counts["flips"]:
            found.append(flips(patterns, counts["flips"], seed, _say))
        if counts["guesses"]:
            found.append(guesses(patterns, counts["guesses"], seed, _say))
        if counts["older"]:
            found.append(put_back(patterns, counts["older"], seed, _say))
    if counts["memory"]:
        found.append(left_in_memory(counts["memory"], _say))
    if counts["mutations"] or counts["imports"]:
        found += suites(counts["mutations"], max(4, counts["imports"]), seed, _say)
    return found


def _say(text: str) -> None:
    print(text, flush=True)


def main() -> int:
    """Do what the arguments ask."""
    counts, seed = wanted(sys.argv[1:])
    os.umask(0o077)
    began = time.monotonic()
    found = run(counts, seed)
    _say(f"\n{HEAD}")
    for tally in found:
        _say(tally.line())
    for tally in found:
        for loss in tally.lost:
            _say(f"LOST {loss}")
    tried, lost = sum(one.tried for one in found), sum(len(one.lost) for one in found)
    _say(f"\n{tried} tried, {lost} lost, in {time.monotonic() - began:.0f} s (seed {seed})")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
