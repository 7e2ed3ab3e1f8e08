"""The floors of the house are guarded: on a small model of it every kind of forbidden import is caught."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
LINT = str(Path(sys.executable).parent / "lint-imports")

# What a file that must not say it says, and the contract that refuses it.
PLANTED = [
    ("gvi_desktop/services/people.py", "import ui.kit", "Windows stand on the core"),
    ("gvi_desktop/cli/vault.py", "from ui import app", "Windows stand on the core"),
    ("gvi_desktop/domain/person.py", "from gvi_desktop import storage", "Floors of the core"),
    ("gvi_desktop/storage/rows.py", "from gvi_desktop import services", "Floors of the core"),
    ("gvi_desktop/letters/render.py", "from gvi_desktop import storage", "Floors of the core"),
    ("gvi_desktop/sync/bundle.py", "from gvi_desktop import crypto", "Floors of the core"),
    ("gvi_desktop/clock.py", "from gvi_desktop import settings", "Floors of the core"),
    ("gvi_desktop/stray.py", "", "Floors of the core"),
    ("ui/people/page.py", "from ui import groups", "Floors of the windows"),
    ("ui/kit/form.py", "from ui import people", "Floors of the windows"),
    ("ui/stray/page.py", "", "Floors of the windows"),
    ("ui/people/page.py", "from gvi_desktop import storage", "Windows speak to services and domain only"),
    ("ui/people/page.py", "import sqlalchemy", "Windows speak to services and domain only"),
    ("gvi_desktop/services/people.py", "from PySide6 import QtCore", "Only windows know Qt"),
    ("gvi_desktop/domain/person.py", "import sqlalchemy.orm", "Rules and merging are plain Python"),
    ("gvi_desktop/sync/merge.py", "import sqlcipher3", "Rules and merging are plain Python"),
    ("gvi_desktop/storage/ring.py", "from gvi_desktop.storage import back", "No rings"),
]


def rooms(contract: str) -> list[str]:
    layers = next(one["layers"] for one in CONTRACTS if one["name"].startswith(contract))
    return [room.strip(" ()") for layer in layers for room in layer.split("|")]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The house with every room and nothing in them, under the contracts of the real one."""
    for package, contract in (("gvi_desktop", "Floors of the core"), ("ui", "Floors of the windows")):
        for room in rooms(contract):
            write(tmp_path / package / room / "__init__.py", "")
        write(tmp_path / package / "__init__.py", "")
    write(tmp_path / "gvi_desktop/sync/merge.py", "")
    write(tmp_path / "gvi_desktop/storage/back.py", "from gvi_desktop.storage import ring")
    write(tmp_path / "gvi_desktop/storage/ring.py", "")
    write(tmp_path / "gvi_desktop/__main__/__init__.py", "from ui.app import start")
    write(tmp_path / "pyproject.toml", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
    if path.name != "__init__.py" and path.suffix == ".py":
        (path.parent / "__init__.py").touch()


def lint(folder: Path) -> tuple[bool, str]:
    """Whether the contracts hold in a folder, and what was said about the broken ones."""
    done = subprocess.run([LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def test_the_empty_house_keeps_its_contracts(model: Path) -> None:
    held, said = lint(model)
    assert held, said


@pytest.mark.parametrize(("path", "line", "contract"), PLANTED)
def test_a_planted_import_is_caught(model: Path, path: str, line: str, contract: str) -> None:
    write(model / path, line)
    held, said = lint(model)
    assert not held
    broken = [row for row in said.splitlines() if " BROKEN" in row]
    assert any(row.startswith(contract) for row in broken), said
