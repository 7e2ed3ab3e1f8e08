"""A made-up vault of any size, for measuring: people, groups, links and visits, and all that `largework` adds."""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import largework
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.letter import Letter, LetterDraft
from gvi_desktop.domain.membership import Membership, MembershipDraft, Reliability, SourceKind
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, PlaceKind, TeamMember, Trigger
from gvi_desktop.domain.person import Person, PersonDraft, PersonRole, Supervision
from gvi_desktop.domain.phonecall import Phonecall, PhonecallDraft
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.migrations import versions

KEPT = Path(__file__).resolve().parents[2] / ".benchmarks"
"""Where built vaults wait for the next measurement; git knows nothing of them and `make clean` takes them."""
STEP = 5000
"""People of one step, with their memberships and three visits each."""
TODAY = date(2026, 11, 22)
GIVEN = (
    "Elias", "Nils", "Amir", "Yusuf", "Oskar", "Liam", "Hugo", "Åke", "Björn", "Östen", "Ali", "Omar", "Viktor",
    "Anton", "Samuel", "Mohammed", "Ibrahim", "Jonas",
)  # fmt: skip
FAMILY = (
    "Berg", "Lind", "Öberg", "Åkesson", "Hassan", "Nilsson", "Ek", "Dahl", "Ström", "Ahmed", "Holm", "Sjö",
    "Al-Khalil", "Novák", "Petrović", "Wall",
)  # fmt: skip
OUTCOMES = (Outcome.REACHED, Outcome.REACHED, Outcome.REACHED, Outcome.NOT_HOME, Outcome.DECLINED, None)


class MovingClock:
    """A clock that goes on by itself, slowly."""

    def __init__(self) -> None:
        self._now = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(milliseconds=1)
        return self._now


def path_of(people: int) -> Path:
    """Where a vault of this size lies; another shape of the file, or of this maker, makes another name."""
    shape = hashlib.sha256(Path(__file__).read_bytes() + Path(largework.__file__).read_bytes())
    for source in sorted(Path(str(versions.__path__[0])).glob("v*.py")):
        shape.update(source.read_bytes())
    return KEPT / f"people-{people}-{shape.hexdigest()[:8]}.gvi"


def ready(people: int) -> Path:
    """The folder of a vault of this size, built now if it is not there; tells how long it took."""
    folder = path_of(people)
    if not folder.exists():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        workspace, seconds = build(part, people)
        workspace.close()
        part.rename(folder)
        pace = 5 * people / seconds
        print(f"built: {people} people, {3 * people} notifications in {seconds:.0f} s ({pace:.0f} records a second)")
    return folder


def opened(people: int) -> Workspace:
    """A vault of this size, unlocked."""
    return unlocking.unlock(ready(people), None, PASSPHRASE, clock=MovingClock())


def build(folder: Path, people: int) -> tuple[Workspace, float]:
    """A vault with so many people and three times as many notifications, and the seconds it took."""
    began = time.perf_counter()
    workspace = new_vault(folder, clock=MovingClock())  # type: ignore[arg-type]
    chance = random.Random(1)
    groups, rounds = workspace.write(_groups, chance, max(12, people // 400))
    for first in range(0, people, STEP):
        workspace.write(_people, chance, first, min(first + STEP, people), groups, rounds)
        if sys.stderr.isatty():
            sys.stderr.write(f"\rbuilding: {min(first + STEP, people)} of {people} people")
    workspace.write(_rest, chance, max(20, people // 50))
    largework.fill(workspace, chance, people)
    return workspace, time.perf_counter() - began


def _groups(unit: Unit, chance: random.Random, count: int) -> tuple[list[str], list[str]]:
    made = [unit.add(Group, GroupDraft(name=f"Grupp {n}", area=chance.choice(FAMILY))).id for n in range(count)]
    rounds = [
        unit.add(Round, RoundDraft(name=f"Omgång {n}", from_on=TODAY - timedelta(days=30 * n))).id for n in range(24)
    ]
    return made, rounds


def _people(
    unit: Unit, chance: random.Random, first: int, last: int, groups: list[str], rounds: list[str]
) -> None:
    for number in range(first, last):
        group = chance.choice(groups)
        person = unit.add(
            Person,
            PersonDraft(
                code_name=f"P{number + 1:03}",
                given_name=chance.choice(GIVEN),
                family_name=f"{chance.choice(FAMILY)}{'' if number % 3 else chance.choice(FAMILY).lower()}",
                birth_date=date(1980, 1, 1) + timedelta(days=chance.randrange(10_000)),
                role=chance.choice(tuple(PersonRole)),
                supervision=chance.choice(tuple(Supervision)),
                next_review_on=TODAY + timedelta(days=chance.randrange(-5, 180)),
            ),
        ).id
        unit.add(
            Membership,
            MembershipDraft(
                person=person,
                group=group,
                from_on=date(2025, 1, 1),
                source="Kartläggning 2025",
                source_kind=SourceKind.MAPPING,
                reliability=Reliability.MOSTLY,
                approved_by="Bo",
                review_on=TODAY + timedelta(days=chance.randrange(1, 180)),
            ),
        )
        for _ in range(3):
            _visit(unit, chance, person, group, rounds)


def _visit(unit: Unit, chance: random.Random, person: str, group: str, rounds: list[str]) -> None:
    outcome = chance.choice(OUTCOMES)
    on = TODAY - timedelta(days=chance.randrange(0, 900))
    talked = outcome is Outcome.REACHED
    old = talked and (TODAY - on).days > 100
    unit.add(
        Notification,
        NotificationDraft(
            person=person,
            group=group,
            round=chance.choice(rounds),
            trigger=Trigger.AFTER_CALLIN,
            planned_on=TODAY + timedelta(days=chance.randrange(30)) if outcome is None else None,
            on=None if outcome is None else on,
            place=chance.choice(tuple(PlaceKind)),
            team=(TeamMember("Polisen", "Karin Dahl"), TeamMember("Kommunen", "Per Holm")),
            outcome=outcome,
            message_1=talked,
            message_2=talked,
            message_3=talked,
            followup_30_on=on + timedelta(days=30) if old else None,
            followup_90_on=on + timedelta(days=90) if old else None,
            note="Samtal i trapphuset, lugnt mottagande." if talked else "",
        ),
    )


def _rest(unit: Unit, chance: random.Random, count: int) -> None:
    for number in range(count):
        day = TODAY - timedelta(days=chance.randrange(400))
        unit.add(Phonecall, PhonecallDraft(on=day, note="Vill veta mer om stödet"))
        unit.add(Task, TaskDraft(title=f"Ring {number}", owner="Anna Ek", due_on=day + timedelta(days=390)))
        unit.add(Letter, LetterDraft(number=f"2026-{number:05}", printed_on=day))
