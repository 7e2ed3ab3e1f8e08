"""The window's whole journey, watched from outside: no connection, no dump, nothing on disk that could be read."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kit import planted
from kit.vaults import PASSPHRASE

pytest.importorskip("PySide6")
CHILD = str(Path(__file__).with_name("child_window.py"))
NETWORK = re.compile(r"\b(socket\(AF_(?!UNIX|LOCAL|NETLINK)\w+, SOCK_(?:STREAM|RAW)|\w+\(.*sa_family=AF_INET6?)")
"""A connection-minded socket of another family than the computer's own (by which X11 and D-Bus are spoken), or any call
that names an address of the network."""


def made(folder: Path) -> dict[str, str]:
    env = planted.home(folder)
    subprocess.run([sys.executable, CHILD, str(folder), "--make"], env=env, cwd=folder, check=True, timeout=120)
    return env


def gone_through(folder: Path, *before: str) -> "subprocess.CompletedProcess[str]":
    command = [*before, sys.executable, CHILD, str(folder)]
    return subprocess.run(
        command, input=f"{PASSPHRASE}\n", env=made(folder), cwd=folder, capture_output=True, text=True, timeout=180,
        check=False,
    )  # fmt: skip


@pytest.mark.long
def test_the_window_opens_no_connection_and_leaves_no_name_on_disk(tmp_path: Path) -> None:
    tracer = shutil.which("strace")
    if tracer is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "trace.log"
    done = gone_through(tmp_path, tracer, "--seccomp-bpf", "-f", "-qq", "-e", "trace=network", "-o", str(log))
    if "ptrace" in done.stderr:
        pytest.skip("this system lets nobody trace")
    assert (done.returncode, done.stdout) == (0, "unlocked\nlocked\numask 77 0 0\n"), done.stderr[-2000:]
    assert NETWORK.findall(log.read_text(encoding="utf-8", errors="replace")) == []
    found, read = planted.hits(tmp_path)
    assert found == [] and read > 5
    assert not any(name in done.stderr for name in planted.NAMES)


def test_the_tracer_would_see_a_connection() -> None:
    assert NETWORK.search('connect(7, {sa_family=AF_INET, sin_port=htons(9)}, 16) = -1')
    assert NETWORK.search("socket(AF_INET6, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 5")
    assert not NETWORK.search('connect(3, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 29) = 0')
