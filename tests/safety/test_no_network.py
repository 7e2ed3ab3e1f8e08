"""The program opens no network connection, whatever it does."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kit import planted
from kit.workbooks import OREBRO

CHILD = Path(__file__).with_name("child_journey.py")
OUTWARD = re.compile(r"\b(socket\(AF_INET6?, SOCK_(?:STREAM|RAW)|\w+\(.*sa_family=AF_INET6?)")
"""A connection-minded socket, or any call that names an address of the network.

Python asks the kernel for the machine's own number through a datagram socket that names no address: nothing leaves.
"""


def traced(folder: Path, *command: str) -> list[str]:
    """What a command asked of the kernel that could reach another machine; skipped where no tracer may run."""
    tracer = shutil.which("strace")
    if tracer is None:
        pytest.skip("strace is not installed")
    log = folder / "trace"
    done = subprocess.run(
        [tracer, "-f", "-qq", "-e", "trace=network", "-o", str(log), *command],
        env=planted.home(folder), cwd=folder, capture_output=True, timeout=90, check=False,
    )  # fmt: skip
    if "ptrace" in done.stderr.decode():
        pytest.skip("this system lets nobody trace")
    assert done.returncode == 0, done.stderr.decode()
    return OUTWARD.findall(log.read_text(encoding="utf-8", errors="replace"))


def test_a_journey_needs_no_socket(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path), str(OREBRO), "--no-sockets"],
        env=planted.home(tmp_path), cwd=tmp_path, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.endswith(b"journey done\n")
    assert (tmp_path / "report.pdf").read_bytes()[:5] == b"%PDF-"
    assert (tmp_path / "bundle.age").stat().st_size > 1000


def test_the_system_sees_no_connection_either(tmp_path: Path) -> None:
    assert traced(tmp_path, sys.executable, str(CHILD), str(tmp_path), str(OREBRO)) == []
    assert (tmp_path / "bundle.age").exists()


@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
def test_the_tracer_would_see_one(tmp_path: Path, kind: str) -> None:
    reach = f"import socket; socket.socket(type=socket.{kind}).connect_ex(('127.0.0.1', 9))"
    assert traced(tmp_path, sys.executable, "-c", reach)
