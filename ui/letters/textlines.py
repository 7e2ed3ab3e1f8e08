"""Between a letter text as kept and as shown: a line's sign becomes its look, tags become chips, ** becomes bold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from ui.kit.theme import px

TAG = re.compile(r"\{\{[^{}\n]*\}\}")
_PIECE = re.compile(r"(\{\{[^{}\n]*\}\}|\*\*)")
CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
CODE = QTextFormat.Property.UserProperty.value + 1
BOLD = QTextFormat.Property.UserProperty.value + 2
LOOK = QTextFormat.Property.UserProperty.value + 3
OBJECT = "\ufffc"
"""The one character that a chip is to the cursor."""


class Look(Enum):
    """What a line is; the value is the sign that it is kept with."""

    BODY = ""
    FILE = "title: "
    TITLE = "heading: "
    RULE = "---"
    HEADING = "# "
    LIST = "- "
    FRAMED = "> "
    SIGNED = "~ "


HEAD = (Look.FILE, Look.TITLE, Look.RULE)
"""The lines above a letter's text."""
_SIGNS = (Look.HEADING, Look.LIST, Look.FRAMED, Look.SIGNED)
HEAD_ROOM = 11.0
"""Grid steps for the names of the lines in the head."""
_INDENT = {Look.FILE: HEAD_ROOM, Look.TITLE: HEAD_ROOM, Look.LIST: 2.5, Look.FRAMED: 2.0, Look.SIGNED: 2.0}
"""How far a line stands in, in grid steps."""
Chip = Callable[[str], QTextCharFormat]
"""How a tag such as {{phone}} is shown."""


class Bit(NamedTuple):
    """Characters of a line, or one tag, and whether they are bold."""

    text: str
    bold: bool = False
    tag: bool = False


def look_of(block: QTextBlock) -> Look:
    """What a line is shown as."""
    return Look(block.blockFormat().property(LOOK) or "")


def block_format(look: Look) -> QTextBlockFormat:
    """The format of a line of that look."""
    made = QTextBlockFormat()
    made.setProperty(LOOK, look.value)
    made.setLeftMargin(px(_INDENT.get(look, 0)))
    made.setTopMargin(px(0.75) if look is Look.HEADING else 0)
    return made


def read(line: str, head: bool) -> tuple[Look, list[Bit]]:
    """The look of a kept line and what it says; `head`: it is above the rule."""
    if head and line == Look.RULE.value:
        return Look.RULE, []
    looks = (Look.FILE, Look.TITLE) if head else _SIGNS
    look = next((one for one in looks if line.startswith(one.value)), Look.BODY)
    return look, _bits(line.removeprefix(look.value))


def written(bits: list[Bit]) -> str:
    """What a line says, as it is kept."""
    out, bold = "", False
    for bit in bits:
        if bit.bold is not bold:
            out, bold = f"{out}**", bit.bold
        out += bit.text
    return f"{out}**" if bold else out


def fill(cursor: QTextCursor, text: str, chip: Chip, head: bool) -> None:
    """Put kept text where the cursor stands; the first line takes its look only where there is nothing else."""
    for number, line in enumerate(text.split("\n")):
        look, bits = read(line, head)
        head = head and look is not Look.RULE
        if number:
            cursor.insertBlock(block_format(look), QTextCharFormat())
        elif not cursor.block().text() and look_of(cursor.block()) is Look.BODY:
            cursor.setBlockFormat(block_format(look))
        else:
            bits = _bits(line)
        for bit in bits:
            cursor.insertText(OBJECT if bit.tag else bit.text, chip_format(chip, bit) if bit.tag else plain(bit.bold))


def chip_format(chip: Chip, bit: Bit) -> QTextCharFormat:
    """A chip for a tag."""
    made = chip(bit.text)
    made.setObjectType(CHIP)
    made.setProperty(CODE, bit.text)
    made.setProperty(BOLD, bit.bold)
    return made


def plain(bold: bool) -> QTextCharFormat:
    """Words, bold or not."""
    made = QTextCharFormat()
    made.setProperty(BOLD, bold)
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def kept(cursor: QTextCursor) -> str:
    """What is marked, as text that can be kept; a first line taken from its middle comes without its sign."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    block, lines = document.findBlock(start), []
    while block.isValid() and block.position() <= end:
        sign = look_of(block).value if block.position() >= start else ""
        lines.append(sign + written(list(_shown(block, start, end))))
        block = block.next()
    return "\n".join(lines)


def _shown(block: QTextBlock, start: int, end: int) -> Iterator[Bit]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        first, last = max(fragment.position(), start), min(fragment.position() + fragment.length(), end)
        if first < last:
            look = fragment.charFormat()
            text = fragment.text()[_units(fragment.text(), first - fragment.position()) :]
            text = text[: _units(text, last - first)]
            if look.objectType() == CHIP and text.strip(OBJECT) == "":
                yield from [Bit(str(look.property(CODE)), bool(look.property(BOLD)), True)] * len(text)
            else:
                yield Bit(text, bool(look.property(BOLD)))
        at += 1


def _units(text: str, units: int) -> int:
    """How many characters take so many of Qt's units: a character beyond the first plane takes two."""
    taken = 0
    for number, char in enumerate(text):
        if taken >= units:
            return number
        taken += 2 if ord(char) > 0xFFFF else 1
    return len(text)


def _bits(text: str) -> list[Bit]:
    """Words, bold words and tags; where that would not be kept as it was, the line as it stands."""
    bits, bold = [], False
    for piece in _PIECE.split(text):
        if piece == "**":
            bold = not bold
        elif piece:
            bits.append(Bit(piece, bold, bool(TAG.fullmatch(piece))))
    if not bold and written(bits) == text and all(a != b or a.tag for a, b in pairwise(bits)):
        return bits
    return [Bit(piece, False, bool(TAG.fullmatch(piece))) for piece in re.split(f"({TAG.pattern})", text) if piece]
