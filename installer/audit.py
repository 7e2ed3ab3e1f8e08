"""`make audit`: which known faults has each version that requirements.lock pins? Asked at the package index.

Needs the network, and says so where there is none; run by people and CI, never by the program."""

from __future__ import annotations

import json
import re
import sys
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
SECONDS, AT_ONCE = 20, 6
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
Ask = Callable[[str, str], Any]


class OfflineError(Exception):
    """The index could not be asked."""


def pinned(lock: str) -> list[tuple[str, str]]:
    """Names and versions in a lock file."""
    return PINNED.findall(lock)


def index() -> str:
    """Where the index answers about versions: pip knows the address of the public one."""
    models = import_module("pip._internal.models.index")
    return str(models.PyPI.pypi_url)


def ask(name: str, version: str) -> Any:
    """What the index says of a version; OfflineError when it does not answer."""
    address = f"{index()}/{name}/{version}/json"
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 - https, as pip has it
            return json.load(answer)
    except (OSError, ValueError) as fault:
        raise OfflineError(f"{name} {version}: {getattr(fault, 'reason', fault)}") from fault


def faults(name: str, version: str, said: Any) -> Iterator[str]:
    """One line for each known fault of that version that was not withdrawn."""
    for one in said.get("vulnerabilities", ()):
        if not one.get("withdrawn"):
            names = ", ".join([str(one.get("id", "?")), *one.get("aliases", ())])
            mended = ", ".join(one.get("fixed_in") or ()) or "no version yet"
            yield f"{name} {version}: {names}; mended in {mended}"


def audit(lock: str, asked: Ask = ask) -> tuple[list[str], list[str]]:
    """The known faults, and the packages that could not be asked about."""
    found, unasked = list[str](), list[str]()

    def one(pin: tuple[str, str]) -> tuple[list[str], str]:
        try:
            return list(faults(*pin, asked(*pin))), ""
        except OfflineError as offline:
            return [], str(offline)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for lines, why in pool.map(one, pinned(lock)):
            found += lines
            unasked += [why] if why else []
    return found, unasked


def main(asked: Ask = ask) -> int:
    """0: nothing known; 1: a fault is known; 2: the index could not be asked about all of them."""
    lock = LOCK.read_text(encoding="utf-8")
    found, unasked = audit(lock, asked)
    for line in found:
        print(line)
    total = len(pinned(lock))
    print(f"{total} packages in requirements.lock, {len(found)} known faults.")
    if unasked:
        print(f"Not answered for {len(unasked)} of {total}, so nothing is known of them. Is there a network?")
        print(f"The first: {unasked[0]}")
    return 1 if found else 2 if unasked else 0


if __name__ == "__main__":
    sys.exit(main())
