"""`gvi-desktop letters …`: letters as one PDF, entered in the register."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.cli import output, session
from gvi_desktop.domain.letter import LetterKind

if TYPE_CHECKING:
    from gvi_desktop.services.letters import Prepared

LANGUAGES = ("sv", "en", "ar", "so", "kmr", "ckb", "fa", "prs", "ti", "tr", "bs", "pl", "fi")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("--kind", required=True, choices=[kind.value for kind in LetterKind])
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--callin", metavar="N", type=int, help="number of the call-in")
    whom.add_argument("--round", metavar="NAME", help="name of the notification round")
    whom.add_argument("--person", metavar="CODE", help="code name of one person")
    whom.add_argument("--count", metavar="N", type=_count, help="so many cards or sheets, for nobody in particular")
    parser.add_argument("--language", choices=LANGUAGES, help="of all letters (by default each reader's own)")
    parser.add_argument("--answer-by", metavar="D", type=_day, help="last day to answer, such as 2026-12-01")
    parser.add_argument("--names", action="store_true", help="real names on the list of no-shows")
    parser.add_argument("--ground", metavar="CODE", default="", help="ground for the disclosure, for lists")
    parser.add_argument("--note", metavar="TEXT", default="", help="weighing note of the disclosure")
    parser.add_argument("--preview", action="store_true", help="draw the letters and record nothing")
    parser.add_argument("--leave-out-stopped", action="store_true", help="make the letters that nothing stops")
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-12-01") from None


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.services import letters

    with session.opened(args) as workspace:
        prepared = workspace.read(
            letters.prepare,
            args.kind,
            args.language or "",
            callin=args.callin,
            round_name=args.round,
            person=args.person,
            count=args.count or 0,
            answer_by=args.answer_by,
            names=args.names,
            ground=args.ground,
            weighing=args.note,
        )
        if prepared.stops and not (args.leave_out_stopped and all(stop.person for stop in prepared.stops)):
            _tell_stops(prepared)
            return 1
        if prepared.unreviewed:
            named = ", ".join(letters.language_name(code, "en") for code in prepared.unreviewed)
            output.say(f"Not reviewed by a speaker: the text in {named}.")
        if args.preview:
            made = workspace.read(letters.make, prepared, args.leave_out_stopped, True)
            letters.write_file(args.out, made.pdf)
        else:
            made = workspace.write(letters.save, prepared, args.out, args.leave_out_stopped)
    if made.left_out:
        output.say(f"Left out: {', '.join(made.left_out)}.")
    if made.ids:
        span = made.numbers[0] if len(made.numbers) == 1 else f"{made.numbers[0]} to {made.numbers[-1]}"
        output.say(f"Wrote {args.out} and entered {span} in the register.")
    else:
        output.say(f"Wrote {args.out} as a preview; nothing was recorded.")
    return 0


def _tell_stops(prepared: Prepared) -> None:
    """One line each, on standard error."""
    from gvi_desktop.services import letters

    for stop in prepared.stops:
        output.complain(f"{stop.who}: {' '.join(letters.sentence(stop, 'en').split())}")
