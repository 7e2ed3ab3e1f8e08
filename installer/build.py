"""Builds the program as one folder with PyInstaller, and tries the built program before it is called done."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import Distribution
from pathlib import Path

from installer import strings
from installer.bill import bill, parts

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
PROGRAM = DIST / "gvi-desktop" / ("gvi-desktop.exe" if sys.platform == "win32" else "gvi-desktop")
SECONDS_OPEN = 8
"""How long the window must stay open to count as started."""

# What the built program may see of this computer: nothing of the environment that it was built in.
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XAUTHORITY")


class BuildError(Exception):
    """The program was not built, or the built program does not do what it must."""


def build() -> None:
    """Makes dist/gvi-desktop/ with the program, the licences and the bill of materials in it."""
    strings.compile_all(ROOT)
    shutil.rmtree(DIST / "gvi-desktop", ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(ROOT / "build"), str(ROOT / "installer" / "gvi-desktop.spec")]
    if subprocess.run([*command, *places], check=False, cwd=ROOT).returncode:
        raise BuildError("PyInstaller failed; what it said is above")
    strip_debug(PROGRAM.parent / "_internal")
    (PROGRAM.parent / "packages.cdx.json").write_text(bill() + "\n", encoding="utf-8")
    for name, part in parts().items():
        copy_licences(part, PROGRAM.parent / "licences" / name)


def strip_debug(folder: Path) -> None:
    """Takes what only a debugger reads out of Python and its compiled modules, on Linux, where wheels carry it."""
    strip = shutil.which("strip")
    if sys.platform != "linux" or strip is None:
        return
    for path in sorted({*folder.rglob("*.cpython-*.so"), *folder.glob("libpython*.so*")}):
        if path.is_file() and not path.is_symlink():
            subprocess.run([strip, "--strip-debug", str(path)], check=False, stderr=subprocess.DEVNULL)


def copy_licences(part: Distribution, target: Path) -> None:
    """Puts the licence texts of a package beside the program, as most of them ask."""
    for file in part.files or ():
        if ".dist-info" in file.parts[0] and file.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS")):
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), target / file.name)


def surroundings(home: Path) -> dict[str, str]:
    """An environment with a home of its own, so that a try neither reads nor leaves anything of ours."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    own = {"HOME": home, "APPDATA": home, "LOCALAPPDATA": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    return kept | {name: str(path) for name, path in own.items()} | {"QT_QPA_PLATFORM": "offscreen"}


def say(home: Path, *arguments: str) -> str:
    """Runs a command of the built program; returns what it printed."""
    done = subprocess.run(
        [str(PROGRAM), *arguments],
        cwd=home, env=surroundings(home), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if done.returncode:
        raise BuildError(f"gvi-desktop {' '.join(arguments)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def try_vault(home: Path) -> None:
    """A vault is created and found whole."""
    (home / "p").write_text("four plain words here\n", encoding="utf-8")
    who = ("--user", "Anna", "--agency", "Testby kommun", "--kind", "municipality")
    where = ("--office", "GVI Testby", "--town", "Testby", "--purpose", "Trying the built program")
    say(home, "vault", "create", "try.gvi", *who, *where, "--passphrase-file", "p")
    answer = json.loads(say(home, "vault", "check", "try.gvi", "--json", "--passphrase-file", "p"))
    if answer["ok"] is not True:
        raise BuildError(f"vault check says {answer}")


def try_window(home: Path) -> None:
    """The window opens and stays open, and complains of nothing."""
    with subprocess.Popen(
        [str(PROGRAM)], cwd=home, env=surroundings(home),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as window:  # fmt: skip
        end = time.monotonic() + SECONDS_OPEN
        while window.poll() is None and time.monotonic() < end:
            time.sleep(0.1)
        ended = window.poll()
        window.terminate()
        said, _ = window.communicate(timeout=20)
    if ended is not None or "Traceback" in said:
        raise BuildError(f"the window did not stay open (exit code {ended})\n{said}")


def main() -> int:
    """The command: build, try, and say what was made."""
    try:
        build()
        with tempfile.TemporaryDirectory() as folder:
            try_vault(Path(folder))
            try_window(Path(folder))
    except BuildError as error:
        print(f"Not built: {error}", file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{PROGRAM.relative_to(ROOT)} starts, checks a vault and opens its window; {size / 1e6:.0f} MB in its folder")
    return 0


if __name__ == "__main__":
    sys.exit(main())
