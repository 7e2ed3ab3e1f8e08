"""What the forms of the place have in common: which fields are still empty, and staying where one is."""

from __future__ import annotations

from typing import Any

from gvi_desktop.domain.errors import Problem
from ui.kit.form import Form


def missing_of(form: Form, *names: str) -> list[Problem]:
    """A problem for each of these fields that is empty."""
    return [Problem("missing", name) for name in names if form.field(name).value() in (None, "", frozenset())]


def stay(_answer: Any) -> None:
    """The page stays where it is: the answer has no page of its own."""
