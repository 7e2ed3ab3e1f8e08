"""Two real Syncthings on this machine, each with its copy of one folder, that speak to each other and nobody else.

They are set up as docs/exchange-folder.md says.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROGRAM = shutil.which("syncthing")
FOLDER = "utbyte"
KEY = "key-of-the-test"
PASSWORD = "fyra hästar på vägen"
OPTIONS = {
    "globalAnnounceEnabled": "false",
    "localAnnounceEnabled": "false",
    "relaysEnabled": "false",
    "natEnabled": "false",
    "startBrowser": "false",
    "crashReportingEnabled": "false",
    "autoUpgradeIntervalH": "0",
    "urAccepted": "-1",
    "reconnectionIntervalS": "1",
}
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass
class Syncthing:
    """One instance: its home, its copy of the folder, its ports on the loopback."""

    home: Path
    folder: Path
    port: int
    gui: int
    name: str = ""
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [str(PROGRAM), "serve", f"--home={self.home}", "--no-browser", "--no-restart", "--no-upgrade"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait(lambda: self.ask("system/ping") is not None, "Syncthing answers")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None

    def ask(self, path: str) -> object:
        """The answer of its interface, or None while it gives none."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.gui}/rest/{path}", headers={"X-API-Key": KEY})
        try:
            with DIRECT.open(request, timeout=5) as answer:
                return json.load(answer)
        except OSError:
            return None

    def scan(self) -> None:
        """Look at the folder now."""
        where = f"http://127.0.0.1:{self.gui}/rest/db/scan?folder={FOLDER}"
        request = urllib.request.Request(where, headers={"X-API-Key": KEY}, method="POST")
        DIRECT.open(request, timeout=30).close()

    @property
    def names(self) -> set[str]:
        return {one.name for one in self.folder.iterdir() if not one.name.startswith(".")}


def two(root: Path) -> tuple[Syncthing, Syncthing]:
    """A pair that knows each other, not yet started."""
    anna, bo = _made(root, "anna", "bo")
    for one, other in ((anna, bo), (bo, anna)):
        configure(one, other)
    return anna, bo


def with_a_third(root: Path) -> tuple[Syncthing, Syncthing, Syncthing]:
    """A pair that meets only at a third, which is not trusted and holds the folder encrypted."""
    anna, bo, third = _made(root, "anna", "bo", "third")
    (third.folder / ".stignore").unlink()
    for one in (anna, bo):
        configure(one, third, password=PASSWORD)
    configure(third, anna, bo, kind="receiveencrypted")
    return anna, bo, third


def _made(root: Path, *names: str) -> list[Syncthing]:
    made = [Syncthing(root / f"home-{name}", root / f"folder-{name}", free_port(), free_port()) for name in names]
    for one in made:
        one.folder.mkdir()
        (one.folder / ".stignore").write_text("*.part\n")
        done = subprocess.run(
            [str(PROGRAM), "generate", f"--home={one.home}", "--no-default-folder"], capture_output=True, check=True
        )
        one.name = ET.parse(one.home / "config.xml").find("device").get("id", "")  # noqa: S314 # type: ignore[union-attr]
        assert one.name, done.stdout
    return made


def configure(one: Syncthing, *others: Syncthing, kind: str = "sendreceive", password: str = "") -> None:
    """Nothing but the loopback, one folder, its colleagues; with a `password` these see it encrypted only."""
    tree = ET.parse(one.home / "config.xml")  # noqa: S314 - our own file
    root = tree.getroot()
    for old in (*root.findall("folder"), *root.findall("device")):
        root.remove(old)
    for device in (one, *others):
        made = ET.SubElement(root, "device", {"id": device.name, "name": device.home.name, "compression": "never"})
        ET.SubElement(made, "address").text = f"tcp://127.0.0.1:{device.port}"
        if password and device is not one:
            ET.SubElement(made, "untrusted").text = "true"
    folder = ET.SubElement(
        root, "folder",
        {"id": FOLDER, "label": FOLDER, "path": str(one.folder), "type": kind, "rescanIntervalS": "5",
         "fsWatcherEnabled": "true", "fsWatcherDelayS": "1", "ignorePerms": "true"},
    )  # fmt: skip
    for device in (one, *others):
        sharing = ET.SubElement(folder, "device", {"id": device.name})
        if password and device is not one:
            ET.SubElement(sharing, "encryptionPassword").text = password
    ET.SubElement(folder, "maxConflicts").text = "10"
    options = root.find("options")
    assert options is not None
    for name, value in OPTIONS.items():
        setting(options, name).text = value
    for old in options.findall("listenAddress"):
        options.remove(old)
    ET.SubElement(options, "listenAddress").text = f"tcp://127.0.0.1:{one.port}"
    gui = root.find("gui")
    assert gui is not None
    setting(gui, "address").text = f"127.0.0.1:{one.gui}"
    setting(gui, "apikey").text = KEY
    tree.write(one.home / "config.xml")


def setting(parent: ET.Element, name: str) -> ET.Element:
    found = parent.find(name)
    return found if found is not None else ET.SubElement(parent, name)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait(until: Callable[[], bool], what: str, seconds: float = 90) -> float:
    """Until it is so; how long it took. What did not come is named."""
    began = time.monotonic()
    while not until():
        if time.monotonic() - began > seconds:
            raise AssertionError(f"did not come: {what}")
        time.sleep(0.2)
    return time.monotonic() - began
