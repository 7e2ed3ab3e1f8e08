"""The theme in force reaches colours, measures, fonts and icons."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.kit import icons, theme
from ui.kit.tokens import DARK, LIGHT


def test_the_style_sheet_is_filled_in_completely() -> None:
    for tokens in (LIGHT, DARK):
        assert "$" not in theme.sheet(theme.Style(tokens, 1.5))


def test_text_at_two_hundred_percent_doubles_measures_and_fonts(qapp: QApplication) -> None:
    small = theme.px(3), theme.font().pointSizeF()
    theme.apply(qapp, "light", 200)
    assert (theme.px(3), theme.font().pointSizeF()) == (small[0] * 2, small[1] * 2)
    theme.apply(qapp, "light")


def test_the_bundled_font_is_used_and_its_figures_stand_under_one_another() -> None:
    tabular = QFontMetricsF(theme.font(tabular=True))
    assert QFontInfo(theme.font()).family() == "Inter"
    assert len({round(tabular.horizontalAdvance(figure * 4), 2) for figure in "0123456789"}) == 1


def test_an_icon_takes_the_colour_of_the_theme(qapp: QApplication) -> None:
    def inks() -> set[str]:
        picture = icons.pixmap("users", 24).toImage()
        spots = [picture.pixelColor(x, y) for x in range(24) for y in range(24)]
        return {spot.name() for spot in spots if spot.alpha() == 255}

    light = inks()
    theme.apply(qapp, "dark")
    dark = inks()
    theme.apply(qapp, "light")
    assert light == {LIGHT.text}
    assert dark == {DARK.text}


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_can_be_drawn(name: str) -> None:
    assert not icons.icon(name).pixmap(16).isNull()
