"""Five thousand rows from a workbook into an encrypted vault: reading, preview and taking in."""

from __future__ import annotations

import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kit import workbooks
from kit.vaults import new_vault
from stdnum import luhn

from gvi_desktop.services import importing

ROWS, LIMIT = 5000, 15.0
GIVEN = ("Adam", "Ali", "Omar", "Leo", "Elias", "Hugo", "Malik", "Samir", "Åke", "Örjan", "Jonas", "Emil", "Noah")
FAMILY = ("Haddad", "Öberg", "Petrović", "Lindqvist", "Söderlund", "Abdi", "Kaya", "Rezai", "Björk", "Al-Hassan")
PEOPLE = ["Nr", "Förnamn", "Efternamn", "Personnummer", "Grupp", "Språk", "Frivård (J/N)", "Källa"]
VISITS = ["Datum", "Tid", "Nr", "Namn", "Plats", "Utfört av", "Utfall", "Budskap 1", "Budskap 2", "Budskap 3",
          "Notering"]  # fmt: skip


def workbook(folder: Path) -> Path:
    """Half people, half visits, all made up."""
    chance = random.Random(4)
    people: dict[str, list[Any]] = {}
    while len(people) < ROWS // 2:
        born = date(1985, 1, 1) + timedelta(days=chance.randrange(7000))
        serial = f"{born:%y%m%d}{chance.choice(['238', '239'])}"
        number = f"{born:%Y%m%d}-{serial[-3:]}{luhn.calc_check_digit(serial)}"
        names = [chance.choice(GIVEN), chance.choice(FAMILY)]
        group = chance.choice(["Norra", "Södra", "Östra"])
        rest = [number, group, "svenska", chance.choice("JN"), "Kommunen"]
        people.setdefault(number, [f"P{len(people):05}", *names, *rest])
    visits = []
    for at in range(ROWS - len(people)):
        code, given, family, *_ = chance.choice(list(people.values()))
        day, clock = date(2023, 1, 1) + timedelta(days=chance.randrange(900)), f"{chance.randrange(9, 20)}:15"
        team = "Polisen + socialtjänsten"
        said = [day, clock, code, f"{given} {family}", "Hemmet", team, "Genomfört", "X", "X", "X", f"Notering {at}"]
        visits.append(said)
    return workbooks.xlsx(folder / "b.xlsx", Personer=[PEOPLE, *people.values()], Samtal=[VISITS, *visits])


def main() -> None:
    """Print seconds by the clock and of the processor."""
    with tempfile.TemporaryDirectory() as name:
        path, vault = workbook(Path(name)), new_vault(Path(name) / "b.gvi")
        marks = [(time.perf_counter(), time.process_time())]
        book = importing.open_workbook(path)
        marks.append((time.perf_counter(), time.process_time()))
        shown = vault.read(importing.preview, book)
        marks.append((time.perf_counter(), time.process_time()))
        result = vault.write(importing.take_in, shown)
        marks.append((time.perf_counter(), time.process_time()))
        vault.close()
    for what, before, after in zip(("read", "preview", "take in"), marks, marks[1:], strict=False):
        print(f"{what:>8}: {after[0] - before[0]:5.2f} s by the clock, {after[1] - before[1]:5.2f} s of processor")
    whole = marks[-1][0] - marks[0][0]
    print(f"{ROWS} rows as {sum(result.accepted.values())} records: {whole:.2f} s (limit {LIMIT:.0f} s)")


if __name__ == "__main__":
    main()
