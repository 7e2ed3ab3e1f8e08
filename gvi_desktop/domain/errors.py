"""Errors a user may meet: a code and data, never a sentence (the sentences are in resources/words)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing a rule objects to: its code, the field it concerns (None = the record), values for the sentence."""

    code: str
    field: str | None = None
    data: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)


class GviError(Exception):
    """Base of every error that is meant for a user; anything else that is raised is a fault of the program."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = str(code)
        self.data = data


class RefusedError(GviError):
    """The rules say no; `problems` says to what."""

    def __init__(self, problems: Iterable[Problem] | str, **data: object) -> None:
        found = (Problem(problems, data=data),) if isinstance(problems, str) else tuple(problems)
        super().__init__(found[0].code if found else "refused", **{**data, **(found[0].data if found else {})})
        self.problems = found


class VaultError(GviError):
    """The vault, its keys or the disk say no: wrong passphrase, damage, newer file, no permission, full disk."""


class BundleError(GviError):
    """A bundle or contact card is refused; codes as in the exchange format (E_DAMAGED, E_NOT_FOR_YOU …)."""

    refused: object = None
    """Where a known colleague really signed it: which bundle that was, so that it can be noted."""


class WorkbookError(GviError):
    """A workbook cannot be read as asked: missing, unknown sheet, no headings."""


class NotFoundError(GviError):
    """No record of that kind with that id or name."""
