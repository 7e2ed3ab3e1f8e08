"""The theme in force: palette, style sheet and fonts made from the tokens."""

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gvi_desktop.paths import resource
from ui.kit.tokens import CONTRAST, DARK, FONT, FONT_POINTS, GRID, LIGHT, THEMES, Tokens

CHOICES = ("system", "light", "dark", "contrast")
SIZES = {"small": 0.9, "body": 1.0, "heading": 1.15, "title": 1.5, "display": 1.9, "figure": 2.4}


@dataclass(frozen=True)
class Style:
    """The colours in force and how large text is (1.0 to 2.0)."""

    tokens: Tokens
    scale: float


_style = Style(LIGHT, 1.0)


def style() -> Style:
    """The style last applied."""
    return _style


def tokens() -> Tokens:
    """The colours last applied."""
    return _style.tokens


def px(units: float) -> int:
    """Pixels for so many steps of the 8-pixel grid, grown with the text."""
    return round(units * GRID * _style.scale)


def choose(theme: str) -> Tokens:
    """The tokens of a named theme; `system` follows the desktop's own light, dark or high contrast."""
    if theme in THEMES:
        return THEMES[theme]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def application(name: str) -> QApplication:
    """The application in the one style the sheet is written for. Asked for by name: `setStyle` costs twice the time."""
    return QApplication([name, "-style", "Fusion"])


def apply(app: QApplication, theme: str = "system", text_size: int = 100) -> Style:
    """Colours and fonts of the application, text size in percent; the sheet comes with `dress`."""
    global _style
    _style = Style(choose(theme), text_size / 100)
    _load_fonts()
    app.setPalette(palette(_style.tokens))
    app.setFont(font())
    return _style


def dress(window: QWidget) -> None:
    """Give a window without a parent the style sheet, which all in it and all windows it opens take over.

    The sheet is not the application's: then each `addWidget` would dress what is under it anew, level by level, and
    making a page would take three times as long.
    """
    window.setStyleSheet(sheet(_style))


def font(size: str = "body", *, strong: bool = False, tabular: bool = False) -> QFont:
    """A font of the family in a named size (see SIZES); tabular figures stand under one another in lists."""
    return QFont(_font(FONT_POINTS * SIZES[size] * _style.scale, strong, tabular))


@cache
def _font(points: float, strong: bool, tabular: bool) -> QFont:
    made = QFont([FONT, "Noto Sans", "Segoe UI", "sans-serif"])
    made.setPointSizeF(points)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def palette(colours: Tokens) -> QPalette:
    """Qt's own roles, for whatever the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.late,
        role.Highlight: colours.accent_soft,
        role.HighlightedText: colours.on_accent_soft,
        role.Accent: colours.accent,
        role.Link: colours.accent_text,
        role.LinkVisited: colours.accent_text,
        role.PlaceholderText: colours.muted,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.Light: colours.surface,
        role.Mid: colours.border,
        role.Dark: colours.edge,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.muted))
    return made


def sheet(wanted: Style) -> str:
    """The style sheet with the tokens filled in; measures written as $gN are N grid halves, grown with the text."""
    colours = wanted.tokens
    values = {name: str(getattr(colours, name)) for name in colours.__dataclass_fields__}
    values |= {f"g{step}": f"{round(step * GRID / 2 * wanted.scale)}px" for step in range(1, 17)}
    # $n: a border of two pixels leaves one less inside; $p: where a cell's text begins; $r: half a pill's height.
    values |= {f"n{step}": f"{round(step * GRID / 2 * wanted.scale) - 1}px" for step in range(1, 5)}
    values |= {"p2": f"{round(GRID * wanted.scale) + 3}px", "r7": f"{int(6 * GRID / 2 * wanted.scale) // 2}px"}
    values["icons"] = resource("style", "dark" if colours.dark else "light").as_posix()
    return re.sub(r"\$(\w+)|\$\{(\w+)\}", lambda found: values[found[1] or found[2]], _sheet())


@cache
def _sheet() -> str:
    return resource("style", "window.qss").read_text(encoding="utf-8")


@cache
def _load_fonts() -> None:
    for weight in ("Regular", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", "ui", f"Inter-{weight}.ttf")))
