"""Formulas of an XLSX file that carry no worked-out value: they are shown as text, so that no cell is lost unseen."""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_LINK = re.compile(rb"<Relationship\b[^>]*>")
_CELL = re.compile(rb'<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|'
                   rb"<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>", re.S)  # fmt: skip
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def unsolved(path: Path) -> dict[str, dict[tuple[int, int], str]]:
    """By sheet: (row, column) from zero, and the formula with its `=`. Other formats than XLSX have none."""
    if path.suffix.casefold() not in (".xlsx", ".xlsm"):
        return {}
    found: dict[str, dict[tuple[int, int], str]] = {}
    with zipfile.ZipFile(path) as packed:
        for name, part in _parts(packed).items():
            content = packed.read(part) if part in packed.namelist() else b""
            if b"<f" not in content and b":f" not in content:
                continue
            cells = {}
            for match in _CELL.finditer(content):
                place = _PLACE.search(_attribute(match[1], b"r"))
                if place is not None:
                    text = "=" + html.unescape((match[2] or b"").decode("utf-8", "replace"))
                    cells[int(place[2]) - 1, _column(place[1])] = text
            if cells:
                found[name] = cells
    return found


def _parts(packed: zipfile.ZipFile) -> dict[str, str]:
    """Names of sheets and where their cells are kept."""
    names = set(packed.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    links = {
        _attribute(match[0], b"Id"): _attribute(match[0], b"Target")
        for match in _LINK.finditer(packed.read("xl/_rels/workbook.xml.rels"))
    }
    parts = {}
    for match in _SHEET.finditer(packed.read("xl/workbook.xml")):
        target = links.get(_attribute(match[0], b"r:id"), "")
        parts[_attribute(match[0], b"name")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return parts


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"(?:^|\s)" + name + rb'="([^"]*)"', tag)
    return "" if found is None else html.unescape(found[1].decode("utf-8", "replace"))


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1
