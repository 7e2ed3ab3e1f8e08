"""Faults that nobody caught are shown, and tell nothing of anybody."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from gvi_desktop.hardening import where


def catch_faults(show: Callable[[str], object]) -> None:
    """From now on whatever nobody caught is shown once at a time, and not written anywhere."""
    showing = False

    def caught(kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, _trace)
            return
        if showing:
            return
        showing = True
        try:
            show(where(fault))
        finally:
            showing = False

    sys.excepthook = caught
