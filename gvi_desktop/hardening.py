"""What is done before anything else: private files, no core dumps, and a fault that tells nothing of anybody."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys

PR_SET_DUMPABLE = 4
STEPS = 8
"""How many places of a fault are told, the innermost ones."""
SECRET = 16
"""Bytes; what is shorter is no secret, and Python may have it only once for everybody."""

wiping = False
"""Whether memory that the database gives back is overwritten when a vault is closed. The window sets it at its start:
once on, SQLCipher cannot turn it off, and every later save in the same process takes about twice as long."""


def harden() -> None:
    """New files are the user's alone, and memory is never written to disk by a crash."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def where(fault: BaseException) -> str:
    """Where the program failed: its kind, files and lines of ours, never a value or a message."""
    steps = []
    trace = fault.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{os.path.basename(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join([type(fault).__name__, *steps[-STEPS:]])


def wipe(secret: bytes | bytearray | str) -> None:
    """Overwrite with zeros what holds a secret, in its place; everybody who still has it has zeros from now on.

    Only for what was made at run time and is nobody else's: a key, its hexadecimal text. Python promises nothing here;
    on CPython the letters of a str of ASCII and the bytes of a bytes lie at the end of the object.
    """
    if isinstance(secret, bytearray):
        secret[:] = bytes(len(secret))
    elif sys.implementation.name == "cpython" and len(secret) >= SECRET and _is_plain(secret):
        ctypes.memset(id(secret) + sys.getsizeof(secret) - len(secret) - 1, 0, len(secret))


def _is_plain(secret: bytes | str) -> bool:
    """Whether its letters lie there as single bytes."""
    return isinstance(secret, bytes) or secret.isascii()
