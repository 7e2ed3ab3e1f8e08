"""The one family of icons, drawn from SVG and tinted by the palette in force."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from gvi_desktop.paths import resource
from ui.kit.theme import style, tokens


def icon(name: str, colour: str | None = None, *, gap: bool = False) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the text's colour or another; `gap` leaves room before words."""
    colours = tokens()
    return _drawn(name, colour or colours.text, colours.muted, _ratio(), style().scale, 1.25 if gap else 1.0)


def pixmap(name: str, size: int, colour: str | None = None) -> QPixmap:
    """The icon as a picture of so many pixels a side."""
    return _paint(_source(name), size, colour or tokens().text, _ratio())


def names() -> list[str]:
    """Every icon there is."""
    return sorted(file.stem for file in resource("icons").glob("*.svg"))


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, faded: str, ratio: float, scale: float, wide: float) -> QIcon:
    made = QIcon()
    for size in (round(side * scale) for side in (16, 18, 20, 24)):
        made.addPixmap(_paint(_source(name), size, colour, ratio, wide=wide), QIcon.Mode.Normal)
        made.addPixmap(_paint(_source(name), size, faded, ratio, 0.6, wide=wide), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _paint(source: str, size: int, colour: str, ratio: float, opacity: float = 1.0, wide: float = 1.0) -> QPixmap:
    # Imported here: the unlock window is up before the first icon is needed.
    from PySide6.QtSvg import QSvgRenderer

    thin = source.replace("currentColor", QColor(colour).name()).replace('stroke-width="2"', 'stroke-width="1.75"')
    side = round(size * ratio)
    picture = QPixmap(round(side * wide), side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(thin.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
