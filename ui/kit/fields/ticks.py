"""A field for several values of a few, such as which of the three messages were delivered."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.kit.fields.choice import Pills
from ui.kit.fields.field import Field
from ui.kit.words import Words


class TicksField(Field):
    """A set of members of an enum; the keys 1-9 tick and untick."""

    def __init__(
        self,
        name: str,
        choices: type[Enum] | Sequence[Enum],
        label: str = "",
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self.choices: tuple[Enum, ...] = tuple(choices)
        self._pills = Pills(self, several=True)
        self.row.addWidget(self._pills)

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        self._pills.offer([words.value(choice) for choice in self.choices])

    def value(self) -> frozenset[Enum]:
        return frozenset(self.choices[at] for at in self._pills.chosen())

    def set_value(self, value: Any) -> None:
        self._pills.tick({at for at, choice in enumerate(self.choices) if choice in (value or ())})

    def state(self) -> list[int]:
        return sorted(self._pills.chosen())

    def restore(self, state: Any) -> None:
        self._pills.tick(set(state or ()))

    def editors(self) -> list[QWidget]:
        return list(self._pills.buttons)
