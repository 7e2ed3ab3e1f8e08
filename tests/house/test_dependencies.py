"""The program imports what it declares, the lock holds it, and the bill of materials names it."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement

from installer.bill import parts

ROOT = Path(__file__).resolve().parents[2]
OURS = {"gvi_desktop", "ui", "resources"}
# Import names that say nothing of the package, also where it is not installed; pillow comes with reportlab.
COME_ALONG = {"PIL": "reportlab", "shiboken6": "pyside6-essentials", "PySide6": "pyside6-essentials"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(extra: str = "") -> list[Requirement]:
    """What pyproject.toml asks for, with what an extra adds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    return [Requirement(line) for line in lines]


def declared() -> set[str]:
    return {canonical(one.name) for one in wanted()}


def imported(path: Path) -> Iterator[str]:
    """The first names of what a file imports from outside."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").split(".")[0]


def test_every_package_that_the_program_imports_is_declared() -> None:
    providers = packages_distributions()
    missing, known = set(), declared()
    for folder in ("gvi_desktop", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            for name in set(imported(path)) - OURS - sys.stdlib_module_names:
                packages = {canonical(COME_ALONG.get(name, one)) for one in providers.get(name, [name])}
                if not packages & known:
                    missing.add(f"{path.relative_to(ROOT)}: {name}")
    assert missing == set()


def test_the_lock_holds_what_is_declared() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE))
    for one in wanted("dev"):
        version = locked.get(canonical(one.name))
        assert version is not None, f"{one.name} is not in the lock; `make lock` writes it"
        assert one.specifier.contains(version), f"{one} but the lock has {version}"


def test_the_bill_of_materials_names_what_the_program_needs_and_nothing_else() -> None:
    named = set(parts())
    assert {"sqlalchemy", "sqlcipher3", "pyrage", "argon2-cffi-bindings"} <= named
    assert not named & {"pytest", "mypy", "ruff", "pyinstaller"}
