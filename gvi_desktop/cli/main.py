"""The commands together: parsing, and turning errors into one plain line and exit code 1."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from typing import Protocol

from gvi_desktop import __version__
from gvi_desktop.cli import output
from gvi_desktop.domain.errors import GviError
from gvi_desktop.hardening import harden, where

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "a coordinator's week on made-up data in a fresh folder"),
    "vault": ("vault", "create, check, back up and restore a vault; its users and passphrases"),
    "import": ("import_", "take in a workbook (XLSX, ODS, CSV)"),
    "report": ("report", "the indicators, as text, JSON, CSV, XLSX or PDF"),
    "letters": ("letters", "letters as one PDF, entered in the register"),
    "callin": ("callin", "a call-in's papers and calendar"),
    "contact": ("contact", "exchange of public contact cards"),
    "identity": ("identity", "this vault's keys for stock tools"),
    "bundle": ("bundle", "write, inspect and take in encrypted bundles"),
    "journal": ("journal", "who did, saw, printed and exported what"),
    "subject": ("subject", "subject-access extract for one person"),
    "retention": ("retention", "what is due for erasure, and why"),
}
"""Command -> (module in this package, one line of help). A module is imported only when its command runs."""


class Command(Protocol):
    """What a command's module offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the exit code. GviError is worded by the caller."""


def main(argv: list[str]) -> int:
    """Run one command line; returns the exit code (0 done, 1 refused or failed, 2 wrong usage)."""
    harden()
    parser = argparse.ArgumentParser(prog="gvi-desktop", description="The coordinator's desk for GVI.")
    parser.add_argument("--version", action="version", version=f"gvi-desktop {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((word for word in argv if not word.startswith("-")), "")
    modules: dict[str, Command] = {}
    for name, (module, line) in COMMANDS.items():
        sub = commands.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".")
        if name == wanted:
            modules[name] = importlib.import_module(f"gvi_desktop.cli.{module}")
            modules[name].configure(sub)
    args = parser.parse_args(argv)
    try:
        return modules[args.command].run(args)
    except GviError as error:
        output.complain(sentence(error))
        return REFUSED
    except BrokenPipeError:
        # The reader has gone (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        output.complain("Stopped. A step is done whole or not at all; the journal tells which were done.")
        return REFUSED
    except Exception as fault:
        # A traceback would tell messages, and they may hold what somebody's record says.
        output.complain("The program met a fault; what was saved before is safe. For whoever mends it:")
        output.complain(where(fault))
        return REFUSED


def sentence(error: GviError) -> str:
    """An error as one plain English line."""
    from gvi_desktop.wording import Words

    return " ".join(Words("en").error(error).split())
