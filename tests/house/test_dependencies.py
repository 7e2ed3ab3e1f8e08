"""The program imports nothing that it does not declare."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = {"gvi_desktop", "ui", "resources"}
# Comes with a package that is declared: pillow with reportlab, shiboken6 with PySide6.
COME_ALONG = {"PIL": "reportlab", "shiboken6": "pyside6-essentials"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {canonical(re.split(r"[<>=;\[ ]", line)[0]) for line in project["dependencies"]}


def imported(path: Path) -> Iterator[str]:
    """The first names of what a file imports from outside."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").split(".")[0]


def test_every_package_that_the_program_imports_is_declared() -> None:
    providers = packages_distributions()
    missing = set()
    for folder in ("gvi_desktop", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            for name in set(imported(path)) - OURS - sys.stdlib_module_names:
                packages = {canonical(COME_ALONG.get(name, one)) for one in providers.get(name, [name])}
                if not packages & declared():
                    missing.add(f"{path.relative_to(ROOT)}: {name}")
    assert missing == set()
