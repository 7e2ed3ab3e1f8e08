"""Every Python file is short and says in its first line what it is about."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("gvi_desktop", "ui", "resources", "installer", "tests")
FILES = sorted(path for folder in OURS for path in (ROOT / folder).rglob("*.py"))


def cap(path: Path) -> int:
    return 400 if path.is_relative_to(ROOT / "tests") else 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_short_and_opens_with_a_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    assert lines <= cap(path), f"{lines} lines; split it at the concept that does not belong"
    said = ast.get_docstring(ast.parse(text))
    assert said, "the module's docstring is missing"
    first = said.split("\n\n")[0].strip()
    assert first.endswith((".", "?", ":")), "the docstring opens with a sentence"
