"""T10: whatever the computer's clock does, what comes after what stays as it was, and the history shows both clocks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from kit.vaults import NOON, PASSPHRASE, SettableClock, new_vault

from gvi_desktop import clock as clocks
from gvi_desktop.cli.main import main
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import conflicts, contacts, groups, history, identity, journalfile, receiving, sending
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.unlocking import unlock
from gvi_desktop.services.workspace import Workspace

YEAR = timedelta(days=365)
STOCKHOLM, HAWAII = ZoneInfo("Europe/Stockholm"), timezone(timedelta(hours=-10))
Twist = Callable[[int, datetime], datetime]
"""What a wrong clock says at a step, given what a right one says."""

TWISTS: dict[str, Twist] = {
    "set back a year": lambda step, now: now - YEAR if step >= 2 else now,
    "back, and right again": lambda step, now: now - YEAR if step in (1, 2) else now,
    "ten years forward": lambda step, now: now + 10 * YEAR if step >= 1 else now,
    "ten years forward, and right again": lambda step, now: now + 10 * YEAR if step in (1, 2) else now,
    "to and fro": lambda step, now: now + (YEAR if step % 2 else -YEAR),
    "summer time ends amid it": lambda step, now: now.replace(
        year=2026, month=10, day=25, hour=0, minute=30 + step).astimezone(STOCKHOLM) + timedelta(minutes=20 * step),
    "summer time begins amid it": lambda step, now: now.replace(
        year=2027, month=3, day=28, hour=0, minute=40).astimezone(STOCKHOLM) + timedelta(minutes=20 * step),
    "another zone, the same moment": lambda _step, now: now.astimezone(HAWAII),
    "local time taken for universal": lambda _step, now: now + timedelta(hours=2),
    "the zone of the other side": lambda step, now: now - timedelta(hours=11 if step % 2 else 0),
}  # fmt: skip


class Office:
    """A vault whose clock may be wrong, and the bundles it sends."""

    def __init__(self, workspace: Workspace, clock: SettableClock) -> None:
        self.workspace, self.clock = workspace, clock

    def send(self, to: str, post: Path) -> Path:
        one = self.workspace.read(contacts.named, to).id
        return self.workspace.write(sending.export, sending.Request((one,)), post).path

    def take(self, path: Path) -> None:
        opened = self.workspace.read(receiving.read, path)
        self.workspace.write(receiving.take_in, opened)

    def say(self, group: str, **values: str) -> None:
        self.workspace.write(lambda unit: unit.change(Group, group, **values))

    def group(self, one: str) -> Group:
        return self.workspace.read(groups.get, one)


@contextmanager
def two_offices(folder: Path) -> Iterator[tuple[Office, Office]]:
    """Anna's, whose clock goes wrong, and Bo's, whose clock is right."""
    made = []
    for name in ("Anna", "Bo"):
        clock = SettableClock()
        made.append(Office(new_vault(folder / f"{name}.gvi", user=name, office=f"GVI {name}", clock=clock), clock))
    anna, bo = made
    for at, other in ((anna, bo), (bo, anna)):
        card = other.workspace.read(identity.card)
        one = at.workspace.write(contacts.add, card, name=other.workspace.user.name)
        at.workspace.write(contacts.verify, one, VerifiedHow.IN_PERSON)
    (folder / "post").mkdir()
    yield anna, bo
    for one in made:
        one.workspace.close()


def outcome(folder: Path, twist: Twist) -> tuple[object, ...]:
    """Saves that follow one another from office to office, then two that know nothing of each other."""
    post = folder / "post"
    with two_offices(folder) as (anna, bo):

        def step(number: int) -> None:
            right = NOON + timedelta(minutes=5 * number)
            anna.clock.now, bo.clock.now = twist(number, right), right

        step(0)
        one = anna.workspace.write(groups.add, GroupDraft(name="Norra", area="Öster")).id
        bo.take(anna.send("Bo", post))
        step(1)
        anna.say(one, name="Från Anna")
        bo.take(anna.send("Bo", post))
        step(2)
        bo.say(one, name="Från Bo, efter Anna")
        anna.take(bo.send("Anna", post))
        followed = anna.group(one).name, bo.group(one).name
        step(3)
        anna.say(one, name="Från Anna, efter Bo")
        bo.take(anna.send("Bo", post))
        step(4)
        anna.say(one, area="Söder")
        bo.say(one, area="Väster")
        bo.take(anna.send("Bo", post))
        anna.take(bo.send("Anna", post))
        for office in (anna, bo):
            assert office.workspace.read(history.verify) == []
        open_ = [office.workspace.read(conflicts.count) for office in (anna, bo)]
        assert anna.group(one).area == bo.group(one).area
        return (*followed, anna.group(one).name, bo.group(one).name, *open_)


def test_a_right_clock_is_what_the_others_are_held_against(tmp_path: Path) -> None:
    after = "Från Bo, efter Anna"
    last = "Från Anna, efter Bo"
    assert outcome(tmp_path, lambda _step, now: now) == (after, after, last, last, 1, 1)


@pytest.mark.parametrize("twist", TWISTS.values(), ids=TWISTS)
def test_what_follows_what_does_not_hang_on_the_clock(tmp_path: Path, twist: Twist) -> None:
    after, last = "Från Bo, efter Anna", "Från Anna, efter Bo"
    assert outcome(tmp_path, twist) == (after, after, last, last, 1, 1)


def test_the_history_shows_both_clocks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = SettableClock()
    workspace = new_vault(tmp_path / "a.gvi", clock=clock)
    clock.now = NOON - YEAR
    made = workspace.write(groups.add, GroupDraft(name="Norra", area="Öster")).id
    (added,) = workspace.read(history.of_record, made)
    assert added.at == NOON - YEAR
    assert abs(added.ordered_at - NOON) < timedelta(seconds=1)
    assert added.astray
    clock.now = NOON + timedelta(hours=1)
    workspace.write(groups.add, GroupDraft(name="Södra", area="Öster"))
    assert not workspace.read(history.newest, 1)[0].astray
    for form in journalfile.FORMS:
        journalfile.save(workspace, JournalQuery(), form, tmp_path / f"j.{form}")
    told = json.loads((tmp_path / "j.json").read_bytes())["entries"][added.seq - 1]
    assert (told["at"][:10], told["ordered_at"][:10]) == ("2025-11-22", "2026-11-22")
    heads, *rows = (tmp_path / "j.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "at;ordered_at" in heads
    assert "2025-11-22" in rows[added.seq - 1] and "2026-11-22" in rows[added.seq - 1]
    workspace.close()
    secret = tmp_path / "p"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    assert main(["journal", str(tmp_path / "a.gvi"), "--passphrase-file", str(secret)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line for line in listed if "2025-11-22 12:00 (order 2026-11-22 12:00)" in line]


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Asia/Tokyo", "Europe/Stockholm"])
def test_the_zone_of_the_computer_is_not_that_of_the_office(
    tmp_path: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day is the office's, and the moments are the same, wherever the computer believes to be."""
    import time

    monkeypatch.setenv("TZ", zone)
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        assert clocks.now().utcoffset() == timedelta(0)
        late = SettableClock(datetime(2026, 11, 22, 23, 30, tzinfo=UTC))  # half past midnight in the office
        workspace = new_vault(tmp_path / "a.gvi", clock=late)
        assert workspace.read(lambda unit: unit.today) == date(2026, 11, 23)
        assert workspace.read(history.newest, 1)[0].at == late.now
        workspace.close()
        again = unlock(tmp_path / "a.gvi", None, PASSPHRASE, clock=late)
        assert again.older is None
        again.close()
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()
