"""`gvi-desktop bundle …`: write, inspect and take in encrypted bundles."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gvi_desktop.cli import output, session
from gvi_desktop.domain.contact import Preset
from gvi_desktop.domain.errors import BundleError, NotFoundError
from gvi_desktop.domain.record import Compartment

if TYPE_CHECKING:
    from gvi_desktop.services.receiving import Preview
    from gvi_desktop.services.unit import Unit


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, what: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
        sub.set_defaults(verb_run=run)
        return sub

    export = verb("export", "write a bundle and its disclosure", _export)
    session.add_vault(export)
    export.add_argument("--to", metavar="NAME", nargs="+", required=True)
    export.add_argument("--since-last", action="store_true", help="only what came after the last bundle to them")
    export.add_argument("--compartment", metavar="C", nargs="+", choices=[c.value for c in Compartment])
    export.add_argument("--callin", metavar="N", nargs="+", type=int, default=[], help="only what is of these call-ins")
    export.add_argument("--round", metavar="NAME", nargs="+", default=[], help="only what is of these rounds")
    export.add_argument("--ground", metavar="CODE", default="", help="legal ground; own-agency within one agency")
    export.add_argument("--note", metavar="TEXT", default="", help="the weighing behind a disclosure")
    export.add_argument("--conditions", metavar="TEXT", default="", help="what the receiver must keep to")
    export.add_argument("--out", metavar="FILE", type=Path, required=True)

    inspect = verb("inspect", "what an outsider sees; with a vault, what it holds and would do", _inspect)
    inspect.add_argument("file", metavar="FILE", type=Path)
    inspect.add_argument("--vault", metavar="VAULT", type=Path)
    session.add_credentials(inspect)
    inspect.add_argument("--json", action="store_true")

    taken = verb("import", "preview a bundle, or merge it", _import)
    session.add_vault(taken)
    taken.add_argument("file", metavar="FILE", type=Path)
    taken.add_argument("--dry-run", action="store_true")
    taken.add_argument("--accept-unverified", action="store_true", help="take it from a contact not verified yet")
    taken.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    done: int = args.verb_run(args)
    return done


def _export(args: argparse.Namespace) -> int:
    from gvi_desktop.services import contacts, sending

    with session.opened(args) as workspace:
        to = [workspace.read(contacts.named, name) for name in args.to]
        request = sending.Request(
            contacts=tuple(one.id for one in to),
            ground=args.ground,
            compartments=tuple(args.compartment) if args.compartment else None,
            callins=workspace.read(_callins, args.callin),
            rounds=workspace.read(_rounds, args.round),
            since_last=args.since_last,
            note=args.note,
            conditions=args.conditions,
        )
        sent = workspace.write(sending.export, request, args.out)
    output.say(f"Wrote {sent.path}: {sent.records} records.")
    whole = not (request.callins or request.rounds)
    if partners := [one.name for one in to if whole and one.preset is Preset.PARTNER]:
        what = "That is all that a partner agency is cleared for, not only what belongs to chosen call-ins and rounds"
        output.say(f"{what} (--callin, --round): {', '.join(partners)}.")
    return 0


def _rounds(unit: Unit, names: list[str]) -> tuple[str, ...]:
    from gvi_desktop.services.letters_wish import round_of

    return tuple(round_of(unit, name).id for name in names)


def _callins(unit: Unit, numbers: list[int]) -> tuple[str, ...]:
    from gvi_desktop.domain.callin import Callin

    found = {one.number: one.id for one in unit.find(Callin)}
    for number in numbers:
        if number not in found:
            raise NotFoundError("callin_not_found", number=number)
    return tuple(found[number] for number in numbers)


def _inspect(args: argparse.Namespace) -> int:
    from gvi_desktop.services import outside

    seen = outside.look(args.file)
    facts: dict[str, Any] = {"format": "age v1", "bytes": seen.size, "recipients": seen.recipients}
    if args.vault is not None:
        with session.opened(args) as workspace:
            facts["inside"] = _preview(workspace, args.file)[1]
    if args.json:
        output.say_json(facts)
    else:
        output.say(f"{args.file}: encrypted bundle, {seen.size} bytes, {seen.recipients} recipients or fewer")
        if "inside" in facts:
            output.say(*(f"{name}: {value}" for name, value in facts["inside"].items()))
    return 0


def _import(args: argparse.Namespace) -> int:
    from gvi_desktop.services import receiving

    with session.opened(args) as workspace:
        try:
            opened = workspace.read(receiving.read, args.file)
        except BundleError as error:
            if error.code != "E_ALREADY" or not args.json:
                raise
            output.say_json({"status": "E_ALREADY", **_counts(None)})
            return 0
        if args.dry_run:
            seen, status = workspace.read(receiving.preview, opened), "preview"
        else:
            accept = args.accept_unverified
            seen, status = workspace.write(receiving.take_in, opened, accept_unverified=accept), "merged"
    facts = {"status": status, **_counts(seen)}
    if args.json:
        output.say_json(facts)
    else:
        output.say(f"{'Would take in' if args.dry_run else 'Taken in'}: bundle of {seen.sender}")
        output.say(*output.table([(name, str(value)) for name, value in facts.items() if name != "receipt"]))
    return 0


def _preview(workspace: Any, file: Path) -> tuple[Preview, dict[str, Any]]:
    from gvi_desktop.services import receiving

    seen = workspace.read(receiving.preview, workspace.read(receiving.read, file))
    return seen, {"status": "preview", "from": seen.sender, "user": seen.user, **_counts(seen)}


def _counts(seen: Preview | None) -> dict[str, Any]:
    from gvi_desktop.sync.merge import Verdict

    if seen is None:
        empty = dict.fromkeys(("new", "changed", "same", "conflicts", "withheld", "erased", "quarantined"), 0)
        return {**empty, "notices": [], "receipt": None}
    return {
        "new": seen.count(Verdict.NEW),
        "changed": seen.count(Verdict.CHANGED),
        "same": seen.count(Verdict.SAME),
        "conflicts": seen.count(Verdict.CONFLICT),
        "withheld": seen.withheld,
        "erased": seen.count(Verdict.ERASED, Verdict.BURIED),
        "quarantined": seen.quarantined,
        "notices": list(seen.notices),
        "receipt": {"bundle": seen.bundle_id, "records": sum(seen.counts.values()), "quarantined": seen.quarantined},
    }
