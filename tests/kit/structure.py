"""A PDF's words as its tags give them: what a reader that follows the structure tree would say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

Said = list[tuple[str, str, str]]
"""Role, language (empty: the file's) and words of each element."""


def said(pdf: bytes) -> Said:
    """The leaves of the structure tree in its order, cells among them; those with nothing to say are left out."""
    with pikepdf.open(BytesIO(pdf)) as document:
        by_page = {page.obj.objgen: _marked(page.obj) for page in document.pages}
        return [
            (str(leaf.S)[1:], str(leaf.get("/Lang", "")), _words(leaf, by_page))
            for leaf in _leaves(document.Root.StructTreeRoot.K)
            if "/K" in leaf
        ]


def tables(pdf: bytes) -> list[list[list[tuple[str, str, str]]]]:
    """Of each table its rows, of each row its cells: role with the columns it takes, scope, and words."""
    with pikepdf.open(BytesIO(pdf)) as document:
        by_page = {page.obj.objgen: _marked(page.obj) for page in document.pages}
        return [
            [[(_role(cell), _scope(cell), _words(cell, by_page)) for cell in row.K] for row in table.K]
            for table in document.Root.StructTreeRoot.K.K
            if table.S == "/Table"
        ]


def said_by_page(pdf: bytes) -> list[str]:
    """The words that the tags give to each page, in the tree's order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        by_page = {page.obj.objgen: _marked(page.obj) for page in document.pages}
        told = {place: "" for place in by_page}
        for leaf in _leaves(document.Root.StructTreeRoot.K):
            for place, mark in _marks(leaf):
                told[place] += str(leaf.get("/ActualText", "")) or by_page[place][mark]
        return list(told.values())


def loose(pdf: bytes) -> list[str]:
    """Words on pages that no tag reaches and that are not said to be left out."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [text for page in document.pages if (text := _marked(page.obj).get(-1, "").strip())]


def repeated(pdf: bytes) -> list[str]:
    """Of each page the words that are not read again: heads of tables that go on."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [_marked(page.obj).get(-2, "") for page in document.pages]


def parents(pdf: bytes) -> bool:
    """Whether the way back, from a page's marks to their elements, leads to the same elements, and up to the root."""
    with pikepdf.open(BytesIO(pdf)) as document:
        tree = document.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        back = {int(numbers[n]): list(numbers[n + 1]) for n in range(0, len(numbers), 2)}
        there = {(leaf.objgen, *mark) for leaf in _leaves(tree.K) for mark in _marks(leaf)}
        again = {
            (leaf.objgen, page.obj.objgen, number)
            for page in document.pages
            for number, leaf in enumerate(back[int(page.obj.StructParents)])
        }
        return there == again and _hangs_together(tree.K, tree)


def _leaves(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for child in element.K:
        if child.S in ("/Table", "/TR"):
            yield from _leaves(child)
        else:
            yield child


def _marks(leaf: pikepdf.Object) -> list[tuple[tuple[int, int], int]]:
    kids = leaf.get("/K")
    if kids is None:
        return []
    if isinstance(kids, int):
        return [(leaf.Pg.objgen, kids)]
    return [(kid.Pg.objgen, int(kid.MCID)) for kid in kids]


def _words(leaf: pikepdf.Object, by_page: dict[tuple[int, int], dict[int, str]]) -> str:
    told = [by_page[place][mark] for place, mark in _marks(leaf)]
    return str(leaf.get("/ActualText", "")) or " ".join(told)


def _role(cell: pikepdf.Object) -> str:
    columns = int(cell.A.get("/ColSpan", 1)) if "/A" in cell else 1
    return str(cell.S)[1:] + (f"*{columns}" if columns > 1 else "")


def _scope(cell: pikepdf.Object) -> str:
    return str(cell.A.get("/Scope", "/"))[1:] if "/A" in cell else ""


def _hangs_together(element: pikepdf.Object, above: pikepdf.Object) -> bool:
    kids = element.get("/K", 0)
    if element.P.objgen != above.objgen:
        return False
    parts = kids if isinstance(kids, pikepdf.Array) else [kids]
    return all(isinstance(kid, int) or "/S" not in kid or _hangs_together(kid, element) for kid in parts)


def _marked(holder: pikepdf.Object, into: dict[int, str] | None = None, mark: int = -1) -> dict[int, str]:
    """Words by mark, those without any under -1 and artifacts under -2; where a part says what it reads as, that."""
    texts = {} if into is None else into
    fonts = {name: _letters(font) for name, font in holder.Resources.get("/Font", {}).items()}
    marks, letters = [(mark, False)], {}

    def say(text: str) -> None:
        at, told = marks[-1]
        if not told:
            texts[at] = texts.get(at, "") + text

    for values, operator in pikepdf.parse_content_stream(holder):
        match str(operator):
            case "BDC":
                about, (at, told) = values[1], marks[-1]
                if "/ActualText" in about:
                    say(str(about.ActualText))
                    told = True
                inside = -2 if values[0] == "/Artifact" else at
                marks.append((int(about.get("/MCID", inside)), told))
            case "BMC":
                marks.append((-2, False) if values[0] == "/Artifact" else marks[-1])
            case "EMC":
                marks.pop()
            case "Tf":
                letters = fonts[str(values[0])]
            case "Tj":
                say("".join(letters[byte] for byte in bytes(values[0])))
            case "TJ":
                parts = [bytes(part) for part in values[0] if isinstance(part, pikepdf.String)]
                say("".join(letters[byte] for part in parts for byte in part))
            case "Do":
                form = holder.Resources.XObject[values[0]]
                if form.Subtype == "/Form":
                    _marked(form, texts, marks[-1][0])
    return texts


def _letters(font: pikepdf.Object) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"^<([0-9A-F]{2})> <([0-9A-F]{4,})>$", cmap, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
