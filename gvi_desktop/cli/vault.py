"""`gvi-desktop vault …`: create, check, back up, restore; users, passphrases, recovery."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from gvi_desktop.cli import output, session
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.user import Right, Role
from gvi_desktop.services.unit import Unit


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, what: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
        sub.set_defaults(verb_run=run)
        return sub

    create = verb("create", "a new vault; prints the recovery key once", _create)
    create.add_argument("vault", metavar="VAULT", type=Path)
    create.add_argument("--user", metavar="NAME", required=True)
    create.add_argument("--agency", metavar="NAME", required=True)
    create.add_argument("--kind", metavar="KIND", required=True, choices=[kind.value for kind in AgencyKind])
    create.add_argument("--office", metavar="NAME", required=True)
    create.add_argument("--town", metavar="NAME", required=True)
    create.add_argument("--purpose", metavar="TEXT", required=True)
    create.add_argument("--language", choices=["sv", "en"], default="sv", help="the office's language")
    create.add_argument("--passphrase-file", metavar="FILE")

    check = verb("check", "whether the vault is whole and encrypted", _check)
    session.add_vault(check)
    check.add_argument("--json", action="store_true")
    check.add_argument("--out", metavar="FILE.pdf", type=Path, help="the proof on one sheet of paper")
    check.add_argument("--restore-test", action="store_true", help="restore the newest backup for trial first")
    check.add_argument("--accept-older", action="store_true", help="an older copy was put back, and you know why")

    add_user = verb("add-user", "another key slot", _add_user)
    session.add_vault(add_user)
    add_user.add_argument("name", metavar="NAME")
    add_user.add_argument("--role", choices=[role.value for role in Role], required=True)
    add_user.add_argument("--why", metavar="TEXT", default="", help="why a name like another's is another person")
    add_user.add_argument("--new-passphrase-file", metavar="FILE", help="the new user's passphrase")

    remove_user = verb("remove-user", "take a key slot away and rotate the vault key", _remove_user)
    session.add_vault(remove_user)
    remove_user.add_argument("name", metavar="NAME")

    passwd = verb("passwd", "change a passphrase", _passwd)
    session.add_vault(passwd)
    passwd.add_argument("--new-passphrase-file", metavar="FILE")

    recover = verb("recover", "set a passphrase with the recovery key", _recover)
    session.add_vault(recover)
    recover.add_argument("--recovery-file", metavar="FILE", help="read the 24 words from FILE (- is standard input)")

    renew = verb("new-recovery", "a new recovery key for the old one, printed once; new vault key", _new_recovery)
    session.add_vault(renew)
    renew.add_argument("--language", choices=["sv", "en"], default="sv", help="the language of the words")

    slots = verb("slots", "list key slots", _slots)
    slots.add_argument("vault", metavar="VAULT", type=Path)
    slots.add_argument("--json", action="store_true")

    backup = verb("backup", "a proven copy in one encrypted file", _backup)
    session.add_vault(backup)
    backup.add_argument("file", metavar="FILE", type=Path)

    restore = verb("restore", "lay a backup out as a vault and prove it", _restore)
    restore.add_argument("file", metavar="FILE", type=Path)
    restore.add_argument("vault", metavar="VAULT", type=Path)
    session.add_credentials(restore)

    rescue = verb("rescue", "what can still be read of a damaged vault, and the newest good backup", _rescue)
    session.add_vault(rescue)
    rescue.add_argument("--to", metavar="NEW", type=Path, help="lay it out as a vault; the damaged one stays as it is")
    rescue.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    done: int = args.verb_run(args)
    return done


def _create(args: argparse.Namespace) -> int:
    from gvi_desktop.services import unlocking

    new = unlocking.NewVault(
        office=args.office,
        town=args.town,
        agency=args.agency,
        agency_kind=AgencyKind(args.kind),
        purpose=args.purpose,
        user=args.user,
        passphrase=session.passphrase(args, "New passphrase: ", twice=True),
        language=args.language,
    )
    workspace, words = unlocking.create(args.vault, new)
    workspace.close()
    output.say(f"Created {args.vault}.", "Recovery key, shown only now. Write it on paper and keep it apart:", words)
    return 0


def _check(args: argparse.Namespace) -> int:
    from gvi_desktop.services import proofpaper, proving, restoretest

    with session.opened(args) as workspace:
        if args.accept_older and workspace.older is not None:
            workspace.accept_older()
        if args.restore_test:
            restoretest.rehearse(workspace)
        found = proving.prove(workspace)
        if args.out:
            workspace.write(proofpaper.save, found, args.out)
    ok = all(one.ok for one in found.values())
    if args.json:
        output.say_json(
            {"ok": ok, "checks": {name: {"ok": one.ok, "detail": one.detail} for name, one in found.items()}}
        )
    else:
        word = {name: "FAULT" if not one.ok else "due" if one.due else "ok" for name, one in found.items()}
        output.say(*output.table([(name, word[name], one.detail) for name, one in found.items()]))
    return 0 if ok else 1


def _add_user(args: argparse.Namespace) -> int:
    from gvi_desktop.services import users

    with session.opened(args) as workspace:
        passphrase = session.new_passphrase(args.new_passphrase_file, f"Passphrase for {args.name}: ")
        users.add(workspace, args.name, Role(args.role), passphrase, why=args.why)
    output.say(f"Added {args.name}.")
    return 0


def _remove_user(args: argparse.Namespace) -> int:
    from gvi_desktop.services import users

    with session.opened(args) as workspace:
        users.remove(workspace, args.name)
    output.say(f"Removed {args.name}; the vault has a new key.")
    return 0


def _passwd(args: argparse.Namespace) -> int:
    from gvi_desktop.services import unlocking, users

    old = session.passphrase(args)
    workspace = unlocking.unlock(args.vault, args.user, old)
    try:
        users.change_passphrase(workspace, old, session.new_passphrase(args.new_passphrase_file, "New passphrase: "))
    finally:
        workspace.close()
    output.say("The passphrase is changed.")
    return 0


def _recover(args: argparse.Namespace) -> int:
    from gvi_desktop.services import unlocking

    words = session.secret_text(args.recovery_file, "Recovery key: ")
    fresh = session.passphrase(args, "New passphrase: ", twice=True)
    workspace = unlocking.recover(args.vault, args.user, words, fresh)
    workspace.close()
    output.say("The new passphrase is set.")
    return 0


def _new_recovery(args: argparse.Namespace) -> int:
    from gvi_desktop.services import recoverywords

    with session.opened(args) as workspace:
        workspace.read(Unit.need, Right.ADMINISTER)
        words = recoverywords.propose(args.language)
        output.say("New recovery key, shown only now. Write it on paper and keep it apart:", words)
        session.read_back(words.split())
        recoverywords.renew(workspace, words)
    output.say("It is in force; the old recovery key opens nothing new, and the vault has a new key.")
    return 0


def _slots(args: argparse.Namespace) -> int:
    from gvi_desktop.services import unlocking

    found = unlocking.slots(args.vault)
    if args.json:
        output.say_json({"slots": [{"id": s.id, "kind": s.kind, "user": s.user} for s in found]})
    else:
        output.say(*output.table([(s.kind, s.user) for s in found]))
    return 0


def _backup(args: argparse.Namespace) -> int:
    with session.opened(args) as workspace:
        made = workspace.back_up(args.file)
    output.say(f"Backup made and checked: {made}")
    return 0


def _restore(args: argparse.Namespace) -> int:
    from gvi_desktop.services import older, restoring
    from gvi_desktop.wording import Words

    workspace = restoring.restore(args.file, args.vault, args.user, session.passphrase(args))
    session.tell_older(workspace)
    if workspace.again is not None:
        output.complain(older.again(workspace.again, Words("en")))
    workspace.close()
    output.say(f"Restored and checked: {args.vault}")
    return 0


def _rescue(args: argparse.Namespace) -> int:
    from gvi_desktop.services import rescue
    from gvi_desktop.services.doortimes import told
    from gvi_desktop.wording import Words

    phrase = session.passphrase(args)
    if args.to:
        found = rescue.lay_out(args.vault, args.user, phrase, args.to)
    else:
        opened, found = rescue.look(args.vault, args.user, phrase)
        if opened is not None:
            opened.close()
    good = found.backup
    if args.json:
        backup = {"file": str(good.path), "made_at": good.made_at, "entries_missing": good.missing} if good else None
        kinds = {one.kind: {"read": one.read, "lost": one.lost} for one in found.kinds}
        output.say_json({"pages": found.pages, "damaged_pages": found.bad, "records": kinds, "backup": backup})
        return 0
    output.say(f"Pages: {found.pages}, damaged: {found.bad}.")
    lines = [(one.kind, f"{one.read} read", f"at most {one.lost} lost") for one in found.kinds if one.lost]
    output.say(*(output.table(lines) if lines else ["No record was lost." if found.pages else "Nothing can be read."]))
    if good is None:
        output.say("There is no backup beside the vault that is whole.")
    else:
        behind = "" if good.missing is None else f"; {good.missing} later entries are not in it"
        made = told(good.made_at, Words("en"), found.zone)
        output.say(f"Newest good backup: {good.path}, made {made}{behind}.")
    if args.to:
        output.say(f"What could be read is now the vault {args.to}. The damaged vault is as it was.")
    return 0
