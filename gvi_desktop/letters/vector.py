"""An office's logo as SVG: only plain shapes are let through to the library that draws them."""

from __future__ import annotations

import math
import re
from io import BytesIO
from typing import Any
from xml.parsers import expat

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped,unused-ignore]

from gvi_desktop.letters import fonts
from gvi_desktop.letters.style import Face

MOST_BYTES = 200 * 1024
_WIDEST, _DEEPEST = 100_000.0, 60
_QUIET = frozenset({"metadata", "title", "desc"})
_SHAPES = _QUIET | {
    *("svg", "g", "defs", "style", "symbol", "use", "clipPath"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LINK = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression|javascript:", re.IGNORECASE)


class VectorError(ValueError):
    """An SVG that is refused: `part` names what it holds that cannot be printed, empty where it cannot be read."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part or "unreadable")
        self.part = part


def is_svg(data: bytes) -> bool:
    """Whether the file means to be an SVG."""
    return b"<svg" in data[:4096] or b"<!DOCTYPE svg" in data[:4096]


def drawing(data: bytes) -> Any:
    """The library's drawing of a checked SVG; raises VectorError."""
    from svglib.svglib import SvgRenderer  # slow to load, and most offices never need it

    root = _checked(data)
    fonts.ready()
    try:
        made = SvgRenderer(BytesIO()).render(root)
        size = (float(made.width), float(made.height))
        sound = all(math.isfinite(side) and 0 < side <= _WIDEST for side in size) and made.contents[0].contents
        made.initialFontName = Face.regular.value  # or the file would name a font that it does not hold
        if sound:
            # Some faults only show when it is drawn, and then no letter could be printed.
            put(Canvas(BytesIO(), initialFontName=Face.regular.value), made, 0, 0, *size)
    except Exception as fault:  # whatever the library trips over in somebody's file
        raise VectorError from fault
    if not sound:
        raise VectorError
    return made


def put(canvas: Any, shape: Any, x: float, y: float, width: float, height: float) -> None:
    """Draw it within a rectangle whose lower left corner is at `x`, `y`, and nothing outside."""
    from reportlab.graphics import renderPDF  # type: ignore[import-untyped,unused-ignore]

    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(x, y, width, height)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.translate(x, y)
    canvas.scale(width / shape.width, height / shape.height)
    renderPDF.draw(shape, canvas, 0, 0, showBoundary=0)
    canvas.restoreState()


def _checked(data: bytes) -> Any:
    from svglib.svglib import load_svg_file

    if len(data) > MOST_BYTES:
        raise VectorError
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise VectorError from fault
    for part in ("<!DOCTYPE", "<!ENTITY"):
        if part in text.upper():
            raise VectorError(part[2:])
    whole = _DECLARATION.sub("", text).encode()
    _check_whole(whole)
    root = load_svg_file(BytesIO(whole))
    if root is None or _name(root) != "svg":
        raise VectorError
    for element in root.iter():
        _check(element)
    _check_copies(root)
    return root


def _check_whole(text: bytes) -> None:
    """Well formed and not too deep: the library would draw as much as it can read, and goes down by recursion."""
    depth = 0

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise VectorError

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(text, True)
    except expat.ExpatError as fault:
        raise VectorError from fault


def _check(element: Any) -> None:
    name = _name(element)
    if not name or any(_name(above) in _QUIET for above in element.iterancestors()):
        return
    plain = "}" not in element.tag or "http://www.w3.org/2000/svg" in element.tag
    if plain and name not in _SHAPES:
        raise VectorError(name)
    if not plain and name in {"image", "script", "foreignObject", "text", "a", "switch"}:
        raise VectorError(name)
    for key, value in element.attrib.items():
        own = key.rpartition("}")[2].lower()
        if own.startswith("on"):
            raise VectorError(own)
        if (own == "href" and not value.strip().startswith("#")) or _LINK.search(value):
            raise VectorError("href")
    if name == "style" and _LINK.search(element.text or ""):
        raise VectorError("href")


def _check_copies(root: Any) -> None:
    """Copies of copies, or too many of something large, would unfold to millions of shapes."""
    known = {element.get("id"): element for element in root.iter() if _name(element) and element.get("id")}
    left = 4 * MOST_BYTES
    for use in (element for element in root.iter() if _name(element) == "use"):
        links = [value.strip()[1:] for key, value in use.attrib.items() if key.rpartition("}")[2] == "href"]
        for target in (known[link] for link in links if link in known):
            inside = [element for element in target.iter() if _name(element)]
            left -= sum(20 + sum(map(len, element.attrib.values())) for element in inside)
            if left < 0 or any(_name(element) == "use" for element in inside):
                raise VectorError("use")


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
