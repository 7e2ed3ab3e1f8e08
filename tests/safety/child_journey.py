"""A child process: vault, import, report, backup and bundle on a machine where every socket refuses to be made."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any

from kit.vaults import PASSPHRASE, SettableClock, new_vault

from gvi_desktop.cli.main import main
from gvi_desktop.domain.contact import VerifiedHow
from gvi_desktop.services import contacts, identity


def refuse(*_args: Any, **_named: Any) -> Any:
    """Stands where a socket would be made."""
    raise AssertionError("the program wanted a socket")


def run(*arguments: object) -> None:
    """One command, which must succeed."""
    if main([str(one) for one in arguments]):
        raise SystemExit(f"refused: {arguments[0]}")


def journey(folder: Path, workbook: Path) -> None:
    """What a coordinator does in a week, by command."""
    vault, phrase = folder / "office.gvi", folder / "phrase"
    phrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
    own = new_vault(vault, clock=SettableClock())
    colleague = new_vault(folder / "colleague.gvi", user="Ben Öman", office="GVI Kumla")
    made = own.write(contacts.add, colleague.read(identity.card))
    own.write(contacts.verify, made, VerifiedHow.IN_PERSON)
    name = own.read(contacts.listed)[0].record.name
    colleague.close()
    own.close()
    key = ("--passphrase-file", phrase)
    run("import", vault, workbook, "--json", *key)
    run("report", vault, "--json", *key)
    run("report", vault, "--format", "pdf", "--out", folder / "report.pdf", *key)
    run("vault", "backup", vault, folder / "a.gvibackup", *key)
    run("bundle", "export", vault, "--to", name, "--out", folder / "bundle.age", *key)
    run("vault", "check", vault, "--json", *key)


if __name__ == "__main__":
    if "--no-sockets" in sys.argv:
        for wanted in ("socket", "create_connection", "create_server", "socketpair", "getaddrinfo"):
            setattr(socket, wanted, refuse)
    os.umask(0o077)
    journey(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write("journey done\n")
