"""`gvi-desktop import …`: take in a workbook, all or nothing unless bad rows are to be skipped."""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gvi_desktop.cli import output, session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gvi_desktop.services.importing import Preview, Proposal, Rejected, Result

SHOWN = 20
"""Rejected cells that are listed where no file is asked for them."""
HEADINGS = ("sheet", "row", "column", "value", "reason")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("workbook", metavar="WORKBOOK", type=Path, help="XLSX, ODS or CSV")
    parser.add_argument("--sheet", metavar="S", help="only this sheet")
    parser.add_argument("--as", dest="concept", metavar="CONCEPT", help="what the sheet holds, such as notification")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")
    parser.add_argument(
        "--skip-bad-rows", metavar="REJECTS.csv", type=Path, help="leave out rows with bad cells; list them here"
    )
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.domain.errors import WorkbookError
    from gvi_desktop.services import importing

    rejects: Path | None = args.skip_bad_rows
    if rejects is not None and rejects.resolve() == args.workbook.resolve():
        raise WorkbookError("rejects_same_file")
    book = importing.open_workbook(args.workbook, args.sheet, args.concept)
    with session.opened(args) as workspace:
        shown = workspace.read(importing.preview, book, args.sheet, args.concept)
        if args.dry_run:
            _tell(args, shown, done=False)
            return 0
        if shown.rejected and rejects is None:
            _tell(args, shown, done=False, accepted={})
            raise WorkbookError("import_rejected", count=len(shown.rejected))
        if rejects is not None:
            _write(rejects, shown.rejected)
        progress = output.TerminalProgress("Importing")
        result = workspace.write(
            importing.take_in, shown, progress=progress, skip_bad_rows=rejects is not None
        )
    _tell(args, result, done=True)
    return 0


def _tell(
    args: argparse.Namespace, found: Preview | Result, *, done: bool, accepted: dict[str, int] | None = None
) -> None:
    counts = dict(found.accepted) if accepted is None else accepted
    if args.json:
        output.say_json(
            {
                "accepted": counts,
                "matched_people": found.matched_people,
                "rejected": [_cell(one) for one in found.rejected],
                "proposals": [_proposal(one) for one in found.proposals],
                "same": dict(found.same),
                "dry_run": bool(args.dry_run),
            }
        )
        return
    if counts or done or args.dry_run:
        output.say("Taken in:" if done else "Would be taken in:")
        output.say(*output.table([[f"  {kind}", str(count)] for kind, count in counts.items()] or [["  nothing", ""]]))
    if found.same:
        output.say("Already there:", *output.table([[f"  {kind}", str(count)] for kind, count in found.same.items()]))
    if found.matched_people:
        output.say(f"People already in the vault: {found.matched_people}")
    if found.proposals:
        output.say("May be the same person as somebody else (taken as new people; decide in the window):")
        output.say(*(f"  {one.sheet}, row {one.row}" for one in found.proposals[:SHOWN]))
    if found.rejected:
        output.say(f"Rejected: {len(found.rejected)}")
        rows = [_cell(one) for one in found.rejected[:SHOWN]]
        output.say(*(f"  {r['sheet']}, row {r['row']}, {r['column']}: {r['value']!r}. {r['reason']}" for r in rows))


def _cell(one: Rejected) -> dict[str, Any]:
    from gvi_desktop.services.importing import reason
    from gvi_desktop.wording import Words

    return {
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "value": one.value,
        "reason": reason(Words("en"), one),
        "code": one.code,
    }


def _proposal(one: Proposal) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "row": one.row,
        "why": one.why.value,
        "candidates": [
            {"code_name": found.code_name, "in_vault": found.in_vault, "sheet": found.sheet, "row": found.row}
            for found in one.candidates
        ],
    }


def _write(path: Path, rejected: Sequence[Rejected]) -> None:
    """The rejected cells as a table that a spreadsheet opens without running anything in it."""
    from gvi_desktop.domain.errors import VaultError
    from gvi_desktop.storage.files import write_atomically

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for one in rejected:
        cell = _cell(one)
        writer.writerow([_harmless(str(cell[name])) for name in HEADINGS])
    try:
        write_atomically(path, text.getvalue().encode("utf-8-sig"))
    except OSError as fault:
        raise VaultError("no_permission", path=str(path)) from fault


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
