"""A bundle of 100,000 records to 15 recipients: written, opened, previewed and merged (`--records N` for another)."""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import colleagues
import pyrage

from gvi_desktop.crypto import seal, streams
from gvi_desktop.services import receiving, sending, undo

T = TypeVar("T")
OTHERS = 14
SMALL = 1000
AIMS = {"written": 4.0, "previewed": 3.0, "merged": 12.0, "receipt written": 0.3}
MIB = 1024 * 1024


class Measured:
    """Seconds (and those of the processor) of parts of one process's work, and the most memory it took."""

    def __init__(self) -> None:
        self.found: dict[str, Any] = {}

    def timed(self, what: str, work: Callable[[], T]) -> T:
        """Do it and keep the seconds."""
        began, busy = time.perf_counter(), time.process_time()
        done = work()
        self.found[what] = (time.perf_counter() - began, time.process_time() - busy)
        return done

    def tell(self) -> None:
        """Print what was found as one line for the process that asked."""
        with Path("/proc/self/status").open() as status:
            most = next(line for line in status if line.startswith("VmHWM"))
        self.found["memory"] = int(most.split()[1]) / 1024
        print(json.dumps(self.found))


def send(folder: Path, post: Path, what: str, count: int) -> None:
    """In a process of its own: change or add so many people, then write the bundle to everybody."""
    measured, workspace = Measured(), colleagues.opened(folder)
    if what == "changed":
        measured.timed("changed in the sender's vault", lambda: workspace.write(colleagues.change_people, count))
    else:
        measured.timed("added in the sender's vault", lambda: colleagues.add_people(workspace, count, "N"))
    workspace.close()
    measured.tell()
    sys.stdout.flush()


def pack(folder: Path, post: Path) -> None:
    """In a process of its own: write the bundle."""
    measured, workspace = Measured(), colleagues.opened(folder)
    request = sending.Request(workspace.read(colleagues.all_contacts), since_last=True)
    sent = measured.timed("written", lambda: workspace.write(sending.export, request, post))
    measured.found |= {"path": str(sent.path), "records": sent.records}
    workspace.close()
    measured.tell()


def take(folder: Path, bundle: Path, *, merge: bool) -> None:
    """In a process of its own: open, preview and (with `merge`) take in."""
    measured, workspace = Measured(), colleagues.opened(folder)
    opened = measured.timed("opened", lambda: workspace.read(receiving.read, bundle))
    shown = measured.timed("previewed", lambda: workspace.read(receiving.preview, opened))
    measured.found["counts"] = shown.counts
    if merge:
        del shown
        measured.timed("merged", lambda: workspace.write(receiving.take_in, opened))
        receipt = folder.parent / "receipt.age"
        measured.timed(
            "receipt written", lambda: workspace.write(receiving.write_receipt, opened.manifest.bundle_id, receipt)
        )
    workspace.close()
    measured.tell()


def take_back(folder: Path) -> None:
    """In a process of its own: undo the merge."""
    measured, workspace = Measured(), colleagues.opened(folder)
    measured.timed("undone", lambda: workspace.write(undo.undo))
    workspace.close()
    measured.tell()


def apart(*words: str) -> dict[str, Any]:
    """One of these in a process of its own, so that its memory is its own."""
    command = [sys.executable, __file__, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ))
    return dict(json.loads(done.stdout.splitlines()[-1]))


def whole(folder: Path, people: int, records: int) -> dict[str, dict[str, Any]]:
    """The figures of one size: a bundle of changed people, then one of new people."""
    here, there, post = folder / "here.gvi", folder / "there.gvi", folder / "post"
    post.mkdir(parents=True)
    colleagues.build(here, people)
    colleagues.befriended(here, there, OTHERS)
    figures = {}
    for what in ("changed", "new", "one"):
        made = apart(
            "send", str(here), str(post), "changed" if what == "one" else what, str(1 if what == "one" else records)
        )
        packed = apart("pack", str(here), str(post))
        taken = apart("take", str(there), packed["path"])
        figures[what] = made | packed | taken | {"memory": taken["memory"], "memory of writing": packed["memory"]}
        figures[what]["size"] = Path(packed["path"]).stat().st_size / MIB
        if what == "new":
            figures[what] |= {"undone": apart("undo", str(there))["undone"]}
    return figures


def told(figures: dict[str, Any], small: dict[str, Any] | None, records: int) -> None:
    """Print one table."""
    for name, value in figures.items():
        if not isinstance(value, list):
            continue
        seconds, busy = value
        aim = f"aim {AIMS[name]:4g}" if name in AIMS and records == 100_000 else ""
        growth = f"{seconds / small[name][0]:6.0f}x" if small and name in small else ""
        print(f"  {name:32} {seconds:8.2f} s {busy:8.2f} s of processor {aim:10} {growth}")
    print(f"  memory: written {figures['memory of writing']:.0f} MiB, taken in {figures['memory']:.0f} MiB; ", end="")
    print(f"bundle {figures['size']:.1f} MiB, {figures['records']} records, {figures['counts']}")


def sealing(size: float) -> None:
    """Our encryption beside the `age` program on the same bytes: alone, and with the proof that the disk holds it."""
    age = shutil.which("age")
    if age is None:
        print("encryption: no age program here to compare with")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = folder / "plain"
        plain.write_bytes(os.urandom(round(size)))
        keys = [seal.new_identity().recipient for _ in range(OTHERS + 1)]
        command = [age, *(word for key in keys for word in ("-r", key)), "-o", str(folder / "theirs"), str(plain)]
        whom = [pyrage.x25519.Recipient.from_str(key) for key in keys]

        def alone() -> None:
            with plain.open("rb") as source, (folder / "ours").open("wb", buffering=0) as sink:
                pyrage.encrypt_io(streams.WatchedSource(source), streams.WatchedSink(sink), whom)

        def proven() -> None:
            with plain.open("rb") as source:
                seal.seal_file(source, folder / "proven", keys)

        theirs = _best(lambda: subprocess.run(command, check=True), resource.RUSAGE_CHILDREN)
        for what, ours, aim in (
            ("as age does it", _best(alone, resource.RUSAGE_SELF), " (aim 1.5)"),
            ("hashed, forced to the disk, read back", _best(proven, resource.RUSAGE_SELF), ""),
        ):
            told = " beside ".join(f"{wall:.3f} s ({busy:.3f} s of processor)" for wall, busy in (ours, theirs))
            print(f"encryption of {size / MIB:.1f} MiB, {what}: {told}; ratio {ours[1] / theirs[1]:.2f}{aim}")


def _best(work: Callable[[], object], whose: int) -> tuple[float, float]:
    """Seconds of the fastest of nine times, and the least of the processor's."""
    seconds, busy = [], []
    for _ in range(9):
        used, began = resource.getrusage(whose), time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
        after = resource.getrusage(whose)
        busy.append(after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime)
    return min(seconds), min(busy)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    count = parser.parse_args().records
    found: dict[int, dict[str, dict[str, Any]]] = {}
    for size in (SMALL, count):
        with tempfile.TemporaryDirectory() as folder:
            found[size] = whole(Path(folder), size, size)
    for what in found[count]:
        print(f"{what}: {count} people, {OTHERS + 1} recipients (growth from {SMALL} records)")
        told(found[count][what], found[SMALL][what], count)
    sealing(found[count]["changed"]["size"] * MIB)
    sealing(64 * MIB)


PARTS: dict[str, Callable[..., None]] = {
    "send": lambda folder, post, what, count: send(Path(folder), Path(post), what, int(count)),
    "pack": lambda folder, post: pack(Path(folder), Path(post)),
    "take": lambda folder, bundle: take(Path(folder), Path(bundle), merge=True),
    "undo": lambda folder: take_back(Path(folder)),
}

if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in PARTS:
        PARTS[sys.argv[1]](*sys.argv[2:])
    else:
        main()
