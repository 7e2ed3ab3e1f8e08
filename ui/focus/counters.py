"""A field for the counts of a measure: one a line, what was counted and the number."""

from __future__ import annotations

import re
from typing import Any

from gvi_desktop.domain.measure import Counter
from ui.kit.fields.text import LinesField

_LINE = re.compile(r"(?P<name>.*?)[\s,:=]*(?P<number>-?\d{1,9})")


class CountersField(LinesField):
    """`Checks 12` is a count; numbers only, nobody's name."""

    def value(self) -> Any:
        """The counts of the lines that can be read."""
        found = (_LINE.fullmatch(line) for line in super().value())
        return tuple(Counter(one["name"].strip(), int(one["number"])) for one in found if one)

    def set_value(self, value: Any) -> None:
        """Take counts."""
        super().set_value([f"{one.name}: {one.number}" for one in value or ()])

    def restore(self, state: Any) -> None:
        """Take the lines as they were typed."""
        super().set_value(state)

    def trouble(self) -> str:
        """A line that does not end in a number."""
        if all(_LINE.fullmatch(line) for line in super().value()):
            return ""
        return self.tr("Write one count a line: what was counted, then the number.")
