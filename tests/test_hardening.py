"""What is done before anything else, seen from outside by the system."""

import os
import subprocess
import sys

import pytest

from gvi_desktop.cli import vault
from gvi_desktop.cli.main import main
from gvi_desktop.hardening import where

ASKS_ITSELF = """
import ctypes, os, resource, sys
from gvi_desktop.cli.main import main
main(["vault", "check", "/nowhere"])
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), oct(os.umask(0)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_command_leaves_no_memory_dump_and_its_files_are_the_users_alone() -> None:
    done = subprocess.run([sys.executable, "-c", ASKS_ITSELF], capture_output=True, text=True, check=True, umask=0)
    assert done.stdout.split("\n")[-2] == f"(0, 0) 0 {oct(0o077)}"


def test_a_fault_is_told_by_kind_and_places_without_what_it_says() -> None:
    try:
        raise ValueError("Anna Ek, 850101")
    except ValueError as fault:
        told = where(fault)
    assert told.startswith("ValueError\ntest_hardening.py:")
    assert "Anna" not in told


def test_stopping_a_command_promises_nothing_that_may_not_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(vault, "run", stopped)
    before = os.umask(0o077)
    try:
        assert main(["vault", "check", "x.gvi"]) == 1
    finally:
        os.umask(before)
    said = capsys.readouterr().err
    assert "whole or not at all" in said
    assert "Nothing was changed" not in said
