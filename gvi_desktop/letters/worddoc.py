"""Word documents: a text brought in from one, and one letter written out as one."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm

from gvi_desktop.letters.blocks import BlockKind, FilledBlock
from gvi_desktop.letters.layout import Runs
from gvi_desktop.letters.merge import Merged

MOST_BYTES = 5_000_000
_HEADING = re.compile(r"(heading|rubrik|title)", re.IGNORECASE)
_LIST = re.compile(r"(list|lista|punkt)", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
FOREIGN = ("%PDF", "{\\rtf")
"""Files of text that are no text to read."""
_SIGNS = re.compile(r"^[#\-|>~]")


class UnreadableTextError(ValueError):
    """The file is neither text nor a Word document."""


def body_of(content: bytes) -> str:
    """The body of a template from a DOCX or a plain text file: headings, bullets, bold and paragraphs; nothing is run.

    Raises UnreadableTextError.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableTextError
    if not zipfile.is_zipfile(BytesIO(content)):
        return _plain(content)
    try:
        return _tidy([_line(one) for one in Document(BytesIO(content)).paragraphs])
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as fault:
        raise UnreadableTextError from fault


def written(merged: Merged, day: str) -> bytes:
    """One letter as a Word document, to be changed by hand: then it is no longer the letter of the register."""
    document: Any = Document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
    document.add_paragraph(day)
    document.add_heading(merged.heading, level=1)
    for block in merged.blocks:
        _write(document, block)
    out = BytesIO()
    document.core_properties.author = document.core_properties.title = ""
    document.save(out)
    return out.getvalue()


def _plain(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _BINARY.search(text) or text.startswith(FOREIGN):
            break
        return text.replace("\r\n", "\n").strip() + "\n"
    raise UnreadableTextError


def _line(paragraph: Any) -> str:
    """A paragraph in our signs; what only looks like a sign is kept from being one."""
    parts = []
    for run in paragraph.runs:
        text = run.text.replace("**", "").replace("\n", " ").replace("\t", " ")
        parts.append(f"**{text}**" if run.bold and text.strip() else text)
    text = "".join(parts).replace("****", "").strip()
    style = paragraph.style.name or ""
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    if not text:
        return ""
    if _HEADING.search(style):
        return "# " + text.replace("**", "")
    if _LIST.search(style) or numbered:
        return "- " + text
    return " " + text if _SIGNS.match(text) else text


def _tidy(lines: list[str]) -> str:
    out: list[str] = []
    for line in lines:
        together = bool(out) and line.startswith("- ") and out[-1].startswith("- ")
        if out and not together:
            out.append("")
        out.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip("\n") + "\n"


def _write(document: Any, block: FilledBlock) -> None:
    match block.kind:
        case BlockKind.heading:
            for (runs,) in block.lines:
                document.add_heading("".join(run.text for run in runs), level=2)
        case BlockKind.bullets:
            for (runs,) in block.lines:
                _put(document.add_paragraph(style="List Bullet"), runs)
        case BlockKind.rows:
            table = document.add_table(rows=0, cols=max(len(cells) for cells in block.lines))
            for cells in block.lines:
                row = table.add_row().cells
                for at, runs in enumerate(cells):
                    _put(row[at].paragraphs[0], runs)
        case _:
            for (runs,) in block.lines:
                _put(document.add_paragraph(), runs)


def _put(paragraph: Any, runs: Runs) -> None:
    for run in runs:
        made = paragraph.add_run("".join(char for char in run.text if char >= " " or char == "\n"))
        made.bold = run.bold or None
