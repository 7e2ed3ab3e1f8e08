"""Python's garbage is collected in the window's thread alone, as the program itself does (ui/kit/garbage.py)."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def garbage_in_one_thread() -> Iterator[None]:
    """Left alone, Python may take Qt's objects apart in a thread that reads the vault: now and then that crashes."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what outlives a test is not gone through again after each of the next
    gc.enable()
