"""Cells that hold several things: teams, measures, triggering incidents, the messages that were delivered."""

from __future__ import annotations

import re

from gvi_desktop.intake.cell import Cell, CellFault, is_empty, text_of, yes_no


def read_team(cell: Cell) -> tuple[str, ...]:
    """Agencies that made a visit: "Polisen + socialtjänsten" is two."""
    parts = re.split(r"\s*[+,;/&]\s*|\s+(?:och|samt|and)\s+", text_of(cell))
    return tuple(dict.fromkeys(part[:1].upper() + part[1:] for part in parts if part))


def read_items(cell: Cell) -> tuple[str, ...]:
    """Things divided by semicolons, line breaks or bullets; by commas only where there is none of these."""
    text = cell.strip() if isinstance(cell, str) else text_of(cell)
    divided = re.split(r"\s*(?:[;\n•]|^\s*-\s)\s*", text)
    if len(divided) == 1:
        divided = text.split(",")
    parts = (" ".join(part.split()).strip(" -") for part in divided)
    return tuple(dict.fromkeys(part[:1].upper() + part[1:] for part in parts if part))


def read_messages(cell: Cell) -> tuple[bool, bool, bool]:
    """Which of the three messages were delivered: "1, 2", "1-3", "alla", X."""
    if is_empty(cell):
        return (False, False, False)
    text = text_of(cell).casefold()
    if text in ("alla", "alla tre", "all", "all three", "samtliga"):
        return (True, True, True)
    if span := re.fullmatch(r"([1-3])\s*[-–]\s*([1-3])", text):
        found = set(range(int(span[1]), int(span[2]) + 1))
    elif re.fullmatch(r"[1-3]([\s,+&;/.]*(och|and)?[\s,+&;/.]*[1-3]){0,2}", text) and not isinstance(cell, bool):
        found = {int(digit) for digit in re.findall(r"[1-3]", text)}
    else:
        try:
            found = {1, 2, 3} if yes_no(cell) else set()
        except CellFault as fault:
            raise CellFault("not_messages") from fault
    return (1 in found, 2 in found, 3 in found)
