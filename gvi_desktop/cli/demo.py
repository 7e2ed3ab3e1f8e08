"""`gvi-desktop demo`: a coordinator's weeks on made-up data in a fresh folder, then the window on it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from gvi_desktop import clock
from gvi_desktop.cli import output
from gvi_desktop.domain.errors import VaultError

LOOKS = "--looks"
"""Hidden argument of the program: draw the pages of a vault; it runs apart, since no command may need Qt."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--out", metavar="DIR", type=Path, help="the folder to make (default: gvi-demo with the time)")
    parser.add_argument("--no-window", action="store_true", help="do not open the window afterwards")
    parser.add_argument("--language", choices=["sv", "en"], default="sv")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.services import (
        checking,
        demonstration,
        demonstration_exchange,
        demonstration_papers,
        letterpictures,
    )

    folder = _fresh(args.out, clock.now())
    output.say(f"The demonstration is made in {folder} with made-up people.")

    def say(line: str) -> None:
        output.say(f"  {line}")

    told = demonstration.build(folder / "orebro.gvi", say, language=args.language)
    try:
        papers = demonstration_papers.write(told, folder / "papers", say)
        samples = told.workspace.read(letterpictures.pictures, folder / "papers" / "samples")
        seen = letterpictures.of_papers(papers, folder / "papers" / "pages")
        bundles = demonstration_exchange.play(told, folder / "colleague.gvi", folder / "exchange", say)
        told.workspace.back_up()
        checks = checking.check(told.workspace)
    finally:
        told.workspace.close()
    ok = all(one.ok for one in checks.values())
    say(f"vault check: {'ok' if ok else 'FAULT'}")
    (folder / "passphrase.txt").write_text(told.passphrase + "\n", encoding="utf-8")
    pictures = _looks(folder, told.folder, told.user)
    output.say(
        "Made:",
        f"  {told.folder} (user {told.user}, passphrase {told.passphrase})",
        f"  {folder / 'colleague.gvi'} (user {demonstration_exchange.USER}, same passphrase)",
        f"  {len(papers)} papers in {folder / 'papers'}, {len(seen)} of their pages as pictures, and {len(samples)} "
        "pages of letters in all languages",
        f"  {len(bundles)} bundles in {folder / 'exchange'}",
        f"  {pictures}",
        f"  the passphrase of both vaults, for commands: {folder / 'passphrase.txt'}",
    )
    if not args.no_window and _has_screen():
        return subprocess.call([*_program(), "--vault", str(told.folder)])  # noqa: S603 - our own program
    return 0 if ok else 1


def _fresh(wanted: Path | None, now: datetime) -> Path:
    folder = wanted or Path.cwd() / f"gvi-demo-{now.astimezone():%Y%m%d-%H%M%S}"
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultError("demo_folder_not_empty", path=str(folder))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise VaultError("no_permission", path=str(folder)) from fault
    return folder.resolve()


def _looks(folder: Path, vault: Path, user: str) -> str:
    """Pictures of the window's pages, drawn without a screen; a line that says what came of it."""
    if find_spec("PySide6") is None:
        return "no pictures: the window's library PySide6 is not installed"
    pictures = folder / "pictures"
    secret = str(folder / "passphrase.txt")
    command = [*_program(), LOOKS, str(pictures), "--vault", str(vault), "--passphrase-file", secret, "--user", user]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        return f"no pictures: the window could not be drawn ({last})"
    return f"{len(list(pictures.glob('*.png')))} pictures of the window in {pictures}"


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gvi_desktop"]


def _has_screen() -> bool:
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True
