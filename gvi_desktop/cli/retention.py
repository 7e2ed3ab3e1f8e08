"""`gvi-desktop retention …`: what is due for erasure and why; erases with a protocol without names."""

from __future__ import annotations

import argparse

from gvi_desktop.cli import output, session
from gvi_desktop.domain.errors import RefusedError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("--erase-due", action="store_true", help="erase everybody whose time is up")
    parser.add_argument("--reason", metavar="TEXT", default="")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.services import retention

    if args.erase_due and not args.reason.strip():
        raise RefusedError("reason_missing")
    with session.opened(args) as workspace:
        found = workspace.read(retention.due)
        if args.erase_due and found:
            protocol = workspace.write(retention.erase, [one.id for one in found], args.reason)
            output.say(f"Erased {protocol.on}: {protocol.people} people; reason: {protocol.reason}")
            output.say(*(f"  {kind}: {number}" for kind, number in sorted(protocol.records.items())))
            output.say(
                f"Copies may remain in {protocol.bundles} bundles, {protocol.letters} letters and older backups."
            )
            return 0
    if not found:
        output.say("Nothing is due.")
        return 0
    rows = [
        (one.code_name, one.clock.end.isoformat(), one.clock.regime, one.clock.hard_end.isoformat()) for one in found
    ]
    output.say(*output.table([("person", "due", "regime", "hard limit"), *rows]))
    return 0
