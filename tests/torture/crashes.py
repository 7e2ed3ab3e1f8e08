"""Ended at any statement or step on the disk of a job, the old state or the new one is there (T8)."""

from __future__ import annotations

import signal
import tempfile
from pathlib import Path

from torture import ending
from torture.jobs import JOBS, Job, Patterns
from torture.tally import LostError, Say, Tally, spread


def crashes(patterns: Patterns, job: Job, count: int, say: Say) -> Tally:
    """The job ended at so many events, evenly spread over all it has, and once at its end."""
    tally = Tally(f"crash in {job.name}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "trial"
        old = job.state(patterns.lay_out(job, folder))
        status, told = ending.run(job.act, patterns.lay_out(job, folder), None)
        if status:
            raise LostError(f"{job.name} does not work by itself: {told}")
        events, new = int(told), job.state(folder)
        kept = {"old": 0, "new": 0}

        def one(last: int) -> None:
            ended, told = ending.run(job.act, patterns.lay_out(job, folder), last)
            if ended != -signal.SIGKILL:
                raise LostError(f"the end did not come: {told}")
            found = job.state(folder)
            if found not in (old, new):
                raise LostError("neither the old state nor the new one is there")
            kept["old" if found == old else "new"] += 1

        for last in spread(count, events + 1):
            tally.trial(f"{job.name} ended at event {last} of {events}", lambda last=last: one(last))
        say(f"  {job.name}: {events} events; afterwards {kept['old']} old, {kept['new']} new")
    return tally


def all_crashes(patterns: Patterns, count: int, say: Say) -> list[Tally]:
    """Every job."""
    return [crashes(patterns, job, count, say) for job in JOBS]
