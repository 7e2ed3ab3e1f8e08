"""`gvi-desktop identity export …`: this vault's keys for stock tools."""

from __future__ import annotations

import argparse
from pathlib import Path

from gvi_desktop.cli import output, session


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    export = verbs.add_parser("export", help="a passphrase-protected age identity and OpenSSH key")
    session.add_vault(export)
    export.add_argument("folder", metavar="DIR", type=Path)
    export.add_argument("--key-passphrase-file", metavar="FILE", help="the passphrase of the exported keys")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.services import identity

    with session.opened(args) as workspace:
        chosen = session.new_passphrase(args.key_passphrase_file, "Passphrase for the exported keys: ")
        made = workspace.write(identity.export, args.folder, chosen)
    output.say("Wrote:", *(str(path) for path in made))
    return 0
