"""`gvi-desktop journal …`: who did, saw, printed and exported what."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gvi_desktop.cli import output, session

if TYPE_CHECKING:
    from gvi_desktop.services.history import HistoryLine


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("--verify", action="store_true", help="check the whole chain first")
    parser.add_argument("--person", metavar="CODE", help="only what happened to this person's record")
    parser.add_argument("--json", action="store_true", help="for other programs; an entry and a disclosure of its own")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.services import history, journalfile

    with session.opened(args) as workspace:
        broken = workspace.read(history.verify) if args.verify else []
        if args.person:
            found = workspace.read(history.of_person, args.person)
        else:
            found = workspace.read(lambda unit: list(history.everything(unit)))
        if args.json:  # for other programs: it leaves the vault, which is an entry of its own and asks for the right
            workspace.write(journalfile.note, "json", len(found))
        else:
            workspace.write(journalfile.note_read, len(found), args.person or "")
    rows = [journalfile.row_of(one) for one in found]
    if args.json:
        output.say_json({"entries": rows} | ({"chain": {"ok": not broken, "broken": broken}} if args.verify else {}))
    else:
        shown = [
            (str(o.seq), _when(o), o.by, o.action, o.kind or "", o.title or o.detail)
            for o in found
        ]
        output.say(*output.table(shown))
        if args.verify:
            output.say("The chain holds." if not broken else f"The chain is broken at {', '.join(map(str, broken))}.")
    return 1 if broken else 0


def _when(line: HistoryLine) -> str:
    """The computer's clock; and where it was astray the one by which saves are ordered."""
    said = f"{line.at:%Y-%m-%d %H:%M}"
    return f"{said} (order {line.ordered_at:%Y-%m-%d %H:%M})" if line.astray else said
