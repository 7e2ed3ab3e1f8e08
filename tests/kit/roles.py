"""Whether a role may call a service: each is called with what the coordinator got an answer with, and taken back."""

from __future__ import annotations

import datetime
import enum
import inspect
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from kit import walk

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

TRIES = 7
PLAIN: dict[str, list[Any]] = {
    "str": ["Text"], "int": [1], "bool": [True], "bytes": [b"x"], "date": [datetime.date(2026, 11, 22)], "datetime": [],
    "Sequence[str]": [["Text"]], "list[str]": [["Text"]], "Collection[str]": [["Text"]],
}  # fmt: skip
"""What a parameter is given that nothing better is known for."""


class BackError(Exception):
    """Takes the step back."""


def choices(function: walk.Service, known: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """Arguments that may fit; with what is plain, or nothing at all, where none is known."""
    given = dict(known)
    for name, one in list(inspect.signature(function).parameters.items())[1:]:
        annotation = str(one.annotation).removesuffix(" | None")
        if f"{name}: {one.annotation}" in given or name in given or one.default is not one.empty:
            continue
        found = PLAIN.get(annotation)
        if found is None:
            kind = function.__globals__.get(annotation)
            found = list(kind)[:1] if isinstance(kind, type) and issubclass(kind, enum.Enum) else [None]
        given[f"{name}: {one.annotation}"] = found
    return islice(walk.arguments(function, given) or iter(()), TRIES)


def call(office: Workspace, function: walk.Service, chosen: Mapping[str, Any]) -> str:
    """"ok", "refused" (the role does not allow it) or "error" (something else is wrong with the call)."""

    def and_back(unit: Unit) -> None:
        list(walk.texts(function(unit, **chosen)))
        unit.store.flush()
        raise BackError

    try:
        office.write(and_back)
    except BackError:
        return "ok"
    except GviError as error:
        return "refused" if error.code == "not_allowed" else "error"
    except Exception:
        return "error"
    return "ok"


def asked(office: Workspace, function: walk.Service, known: Mapping[str, list[Any]]) -> dict[str, Any] | None:
    """Arguments with which the user who is signed in gets an answer; the first ones where none is given; None where
    nothing fits."""
    first = None
    for chosen in choices(function, known):
        first = first or chosen
        if call(office, function, chosen) == "ok":
            return chosen
    return first
