"""One thing to be done in the vault: a service function and what it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Act:
    """`Act(people.add, draft)` is run as `people.add(unit, draft)`, one step of the journal."""

    def __init__(self, work: Callable[..., Any], *args: Any) -> None:
        self.work = work
        self.args = args
