"""Readability, and that our own Swedish texts are easy to read."""

from __future__ import annotations

import pytest
from kit.letters import HEAD, letter

from gvi_desktop.letters import templates
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.lix import lix
from gvi_desktop.letters.merge import Merger


def test_words_a_sentence_and_long_words_are_summed():
    assert lix("Vi ses idag. Kom nu. Vi ses snart igen.") == pytest.approx(9 / 3)
    assert lix("Vi ses onsdagen. Kom nu. Vi ses snart igen.") == pytest.approx(9 / 3 + 100 / 9)


def test_abbreviations_and_figures_end_no_sentence():
    assert lix("Kom kl. 18.00 på t.ex. torget. Vi är där. Hej då.") == pytest.approx(11 / 3)


def test_too_little_text_gets_no_figure():
    assert lix("En mening. Två meningar.") is None
    assert lix("") is None


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.CARD])
@pytest.mark.parametrize("conditions", [frozenset(), frozenset(Condition)])
def test_our_swedish_letters_are_plain(kind, conditions):
    merged = Merger(HEAD, "sv").merge(templates.shipped(kind, "sv"), letter(kind, conditions=conditions))
    lines = ["".join(run.text for run in cell) for block in merged.blocks for line in block.lines for cell in line]
    measure = lix("\n\n".join(lines))
    assert measure is not None
    assert measure < 40
