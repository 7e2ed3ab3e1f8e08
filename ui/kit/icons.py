"""The one family of icons, drawn from SVG and tinted by the palette in force."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from gvi_desktop.paths import resource
from ui.kit.theme import style, tokens

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


def icon(name: str, colour: str | None = None, *, gap: bool = False) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the text's colour or another; `gap` leaves room before words."""
    colours = tokens()
    return _drawn(name, colour or colours.text, colours.muted, _ratio(), style().scale, 1.25 if gap else 1.0)


def pixmap(name: str, size: int, colour: str | None = None) -> QPixmap:
    """The icon as a picture of so many pixels a side."""
    return _paint(_strokes(name, colour or tokens().text), size, _ratio())


def names() -> list[str]:
    """Every icon there is."""
    return sorted(file.stem for file in resource("icons").glob("*.svg"))


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, faded: str, ratio: float, scale: float, wide: float) -> QIcon:
    made = QIcon()
    for mode, ink, opacity in ((QIcon.Mode.Normal, colour, 1.0), (QIcon.Mode.Disabled, faded, 0.6)):
        strokes = _strokes(name, ink)
        for size in (round(side * scale) for side in (16, 18, 20, 24)):
            made.addPixmap(_paint(strokes, size, ratio, opacity, wide), mode)
    return made


def _strokes(name: str, colour: str) -> QSvgRenderer:
    """The icon's lines in a colour."""
    # Imported here: the unlock window is up before the first icon is needed.
    from PySide6.QtSvg import QSvgRenderer

    thin = _source(name).replace("currentColor", QColor(colour).name())
    return QSvgRenderer(QByteArray(thin.replace('stroke-width="2"', 'stroke-width="1.75"').encode()))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _paint(strokes: QSvgRenderer, size: int, ratio: float, opacity: float = 1.0, wide: float = 1.0) -> QPixmap:
    side = round(size * ratio)
    picture = QPixmap(round(side * wide), side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    strokes.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
