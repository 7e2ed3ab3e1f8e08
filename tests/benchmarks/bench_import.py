"""A workbook of 5,000 rows into a vault: reading, preview and taking in, in seconds (aim: under 15 together)."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from kit import workbooks
from kit.vaults import SettableClock, new_vault

from gvi_desktop.services import importing, undo

ROWS = 5000
AIM = 15
T = TypeVar("T")
FAMILY = ("Berg", "Lind", "Öberg", "Åkesson", "Hassan", "Nilsson", "Ek", "Dahl", "Ström", "Ahmed", "Holm", "Sjö")
OUTCOMES = ("Nådd", "Ej hemma", "Avböjde")


def book(path: Path) -> Path:
    """A fifth of the rows are people, the rest visits to them."""
    people = [["Kod", "Förnamn", "Efternamn", "Född", "Grupp", "Anteckning"]]
    visits = [["Kod", "Datum", "Utfall", "Plats", "Anteckning"]]
    for n in range(ROWS // 5):
        born = date(1980, 1, 1) + timedelta(days=n * 7)
        name = f"{FAMILY[n % 12]}{FAMILY[n // 12 % 12].lower()}"
        people.append([f"K{n}", f"Elias{chr(97 + n % 26)}", name, born.isoformat(), f"Grupp {n % 40}", ""])
    for n in range(ROWS - ROWS // 5):
        day = date(2025, 1, 1) + timedelta(days=n % 365)
        visits.append([f"K{n % (ROWS // 5)}", f"{day:%d/%m-%y}", OUTCOMES[n % 3], "Hemma", "Lugnt mottagande"])
    return workbooks.xlsx(path, Personer=people, Underrättelser=visits)


def timed(what: str, work: Callable[[], T]) -> tuple[T, float]:
    """Do it and print the seconds."""
    began = time.perf_counter()
    done = work()
    took = time.perf_counter() - began
    print(f"{what:34} {took:6.2f} s")
    return done, took


def main() -> None:
    """Print the seconds of each part."""
    with tempfile.TemporaryDirectory() as folder:
        path = book(Path(folder) / "book.xlsx")
        workspace = new_vault(Path(folder) / "a.gvi", clock=SettableClock())
        read, one = timed("workbook read", lambda: importing.open_workbook(path))
        shown, two = timed("preview", lambda: workspace.read(importing.preview, read))
        result, three = timed("taken in as one step", lambda: workspace.write(importing.take_in, shown))
        total = one + two + three
        print(f"{'together':34} {total:6.2f} s (aim: under {AIM})")
        counts = ", ".join(f"{kind} {count}" for kind, count in result.accepted.items())
        print(f"accepted: {counts}; rejected {len(result.rejected)}")
        timed("the same workbook again", lambda: workspace.read(importing.preview, read))
        timed("undo of the whole import", lambda: workspace.write(undo.undo))
        workspace.close()


if __name__ == "__main__":
    main()
