"""The exchange folder after keys were changed: what was written for the old ones is still ours."""

from pathlib import Path

from kit.folder import befriend, desk
from kit.vaults import SettableClock

from gvi_desktop.services import ownkeys
from gvi_desktop.services.folderlines import Lies


def test_bundles_for_keys_since_replaced_and_signed_by_the_new_ones_of_a_contact_are_offered(tmp_path: Path) -> None:
    clock = SettableClock()
    anna, bo = (desk(tmp_path / "shared", tmp_path, name, clock) for name in ("Anna", "Bo"))
    befriend(anna.office, bo.office)
    anna.add("Oxhagen")
    anna.put()
    bo.office.write(ownkeys.rotate)
    assert bo.states() == [Lies.NEW]
    assert bo.take_all() == 1
    clock.move(minutes=1)
    anna.office.write(ownkeys.rotate)
    anna.add("Vivalla")
    anna.put()
    assert bo.states() == [Lies.NEW, Lies.READ]
    assert bo.take_all() == 1
    assert bo.groups() == ["Oxhagen", "Vivalla"]
    for one in (anna, bo):
        one.office.close()
