"""`gvi-desktop retention …`: what is due for erasure and why; erases with a protocol without names."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gvi_desktop.cli import output, session
from gvi_desktop.domain.errors import RefusedError

if TYPE_CHECKING:
    from gvi_desktop.services.workspace import Workspace


NAMES = {"replace": True, "keep": False}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("--erase-due", action="store_true", help="erase everybody whose time is up")
    parser.add_argument("--reason", metavar="TEXT", default="")
    parser.add_argument(
        "--names",
        choices=NAMES,
        help="with --erase-due: what becomes of names in other records' texts that may be somebody else's",
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.services import retention

    if args.erase_due and not args.reason.strip():
        raise RefusedError("reason_missing")
    with session.opened(args) as workspace:
        found = workspace.read(retention.due)
        if args.erase_due and found:
            return _erase(workspace, [one.id for one in found], args)
    if not found:
        output.say("Nothing is due.")
        return 0
    rows = [
        (one.code_name, one.clock.end.isoformat(), one.clock.regime, one.clock.hard_end.isoformat()) for one in found
    ]
    output.say(*output.table([("person", "due", "regime", "hard limit"), *rows]))
    return 0


def _erase(workspace: Workspace, people: list[str], args: argparse.Namespace) -> int:
    from gvi_desktop.services import erasing, retentionprotocol

    waiting = [one for one in erasing.preview(workspace, people).mentions if not one.sure]
    if waiting and not args.names:
        for one in waiting:
            output.complain(f"{one.kind} {one.title or one.id[:8]}, {one.field}: {one.excerpt}")
    decided = {one.place: NAMES[args.names] for one in waiting} if args.names else {}
    protocol = erasing.erase(workspace, people, args.reason, decided)
    output.say(f"Erased {protocol.on}. People: {protocol.people}; reason: {protocol.reason}")
    report = workspace.read(retentionprotocol.report, protocol, "en")
    for section in report.sections:
        output.say("", section.heading)
        output.say(*output.table([section.heads, *([str(cell) for cell in row] for row in section.rows)]))
    output.say("", *report.notes)
    return 0
