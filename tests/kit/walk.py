"""Every public function of every service, called with all that fits its parameters; each call is taken back."""

from __future__ import annotations

import dataclasses
import enum
import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

from kit.letters import text

import gvi_desktop.services as package
from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.record import Draft
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

Service = Callable[..., Any]
MOST, WRITING = 30, 3
"""Calls of one function at most, and of one that writes."""
DEEP, ITEMS = 12, 2000


class BackError(Exception):
    """Takes a step back, with what it gave."""

    def __init__(self, value: list[str]) -> None:
        super().__init__()
        self.value = value


@cache
def services() -> dict[str, Service]:
    """Every public function that works in a unit, by module and name."""
    found = {}
    for one in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{one.name}")
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            if next(iter(inspect.signature(function).parameters), "") == "unit":
                found[f"{one.name}.{name}"] = function
    return found


def arguments(function: Service, known: Mapping[str, Iterable[Any]]) -> Iterator[dict[str, Any]] | None:
    """Every choice of arguments out of `known`, by name, `name: annotation` or, of a required one, by its type; None
    where one is not known. `call module.name` are whole calls of one function."""
    own = f"call {function.__module__.rpartition('.')[2]}.{function.__name__}"
    if own in known:
        return iter(known[own])
    choices: dict[str, list[Any]] = {}
    for name, one in list(inspect.signature(function).parameters.items())[1:]:
        if one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD):
            continue
        fits = known.get(f"{name}: {one.annotation}", known.get(name))
        if fits is None and one.default is one.empty:
            fits = _by_type(_hint(function, name), known)
        if fits is not None:
            choices[name] = list(fits)
        elif one.default is one.empty:
            return None
    return (dict(zip(choices, values, strict=True)) for values in islice(product(*choices.values()), MOST))


def _hint(function: Service, name: str) -> Any:
    try:
        return typing.get_type_hints(function).get(name)
    except NameError:  # imported for type checkers only
        return None


def _by_type(hint: Any, known: Mapping[str, Iterable[Any]]) -> Iterable[Any] | None:
    """Values for a parameter that is only known by its type: a draft is the stored record that is one, an enum its
    first members, a day and a text what they usually are, several of something the first of it."""
    if isinstance(hint, types.UnionType):
        return next((found for part in typing.get_args(hint) if (found := _by_type(part, known)) is not None), None)
    if typing.get_origin(hint) is not None and typing.get_origin(hint) is not Callable:
        inner = _by_type(next(iter(typing.get_args(hint)), None), known)
        if inner is None:
            return None
        return [frozenset(inner) if typing.get_origin(hint) in (frozenset, set) else list(inner)]
    if not inspect.isclass(hint):
        return None
    if issubclass(hint, enum.Enum):
        return list(hint)[:3]
    if issubclass(hint, Draft):
        return list(known.get(f"stored {hint.kind}", ())) or None
    return USUAL.get(hint)


USUAL: dict[type[Any], list[Any]] = {
    bool: [True], int: [1], str: ["Prövat."], date: [date(2026, 11, 22)], time: [time(9)],
    datetime: [datetime(2026, 11, 22, 9, tzinfo=UTC)],
}  # fmt: skip


def answers(office: Workspace, function: Service, known: Mapping[str, Iterable[Any]], out: Path) -> list[str]:
    """All texts that a function gives back, or writes into files in `out`, a call each; refusals give none."""
    found, written = [], 0
    for chosen in arguments(function, known) or ():

        def work(unit: Unit, chosen: dict[str, Any] = chosen) -> list[str]:
            return list(texts(function(unit, **chosen)))

        def and_back(unit: Unit, chosen: dict[str, Any] = chosen) -> None:
            raise BackError(list(texts(function(unit, **chosen))))

        try:
            found.append("\n".join(office.read(work)))
        except GviError:
            continue
        except Exception:  # it writes, or what it was given makes no sense to it
            if (written := written + 1) > WRITING:
                break
            try:
                office.write(and_back)
            except BackError as back:
                found.append("\n".join(back.value))
            except Exception:  # noqa: S112 - nothing was said
                continue
        for path in out.iterdir():
            found += texts(path.read_bytes())
            path.unlink()
    return found


def texts(value: Any, depth: int = 0) -> Iterator[str]:
    """Every text in a value, however it is nested; a PDF by what can be read on it."""
    if depth > DEEP or value is None or inspect.isclass(value):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield text(value) if value.startswith(b"%PDF") else value.decode("utf-8", errors="replace")
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts(pair, depth + 1)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from texts(getattr(value, one.name), depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) or inspect.isgenerator(value):
        for one in islice(value, ITEMS):  # some give code names and numbers without an end
            yield from texts(one, depth + 1)
    elif not callable(value):
        yield str(value)
