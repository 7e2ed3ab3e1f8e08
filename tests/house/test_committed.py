"""What is committed speaks of the project alone: no folder of somebody's computer, no registry's host."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = re.compile(r"(?<![\w.~-])(?:/work/|/root/|/home/\w+/|/Users/\w+/|/opt/\w+/|[A-Z]:\\Users\\\w+)")
HOSTS = re.compile("|".join(("py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", "deb" + r"\.debian\.org")))


def committed() -> list[Path]:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("forbidden", [FOLDERS, HOSTS], ids=["folders", "hosts"])
def test_no_committed_file_names_a_machine(forbidden: re.Pattern[str]) -> None:
    found = []
    for path in committed():
        if path == Path(__file__):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in forbidden.finditer(text)]
    assert found == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert FOLDERS.search("see /home/anna/notes")
    assert FOLDERS.search(r"C:\Users\anna")
    assert not FOLDERS.search("people and/home/or away/")
    assert HOSTS.search("https://py" + "pi.org/simple")


def test_the_lock_pins_every_package_by_hash() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\w)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(blocks) > 40
    for block in blocks:
        assert re.match(r"[\w.-]+==\S+", block), block
        assert "--hash=sha256:" in block, block
    assert "index-url" not in text
    assert "find-links" not in text
