"""No error of ours carries what stood in the vault into a log: not by its text, its traceback or the log's record."""

from __future__ import annotations

import io
import logging
import tomllib
import traceback
from collections.abc import Iterator

import pytest
from kit import planted

from gvi_desktop.domain import errors
from gvi_desktop.domain.errors import GviError, Problem, RefusedError
from gvi_desktop.hardening import where

WORDS = planted.ROOT / "resources" / "words" / "en"
TABLES = [tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8")) for name in ("errors", "exchange")]
CODES = sorted({code for table in TABLES for code in table})
DATA = dict.fromkeys(("name", "field", "path", "what", "user", "line"), planted.GIVEN)


def of_every_kind(code: str) -> Iterator[GviError]:
    """An error of each class with that code, and names in all it carries."""
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, GviError):
            yield kind(code, **DATA)
    yield RefusedError([Problem(code, planted.FAMILY, {"value": planted.NOTE})])


def logged(fault: BaseException) -> str:
    """All that a log at its most talkative would hold of it."""
    out = io.StringIO()
    log, handler = logging.getLogger("gvi-errors"), logging.StreamHandler(out)
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        log.debug("%s %r", fault, fault, exc_info=fault)
    finally:
        log.removeHandler(handler)
    return "\\n".join([out.getvalue(), str(fault), repr(fault), where(fault), *traceback.format_exception(fault)])


def test_there_are_many_codes_to_try() -> None:
    assert len(CODES) > 50


@pytest.mark.parametrize("behind", [False, True], ids=["alone", "behind a fault of the program"])
def test_an_error_of_ours_is_logged_without_what_it_carries(behind: bool) -> None:
    found = []
    for code in CODES:
        for made in of_every_kind(code):
            try:
                try:
                    raise made
                except GviError as error:
                    if behind:
                        raise RuntimeError("while saving") from error
                    raise
            except Exception as fault:  # every one is looked at
                said = logged(fault)
                found += [(code, type(made).__name__, name) for name in planted.NAMES if name in said]
    assert found == []
