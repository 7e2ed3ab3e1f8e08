"""A form: fields become labels, hints, what is wrong beside each, and a draft that survives the lock."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft
from ui.kit import withheld
from ui.kit.fields.field import Field
from ui.kit.theme import font, px
from ui.kit.words import Words

D = TypeVar("D", bound=Draft)
WIDEST = 80  # grid steps


@dataclass(frozen=True)
class Section:
    """A heading between fields, with a sentence if it needs one."""

    heading: str
    text: str = ""


class Row(tuple[Field, ...]):
    """Fields side by side: Row(a, b)."""

    __slots__ = ()

    def __new__(cls, *fields: Field) -> Row:
        return super().__new__(cls, fields)


class Block(QWidget):
    """One field with its label above, and hint or problem below."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.touched = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        self.label = QLabel(field.label + (" *" if field.required else ""))
        self.label.setFont(font(strong=True))
        self.label.setWordWrap(True)
        editors = field.editors()
        self.label.setBuddy(editors[0])
        if not getattr(field, "beside", False):
            column.addWidget(self.label)
        column.addWidget(field)
        self.hint = _small(field.hint, "muted")
        self.problem = _small("", "problem")
        column.addWidget(self.hint)
        column.addWidget(self.problem)
        for editor in editors:
            text = getattr(editor, "text", None)
            own = text() if callable(text) and editor.property("kind") == "pill" else ""
            if not editor.accessibleName():
                editor.setAccessibleName(f"{field.label}: {own}" if own else field.label)
            editor.setAccessibleDescription(field.hint)
        column.addStretch()
        field.changed.connect(self._touch)

    def show_problem(self, sentence: str) -> None:
        if sentence == self.problem.text():
            return
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.field.show_wrong(bool(sentence))
        for editor in self.field.editors():
            editor.setAccessibleDescription(sentence or self.field.hint)

    def keep_back(self) -> None:
        """Say that the value was withheld."""
        self.hint.setText(withheld.hint())
        self.hint.show()
        for editor in self.field.editors():
            editor.setAccessibleDescription(withheld.hint())
            if (placed := getattr(editor, "setPlaceholderText", None)) is not None:
                placed(withheld.word())

    def _touch(self) -> None:
        self.touched = True


class Form(QWidget):
    """The fields of one record; `kind` names the words of its labels, `draft` the class whose caps it keeps."""

    changed = Signal()

    def __init__(
        self,
        fields: Sequence[Field | Section | Row | QWidget],
        words: Words,
        kind: str,
        draft: type[Draft] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._caps = _caps(draft)
        self._kind = kind
        self._blocks: dict[str, Block] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(3), px(2), px(3), px(3))
        self._column.setSpacing(px(2))
        self.setMaximumWidth(px(WIDEST))
        for item in fields:
            self._column.addWidget(self._made(item))
        self._column.addStretch(1)  # or every field would take its share of what is left
        self._clean: dict[str, Any] = self.draft_state()

    def tighten(self) -> None:
        """Leave out the margins, where the form lies in something that has its own."""
        self._column.setContentsMargins(0, 0, 0, 0)

    def __iter__(self) -> Iterator[Field]:
        return (block.field for block in self._blocks.values())

    def field(self, name: str) -> Field:
        """The field of that name; KeyError when there is none."""
        return self._blocks[name].field

    def keep_back(self, names: Iterable[str]) -> None:
        """Fields whose values were withheld from us say so, and stay as they are unless somebody writes."""
        for name in names:
            if name in self._blocks:
                self._blocks[name].keep_back()

    def show_field(self, name: str, visible: bool) -> None:
        """Show or hide a field with its label; a hidden one keeps its value."""
        self._blocks[name].setVisible(visible)

    def values(self) -> dict[str, Any]:
        """What stands in the fields, by name."""
        return {name: block.field.value() for name, block in self._blocks.items()}

    def make(self, draft: type[D], **more: Any) -> D:
        """The record's draft from the fields and whatever else is given; an empty choice leaves the draft's default."""
        known = {field.name: field for field in dataclasses.fields(draft)}
        values = {name: value for name, value in self.values().items() if name in known}
        for name in [name for name, value in values.items() if value is None]:
            if known[name].default is not dataclasses.MISSING:
                values[name] = known[name].default
        return draft(**{**values, **more})

    def load(self, values: Any) -> None:
        """Fill the fields from a mapping or a record and count them as unchanged."""
        self.fill(values)
        self.settle()

    def fill(self, values: Any) -> None:
        """Put values from a mapping or a record into the fields that it has; the others keep theirs."""
        for name, block in self._blocks.items():
            if isinstance(values, Mapping):
                if name in values:
                    block.field.set_value(values[name])
            elif hasattr(values, name):
                block.field.set_value(getattr(values, name))

    def settle(self) -> None:
        """Count what stands there now as unchanged."""
        self._clean = self.draft_state()
        for block in self._blocks.values():
            block.touched = False
            block.show_problem("")

    @property
    def dirty(self) -> bool:
        return self.draft_state() != self._clean

    def draft_state(self) -> dict[str, Any]:
        """Everything typed so far, as JSON knows it."""
        return {name: block.field.state() for name, block in self._blocks.items()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Put back what `draft_state` gave; it still counts as unsaved."""
        for name, block in self._blocks.items():
            if name in state:
                block.field.restore(state[name])

    def show_problems(self, problems: Iterable[Problem], *, everywhere: bool = True) -> list[str]:
        """Put each problem beside its field (only touched ones unless `everywhere`); returns the other sentences."""
        beside: dict[str, str] = {}
        rest: list[str] = []
        for problem in problems:
            sentence = self.words.problem(problem, self._kind)
            if problem.field in self._blocks:
                beside.setdefault(problem.field, sentence)
            elif sentence not in rest:
                rest.append(sentence)
        for name, block in self._blocks.items():
            sentence = block.field.trouble() or beside.get(name, "")
            if block.isHidden() and sentence:
                rest.append(sentence)
            block.show_problem(sentence if everywhere or block.touched else "")
        return rest

    def readable(self) -> bool:
        """Whether everything typed can be read as what it should be."""
        return not any(block.field.trouble() for block in self._blocks.values())

    def focus_first(self, *, wrong: bool = False) -> None:
        """Put the cursor into the first field, or the first one with a problem."""
        for block in self._blocks.values():
            editor = block.field.editors()[0]
            if not block.isHidden() and editor.isEnabled() and (not wrong or block.problem.text()):
                editor.setFocus()
                return

    def on(self, name: str, act: Callable[[Any], object]) -> None:
        """Call `act(value)` now and whenever that field changes."""
        field = self.field(name)
        field.changed.connect(lambda: act(field.value()))
        act(field.value())

    def _made(self, item: Field | Section | Row | QWidget) -> QWidget:
        if isinstance(item, Field):
            return self._block(item, self)
        if isinstance(item, Section):
            return _heading(item)
        if isinstance(item, QWidget):
            return item
        # Made inside what they will lie in: every later move costs Qt a walk through all that is moved.
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        for field in item:
            row.addWidget(self._block(field, holder), 1)
        return holder

    def _block(self, field: Field, parent: QWidget) -> Block:
        field.bind(self.words, self._kind, self._caps.get(field.name))
        block = self._blocks[field.name] = Block(field, parent)
        field.changed.connect(self.changed)
        return block


def _caps(draft: type[Draft] | None) -> dict[str, int]:
    if draft is None:
        return {}
    return {field.name: int(field.metadata["cap"]) for field in dataclasses.fields(draft) if field.metadata.get("cap")}


def _small(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setFont(font("small"))
    label.setWordWrap(True)
    if not text:  # never the other way round: shown without a parent it would be a window of its own
        label.hide()
    return label


def _heading(section: Section) -> QWidget:
    holder = QFrame()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, px(1), 0, 0)
    column.setSpacing(px(0.5))
    heading = QLabel(section.heading)
    heading.setFont(font("heading", strong=True))
    heading.setWordWrap(True)
    if not section.heading:
        heading.hide()
    column.addWidget(heading)
    column.addWidget(_small(section.text, "muted"))
    return holder
