"""With a real engine: two offices, two Syncthings on the loopback; files are renamed, delayed, doubled, in conflict."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from kit.folder import Desk, befriend, desk
from kit.posting import post
from kit.syncthing import FOLDER, PROGRAM, Syncthing, two, wait, with_a_third
from kit.vaults import SettableClock

from gvi_desktop.services import exchangefolder
from gvi_desktop.services.folderlines import Lies, copied_by

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="syncthing is not installed (Debian: apt install syncthing)")


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[tuple[Syncthing, Syncthing]]:
    pair = two(tmp_path)
    with ExitStack() as running:
        for one in pair:
            running.callback(one.stop)
            one.start()
        yield pair


@pytest.fixture
def offices(engines: tuple[Syncthing, Syncthing], tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    clock = SettableClock()
    anna, bo = (desk(one.folder, tmp_path, name, clock) for one, name in zip(engines, ("Anna", "Bo"), strict=True))
    befriend(anna.office, bo.office)
    yield anna, bo
    anna.office.close()
    bo.office.close()


def carried(anna: Syncthing, bo: Syncthing) -> None:
    """Both copies of the folder hold the same names, and no file is on its way."""
    for one in (anna, bo):
        one.scan()
    wait(lambda: anna.names == bo.names, f"the same files on both sides: {anna.names ^ bo.names}")
    wait(lambda: not [*anna.folder.glob(".syncthing.*"), *bo.folder.glob(".syncthing.*")], "no file on its way")


def test_two_vaults_come_together_though_files_are_renamed_delayed_doubled_and_in_conflict(
    engines: tuple[Syncthing, Syncthing], offices: tuple[Desk, Desk]
) -> None:
    (left, right), (anna, bo) = engines, offices

    # Carried as it is, and not offered before it is whole.
    anna.add("Oxhagen")
    first = anna.put().path
    states: set[Lies] = set()

    def there() -> bool:
        states.update(one.state for one in bo.look(after=1.0))
        return Lies.NEW in states

    left.scan()
    wait(there, "the bundle")
    assert states <= {Lies.COMING, Lies.NEW}
    assert (right.folder / first.name).read_bytes() == first.read_bytes()

    # Doubled under another name.
    shutil.copy(first, first.with_name(f"{first.stem} - Kopia.age"))
    carried(left, right)
    (line,) = bo.settled()
    assert (line.state, len(line.names)) == (Lies.NEW, 2)
    assert bo.take_all() == 1

    # Renamed by somebody at the other end: it is the same to both.
    (right.folder / first.name).rename(right.folder / "Från Anna i går")
    carried(left, right)
    assert bo.states() == [Lies.READ] and anna.states() == [Lies.OWN]

    # Delayed: one engine is off while both write; what was written first is even lost on the way.
    right.stop()
    lost = anna.put().path
    lost.unlink()
    for at in range(3):
        anna.add(f"Anna {at}")
        bo.add(f"Bo {at}")
        anna.put()
        bo.put()
    # Both sides meanwhile give two bundles the same name.
    shutil.copy(anna.put().path, left.folder / "till mötet.age")
    shutil.copy(bo.put().path, right.folder / "till mötet.age")
    right.start()
    carried(left, right)
    wait(lambda: any("sync-conflict" in name for name in left.names), "a conflict copy by Syncthing itself")
    carried(left, right)
    marked = {copied_by(name) for one in (*anna.settled(), *bo.settled()) for name in one.names}
    assert "syncthing" in marked

    for _round in range(2):
        for office in (anna, bo):
            office.take_all()
            office.put()
        carried(left, right)
    anna.take_all()
    bo.take_all()
    assert anna.groups() == bo.groups() == ["Anna 0", "Anna 1", "Anna 2", "Bo 0", "Bo 1", "Bo 2", "Oxhagen"]
    assert {one.state for office in (anna, bo) for one in office.settled()} == {Lies.OWN, Lies.READ}

    # Receipts come the same way, and what has come through can be cleared, here and there.
    sent = next(one for one in bo.look() if one.state is Lies.READ)
    bo.clock.move(minutes=1)
    post(bo.office, exchangefolder.make_receipt, sent.bundle_id)
    carried(left, right)
    anna.take_all()
    assert any(one.settled for one in anna.settled())


def test_a_third_that_nobody_trusts_carries_between_two_that_never_meet_and_sees_neither_names_nor_contents(
    tmp_path: Path,
) -> None:
    left, right, third = with_a_third(tmp_path)
    clock = SettableClock()
    with ExitStack() as running:
        for one in (left, right, third):
            running.callback(one.stop)
        anna, bo = (desk(one.folder, tmp_path, name, clock) for one, name in ((left, "Anna"), (right, "Bo")))
        running.callback(anna.office.close)
        running.callback(bo.office.close)
        befriend(anna.office, bo.office)
        anna.add("Oxhagen")
        sent = anna.put().path

        def held() -> list[Path]:
            files = (one for one in third.folder.rglob("*") if one.is_file() and ".stfolder" not in one.parts)
            return [one for one in files if one.suffix != ".tmp" and one.stat().st_size > sent.stat().st_size]

        def has_all() -> bool:
            """Also by its own account: what it has not entered yet it would not pass on."""
            told = third.ask(f"db/status?folder={FOLDER}")
            return isinstance(told, dict) and told["localFiles"] > 0 and not told["needTotalItems"]

        third.start()
        left.start()
        left.scan()
        wait(lambda: bool(held()) and has_all(), "the bundle at the third")
        left.stop()
        (kept,) = held()
        assert "gvi_" not in str(kept.relative_to(third.folder))
        assert b"age-encryption.org" not in kept.read_bytes()
        # Bo's is switched on when Anna's is off.
        right.start()
        wait(lambda: (right.folder / sent.name).exists(), "the bundle from the third")
        assert (right.folder / sent.name).read_bytes() == sent.read_bytes()
        assert bo.take_all() == 1 and "Oxhagen" in bo.groups()
