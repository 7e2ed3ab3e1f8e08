"""Tests of the suite that have counts of their own, run with larger ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from torture.tally import Say, Tally

ROOT = Path(__file__).resolve().parents[2]
SUITES = {
    "bent bundles": ("tests/safety/test_mutations.py", "tests/safety/test_hostile_bundles.py"),
    "killed bundle import": ("tests/safety/test_kill_import.py",),
    "leaks": ("tests/safety/test_no_plaintext.py", "tests/safety/test_no_network.py", "tests/safety/test_faults.py"),
    "rescue and proof": (
        "tests/safety/test_rescue.py", "tests/safety/test_older.py", "tests/safety/test_proving.py",
        "tests/safety/test_doors.py", "tests/safety/test_survival.py",
    ),
    "erasure": ("tests/safety/test_erasure_pages.py",),
    "bundles": ("tests/sync",),
}
"""What the table calls it -> the files; a file that is not there is left out."""


def suites(mutations: int, kills: int, seed: int, say: Say) -> list[Tally]:
    """Each suite: tests tried, passed, failed. Skipped ones were not tried."""
    counts = {"GVI_MUTATIONS": str(mutations), "GVI_KILLS": str(kills), "GVI_SEED": str(seed)}
    return [_suite(name, files, counts, say) for name, files in SUITES.items()]


def _suite(name: str, files: tuple[str, ...], counts: dict[str, str], say: Say) -> Tally:
    tally = Tally(name)
    there = [one for one in files if (ROOT / one).exists()]
    if not there:
        say(f"  {name}: not there")
        return tally
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "--benchmark-disable", *there],
        cwd=ROOT, env={**os.environ, **counts}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|errors?|skipped)", done.stdout)}
    lost = sum(number for word, number in found.items() if word not in ("passed", "skipped"))
    tally.tried = found.get("passed", 0) + lost
    tally.lost = [one for one in done.stdout.splitlines() if one.startswith(("FAILED", "ERROR"))][:lost]
    if done.returncode and not tally.lost:
        tally.lost = [f"the tests did not run: {(done.stdout + done.stderr)[-300:]}"]
    if skipped := found.get("skipped"):
        say(f"  {name}: {skipped} skipped on this system")
    return tally
