"""From starting the process to an unlock window that takes keys, beside KeePassXC on the same machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from kit.vaults import new_vault

RUNS = 7
ROOT = Path(__file__).resolve().parents[2]
TOP = 12
READY = """
import sys, time
import gvi_desktop.crypto.slotfile, gvi_desktop.services.vaultfolder, gvi_desktop.settings
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from ui import app as own

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(QApplication.focusWidget(), QLineEdit):
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, self.press)
        return False

    def press(self):
        line = QApplication.focusWidget()
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        QApplication.sendEvent(line, key)
        sys.stdout.write(f"{time.time()!r} {line.text()}")
        QApplication.exit(0)

own.harden()
app = own.theme.application(sys.argv[0])
watch = Watch(app)
app.installEventFilter(watch)
program = own.Program(Path(sys.argv[1]))
program.frame.show()
QTimer.singleShot(0, program.warm_up)
app.exec()
"""
"""What `gvi-desktop --vault` does: the first paint with a line in focus gets a key, and when it has it is told."""


def ours(vault: Path, env: dict[str, str]) -> float:
    """Seconds from starting Python to the key that the passphrase line has taken."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", READY, str(vault)], env=env, cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    if done.returncode or not done.stdout.strip().endswith(b"a"):
        raise SystemExit(f"the unlock window took no key: {done.stderr.decode()[-500:]}")
    return float(done.stdout.split()[0]) - began


def mapped(command: list[str], title: str, env: dict[str, str]) -> float:
    """Seconds from starting a program to its visible window, as the X server tells it."""
    began = time.time()
    process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.time() - began < 30 and process.poll() is None:
            asked = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title], env=env, capture_output=True, check=False
            )
            if asked.stdout.strip():
                return time.time() - began
            time.sleep(0.005)
        raise SystemExit(f"no window of {command[0]} came")
    finally:
        process.kill()
        process.wait()


@contextmanager
def screen(env: dict[str, str]) -> Iterator[dict[str, str]]:
    """A screen of its own in memory."""
    reads, writes = os.pipe()  # the server says by it which display it took, once it takes callers
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(writes), "-screen", "0", "1366x768x24"],
        pass_fds=(writes,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            display = told.readline().strip()
        yield {**env, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def several(name: str, run: Callable[[], float]) -> float:
    """The median of several runs, printed."""
    run()  # once, so that the disk's cache is warm for both
    found = sorted(run() for _ in range(RUNS))
    print(f"{name:58} {median(found):6.2f} s  ({found[0]:.2f} to {found[-1]:.2f})", flush=True)
    return median(found)


def imports(vault: Path, env: dict[str, str]) -> None:
    """The dearest imports on the way to the unlock window, each with what it brings."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", READY, str(vault)],
        env=env, cwd=ROOT, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    found = re.findall(r"import time:\s+(\d+) \|\s+(\d+) \|( +)(\S+)", done.stderr.decode())
    own = sorted(((int(alone), name) for alone, _, _, name in found), reverse=True)[:TOP]
    total = sum(int(alone) for alone, _, _, _ in found)
    print(f"imports: {len(found)} modules, {total / 1e6:.2f} s together (with the cost of timing them); dearest alone:")
    for alone, name in own:
        print(f"  {alone / 1000:7.1f} ms  {name}")


def main() -> None:
    """Print the medians side by side."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "office.gvi"
        new_vault(vault).close()
        env = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "QT_QPA_PLATFORM": "offscreen"}
        runtime = Path(folder) / "run"
        runtime.mkdir(mode=0o700)
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's Python keeps what it has compiled
        env |= {"PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(runtime)}
        several("gvi-desktop: start to a key taken, offscreen", lambda: ours(vault, env))
        if all(map(shutil.which, ("Xvfb", "xdotool"))):
            with screen(env) as shown:
                program = [sys.executable, "-m", "gvi_desktop", "--vault", str(vault)]
                own = several("gvi-desktop: start to mapped window", lambda: mapped(program, "GVI Desktop", shown))
                if shutil.which("keepassxc"):
                    theirs = ["keepassxc"]
                    other = several("KeePassXC: start to mapped window", lambda: mapped(theirs, "KeePass", shown))
                    print(f"ratio {own / other:.2f}")
                else:
                    print("KeePassXC: not installed, not measured")
        else:
            print("no Xvfb and xdotool: windows on a screen, ours and KeePassXC's, were not measured")
        imports(vault, env)


if __name__ == "__main__":
    main()
