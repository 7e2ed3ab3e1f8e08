"""What a template's body is made of once its conditions are decided: paragraphs, headings, bullets, rows and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from gvi_desktop.letters.layout import Run, Runs
from gvi_desktop.letters.template import Merge


class BlockKind(Enum):
    """The shape of a block, told by how its lines begin."""

    paragraph = auto()
    heading = auto()  # "# "
    bullets = auto()  # "- "
    rows = auto()  # "| a | b |", with "|!" for column heads
    note = auto()  # "> "
    signature = auto()  # "~ "


Piece = str | Merge
Cell = tuple[tuple[Piece, bool], ...]  # text or field, and whether it is bold

_SIGNS = {
    "#": BlockKind.heading,
    "-": BlockKind.bullets,
    "|": BlockKind.rows,
    ">": BlockKind.note,
    "~": BlockKind.signature,
}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of cells; only rows have more than one cell a line, and a first line of heads where `headed`."""

    kind: BlockKind
    lines: tuple[tuple[Cell, ...], ...]
    headed: bool = False

    def places(self) -> tuple[Merge, ...]:
        """Where values go in it."""
        return tuple(piece for cells in self.lines for cell in cells for piece, _ in cell if isinstance(piece, Merge))


@dataclass(frozen=True, slots=True)
class FilledBlock:
    """A block with its values put in, ready to be set."""

    kind: BlockKind
    lines: tuple[tuple[Runs, ...], ...]
    headed: bool = False


def build(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Blocks of a body. Values have no say in this: they are whole pieces, and their characters are never read."""
    blocks: list[Block] = []
    group: list[list[Piece]] = []
    for line in [*_lines(pieces), []]:
        kind = _kind(line) if line else None
        if group and (not line or kind is not _kind(group[0])):
            blocks.append(_block(group))
            group = []
        if line:
            group.append(line)
    return tuple(blocks)


def fill(block: Block, text_of: Callable[[Merge], str]) -> FilledBlock:
    """The block with each field's text."""
    lines = tuple(tuple(_runs(cell, text_of) for cell in cells) for cells in block.lines)
    return FilledBlock(block.kind, lines, block.headed)


def _runs(cell: Cell, text_of: Callable[[Merge], str]) -> Runs:
    return tuple(Run(piece if isinstance(piece, str) else text_of(piece), bold) for piece, bold in cell)


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, Merge):
            lines[-1].append(piece)
            continue
        first, *others = piece.split("\n")
        lines[-1].append(first)
        lines.extend([text] for text in others)
    tidy = [[piece for piece in line if piece != ""] for line in lines]
    return [[] if all(isinstance(p, str) and not p.strip() for p in line) else line for line in tidy]


def _kind(line: Sequence[Piece]) -> BlockKind:
    sign = line[0][:1] if isinstance(line[0], str) else ""
    return _SIGNS.get(sign, BlockKind.paragraph)


def _block(group: list[list[Piece]]) -> Block:
    kind = _kind(group[0])
    if kind is BlockKind.paragraph:
        joined = [piece for number, line in enumerate(group) for piece in ([" ", *line] if number else line)]
        return Block(kind, ((_cell(joined),),))
    if kind is BlockKind.rows:
        headed = str(group[0][0]).startswith("|!")
        return Block(kind, tuple(tuple(_cell(cell) for cell in _cells(line)) for line in group), headed)
    return Block(kind, tuple((_cell([str(line[0])[1:].lstrip(), *line[1:]]),) for line in group))


def _cells(line: list[Piece]) -> list[list[Piece]]:
    cells: list[list[Piece]] = [[]]
    for number, piece in enumerate(line):
        if isinstance(piece, Merge):
            cells[-1].append(piece)
            continue
        first, *others = (piece.lstrip("|!") if not number else piece).split("|")
        cells[-1].append(first)
        cells.extend([text] for text in others)
    return cells[:-1]


def _cell(pieces: list[Piece]) -> Cell:
    out: list[tuple[Piece, bool]] = []
    bold = False
    for piece in pieces:
        if isinstance(piece, Merge):
            out.append((piece, bold))
            continue
        for number, part in enumerate(piece.split("**")):
            bold = bold is not bool(number)  # every ** turns it over
            if part:
                out.append((part, bold))
    if out and isinstance(out[0][0], str):
        out[0] = (out[0][0].lstrip(), out[0][1])
    if out and isinstance(out[-1][0], str):
        out[-1] = (out[-1][0].rstrip(), out[-1][1])
    return tuple(part for part in out if part[0] != "")
