"""A PDF's words as its tags give them: what a reader that follows the structure tree would say."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

Said = list[tuple[str, str, str]]
"""Role, language (empty: the file's) and words of each element."""


def said(pdf: bytes) -> Said:
    """The leaves of the structure tree in its order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        by_page = {page.obj.objgen: _marked(page.obj) for page in document.pages}
        return [
            (
                str(leaf.S)[1:],
                str(leaf.get("/Lang", "")),
                str(leaf.get("/ActualText", "")) or by_page[leaf.Pg.objgen][int(leaf.K)],
            )
            for leaf in document.Root.StructTreeRoot.K.K
        ]


def loose(pdf: bytes) -> list[str]:
    """Words on pages that no tag reaches."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [text for page in document.pages if (text := _marked(page.obj).get(-1, "").strip())]


def parents(pdf: bytes) -> bool:
    """Whether the way back, from a page's marks to their elements, leads to the same elements."""
    with pikepdf.open(BytesIO(pdf)) as document:
        tree = document.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        back = {int(numbers[n]): list(numbers[n + 1]) for n in range(0, len(numbers), 2)}
        found = [leaf.objgen for page in document.pages for leaf in back[int(page.obj.StructParents)]]
        right = all(int(leaf.K) == n for leaves in back.values() for n, leaf in enumerate(leaves))
        return right and found == [leaf.objgen for leaf in tree.K.K]


def _marked(holder: pikepdf.Object, into: dict[int, str] | None = None, mark: int = -1) -> dict[int, str]:
    """Words by mark, those without any under -1; where a part says itself what it reads as, that and not its glyphs."""
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
                marks.append((int(about.get("/MCID", at)), told))
            case "BMC":
                marks.append(marks[-1])
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
