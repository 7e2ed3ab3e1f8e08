"""The colours of every theme can be read."""

import pytest

from ui.kit.tokens import THEMES, Tokens, contrast


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_every_text_has_contrast_enough_on_its_ground(theme: Tokens) -> None:
    weak = {name: round(contrast(*pair), 2) for name, pair in theme.pairs().items() if contrast(*pair) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_what_one_types_in_has_an_outline_one_sees(theme: Tokens) -> None:
    assert contrast(theme.edge, theme.surface) >= 3
    assert contrast(theme.accent, theme.surface) >= 3


def test_high_contrast_is_higher_than_the_others() -> None:
    lowest = {name: min(contrast(*pair) for pair in theme.pairs().values()) for name, theme in THEMES.items()}
    assert lowest["contrast"] > max(lowest["light"], lowest["dark"])


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
