"""The structure tree of a file: what each marked piece of a page is, in the order it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from gvi_desktop.letters.rows import Heads


class Place(NamedTuple):
    """Of a cell: which table of the file, which row of it and which column; the columns it takes, and what it heads."""

    table: int
    row: int
    column: int
    span: int = 1
    heads: Heads | None = None


class Tag(NamedTuple):
    """Role of a piece, and its words where they are read in another order than they stand; of a cell its place. An
    empty cell is not marked on the page."""

    role: str
    words: str = ""
    place: Place | None = None
    marked: bool = True


@dataclass(slots=True)
class Tags:
    """What a page says, in the order drawn, and the page's own language if it is not the file's."""

    language: str = ""
    said: list[Tag] = field(default_factory=list)
    marks: int = 0

    def add(self, tag: Tag) -> int:
        """Note what comes next; the number it is marked with."""
        self.said.append(tag)
        self.marks += tag.marked
        return self.marks - 1


class Tree:
    """The tree in the making; a table that goes over several pages is one, and a row cut by a page's end as well."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pdf.make_indirect(Dictionary(S=Name.Document, P=self._root))
        self._children: list[Object] = []
        self._numbers = Array()
        self._at = Place(0, 0, 0)
        self._table: Object = self._document
        self._row: Object = self._document
        self._cells: dict[int, Object] = {}
        self._looks: dict[tuple[Heads | None, int], Object] = {}
        self._roles: dict[str, Name] = {}

    def page(self, number: int, sheet: Object, tags: Tags) -> None:
        """All that a page says."""
        sheet.StructParents = number
        sheet.Tabs = Name.S
        own: list[Object] = []
        for tag in tags.said:
            if tag.place is not None:
                element = self._cell(tag, tag.place, sheet, len(own))
            else:
                of = {"/S": self._role(tag.role), "/P": self._document, "/Pg": sheet, "/K": len(own)}
                element = self._pdf.make_indirect(Dictionary(of))
                self._children.append(element)
            if tags.language and tag.marked:
                element.Lang = String(tags.language)
            if tag.words:
                before = str(element.get("/ActualText", ""))
                element.ActualText = String(f"{before} {tag.words}".strip())
            if tag.marked:
                own.append(element)
        self._numbers.append(number)
        self._numbers.append(self._pdf.make_indirect(Array(own)))

    def root(self, pages: int) -> Object:
        """The tree, whole."""
        self._document.K = Array(self._children)
        self._root.K = self._document
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._numbers))
        self._root.ParentTreeNextKey = pages
        return self._root

    def _cell(self, tag: Tag, place: Place, sheet: Object, mark: int) -> Object:
        if place.table != self._at.table:
            self._table = self._element("Table", self._document)
            self._table.K = Array()
            self._children.append(self._table)
        if place[:2] != self._at[:2]:
            self._row = self._element("TR", self._table)
            self._row.K = Array()
            self._table.K.append(self._row)
            self._cells = {}
        self._at = place
        known = self._cells.get(place.column)
        cell = known if known is not None else self._cells.setdefault(place.column, self._new(tag, place))
        if not tag.marked:
            return cell
        if "/K" not in cell:
            cell.Pg, cell.K = sheet, mark
        else:  # the rest of what a page before began
            first = Dictionary(Type=Name.MCR, Pg=cell.Pg, MCID=cell.K) if isinstance(cell.K, int) else None
            parts = Array([first]) if first is not None else cell.K
            parts.append(Dictionary(Type=Name.MCR, Pg=sheet, MCID=mark))
            cell.K = parts
        return cell

    def _new(self, tag: Tag, place: Place) -> Object:
        cell = self._element(tag.role, self._row)
        self._row.K.append(cell)
        key = (place.heads if tag.role == "TH" else None, place.span)
        if key != (None, 1):
            cell.A = self._look(*key)
        return cell

    def _look(self, heads: Heads | None, span: int) -> Object:
        if (heads, span) not in self._looks:
            look = Dictionary(O=Name.Table)
            if heads:
                look.Scope = Name(f"/{heads}")
            if span > 1:
                look.ColSpan = span
            self._looks[heads, span] = self._pdf.make_indirect(look)
        return self._looks[heads, span]

    def _element(self, role: str, parent: Object) -> Object:
        return self._pdf.make_indirect(Dictionary({"/S": self._role(role), "/P": parent}))

    def _role(self, role: str) -> Name:
        if role not in self._roles:
            self._roles[role] = Name(f"/{role}")
        return self._roles[role]


def grown(pdf: Pdf, tags: Sequence[Tags]) -> Object:
    """The structure tree of a file with these pages."""
    tree = Tree(pdf)
    for number, (page, said) in enumerate(zip(pdf.pages, tags, strict=True)):
        tree.page(number, page.obj, said)
    return tree.root(len(tags))
