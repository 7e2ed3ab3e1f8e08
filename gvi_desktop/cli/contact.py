"""`gvi-desktop contact …`: exchange of public contact cards."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from gvi_desktop.cli import output, session
from gvi_desktop.domain.contact import COMPARED, Preset, VerifiedHow
from gvi_desktop.domain.record import Compartment


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, what: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
        session.add_vault(sub)
        sub.set_defaults(verb_run=run)
        return sub

    add = verb("add", "take in a colleague's card; prints the words to compare", _add)
    add.add_argument("card", metavar="CARD", type=Path)
    add.add_argument("--name", metavar="NAME", default="")
    add.add_argument("--clearance", metavar="core,enforcement,help", type=_clearance)
    add.add_argument("--preset", choices=[preset.value for preset in Preset])
    export = verb("export", "write this vault's own card", _export)
    export.add_argument("card", metavar="CARD", type=Path)
    listed = verb("list", "all contacts", _list)
    listed.add_argument("--json", action="store_true")
    verify = verb("verify", "the words were compared", _verify)
    verify.add_argument("name", metavar="NAME")
    verify.add_argument("--how", choices=[how.value for how in COMPARED], required=True)
    revoke = verb("revoke", "nothing goes to this contact any more", _revoke)
    revoke.add_argument("name", metavar="NAME")


def _clearance(text: str) -> frozenset[Compartment]:
    try:
        return frozenset(Compartment(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as fault:
        raise argparse.ArgumentTypeError("compartments are core, enforcement and help") from fault


def run(args: argparse.Namespace) -> int:
    """Do it."""
    done: int = args.verb_run(args)
    return done


def _add(args: argparse.Namespace) -> int:
    from gvi_desktop.services import contacts

    preset = Preset(args.preset) if args.preset else None
    with session.opened(args) as workspace:
        made = workspace.write(contacts.add_file, args.card, name=args.name, preset=preset, clearance=args.clearance)
        seen = {language: workspace.read(contacts.get, made, language) for language in ("sv", "en")}
    output.say(f"Added {seen['en'].record.name}. Compare these words in person or by phone, then verify:")
    output.say(*(" ".join(view.words) for view in seen.values()))
    return 0


def _export(args: argparse.Namespace) -> int:
    from gvi_desktop.services import identity

    with session.opened(args) as workspace:
        workspace.read(identity.write_card_to, args.card)
        words = {language: workspace.read(identity.own_words, language) for language in ("sv", "en")}
    output.say(f"Wrote {args.card}. The words of your keys:", *(" ".join(one) for one in words.values()))
    return 0


def _list(args: argparse.Namespace) -> int:
    from gvi_desktop.services import contacts

    with session.opened(args) as workspace:
        found = workspace.read(contacts.listed, "en")
    rows = [
        {
            "name": one.record.name,
            "agency": one.record.agency,
            "preset": one.record.preset.value,
            "clearance": sorted(part.value for part in one.record.clearance),
            "verified": one.record.verified_how.value if one.record.verified_how else None,
            "expires": one.record.expires_on.isoformat() if one.record.expires_on else None,
            "revoked": one.record.revoked_on.isoformat() if one.record.revoked_on else None,
            "words": " ".join(one.words),
        }
        for one in found
    ]
    if args.json:
        output.say_json({"contacts": rows})
    else:
        columns = ("name", "agency", "preset", "verified", "revoked")
        output.say(*output.table([[str(row[name] or "-") for name in columns] for row in rows]))
    return 0


def _verify(args: argparse.Namespace) -> int:
    from gvi_desktop.services import contacts

    with session.opened(args) as workspace:
        found = workspace.read(contacts.named, args.name)
        workspace.write(contacts.verify, found.id, VerifiedHow(args.how))
    output.say(f"{found.name} is verified.")
    return 0


def _revoke(args: argparse.Namespace) -> int:
    from gvi_desktop.services import contacts

    with session.opened(args) as workspace:
        found = workspace.read(contacts.named, args.name)
        workspace.write(contacts.revoke, found.id)
    output.say(f"{found.name} is revoked.")
    return 0
