"""What a command says: one JSON object or plain lines on standard output, progress on a terminal's standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import orjson


def say_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object."""
    sys.stdout.write(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode() + "\n")


def say(*lines: str) -> None:
    """Print plain lines."""
    for line in lines:
        sys.stdout.write(line + "\n")


def complain(line: str) -> None:
    """Print why nothing was done, on standard error."""
    sys.stderr.write(line + "\n")


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned columns."""
    if not rows:
        return []
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


class TerminalProgress:
    """Progress for a person: a line that rewrites itself, only where standard error is a terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr.isatty()
        self.cancelled = False

    def __call__(self, done: int, total: int) -> None:
        if self._shown:
            sys.stderr.write(f"\r{self._what}: {done} of {total}")
            if done >= total:
                sys.stderr.write("\n")
            sys.stderr.flush()
