"""Python's garbage is collected in the window's thread alone, as the program itself does (ui/kit/garbage.py)."""

import gc
from collections.abc import Iterator

import pytest

_settled: list[bool] = []


@pytest.fixture(autouse=True)
def garbage_in_one_thread() -> Iterator[None]:
    """Left alone, Python may take Qt's objects apart in a thread that reads the vault: now and then that crashes."""
    gc.disable()
    if not _settled:
        _settled.append(True)
        gc.collect()
        gc.freeze()  # what is loaded by now is not gone through again after every test
    yield
    gc.collect()
    gc.enable()
