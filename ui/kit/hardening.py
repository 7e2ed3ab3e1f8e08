"""What is done before anything else: private files, no core dumps, and a fault that tells nothing of anybody."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from types import TracebackType

PR_SET_DUMPABLE = 4


def harden() -> None:
    """New files are the user's alone, and memory is never written to disk by a crash."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def where(fault: BaseException) -> str:
    """Where the program failed: kinds of errors, files and lines of ours, never a value or a message."""
    steps = []
    trace = fault.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{os.path.basename(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join([type(fault).__name__, *steps[-8:]])


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
