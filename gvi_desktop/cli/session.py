"""Signing in from the command line: passphrases from terminal or file, never from arguments or environment."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import secrets
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.cli import output
from gvi_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from gvi_desktop.services.workspace import Workspace


def add_vault(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that opens a vault."""
    parser.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    add_credentials(parser)


def add_credentials(parser: argparse.ArgumentParser) -> None:
    """Who acts, and where the passphrase comes from."""
    parser.add_argument("--user", metavar="NAME", help="who acts; may be left out where the vault has one user")
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="read the passphrase from the first line of FILE (- is standard input) instead of the terminal",
    )


def passphrase(args: argparse.Namespace, prompt: str = "Passphrase: ", *, twice: bool = False) -> str:
    """The passphrase: first line of the named file, or asked for on the terminal."""
    if args.passphrase_file:
        return _first_line(args.passphrase_file)
    typed = _typed(prompt)
    if twice and _typed("Again: ") != typed:
        raise VaultError("passphrases_differ")
    return typed


def _typed(prompt: str) -> str:
    try:
        return getpass.getpass(prompt)
    except EOFError:  # no terminal, and nothing on standard input
        raise VaultError("passphrase_empty") from None


def _first_line(name: str) -> str:
    try:
        if name == "-":
            return sys.stdin.readline().rstrip("\r\n")
        with Path(name).open(encoding="utf-8-sig") as file:  # Notepad puts a mark before the first letter
            return file.readline().rstrip("\r\n")
    except FileNotFoundError as fault:
        raise VaultError("passphrase_file_missing", path=name) from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise VaultError("passphrase_file_unreadable", path=name) from fault


def new_passphrase(file: str | None, prompt: str) -> str:
    """A passphrase to be set: from its own file, or typed twice."""
    if file:
        return _first_line(file)
    typed = _typed(prompt)
    if _typed("Again: ") != typed:
        raise VaultError("passphrases_differ")
    return typed


def secret_text(file: str | None, prompt: str) -> str:
    """Another secret: from a file, or typed unseen."""
    return _first_line(file) if file else _typed(prompt)


def read_back(words: Sequence[str], count: int = 3) -> None:
    """Ask for some words of a paper, where somebody sits at a terminal. VaultError "read_back"."""
    if not sys.stdin.isatty():
        return
    for at in sorted(secrets.SystemRandom().sample(range(len(words)), count)):
        if _typed(f"Word {at + 1} from your paper: ").strip().casefold() != words[at].casefold():
            raise VaultError("read_back", number=at + 1)


def tell_older(workspace: Workspace) -> None:
    """Say on standard error when the vault does not hold what this computer has seen of it."""
    if workspace.older is not None:
        from gvi_desktop.services import older
        from gvi_desktop.wording import Words

        output.complain(older.sentence(workspace.older, Words("en")))


@contextlib.contextmanager
def opened(args: argparse.Namespace) -> Iterator[Workspace]:
    """The vault named on the command line, unlocked; backed up when due, and closed afterwards."""
    from gvi_desktop.services import rescuelooked, temporary, unlocking

    temporary.tidy()
    unlocking.read_keys(args.vault)  # a missing vault is told before anybody types a passphrase
    workspace = unlocking.unlock(args.vault, args.user, passphrase(args))
    tell_older(workspace)
    try:
        rescuelooked.take_in(workspace)
        yield workspace
        with contextlib.suppress(VaultError):
            workspace.back_up_if_due()
    finally:
        workspace.close()
