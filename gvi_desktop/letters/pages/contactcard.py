"""The office's contact card on paper: its code to photograph, its words to compare. It is public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters import qr
from gvi_desktop.letters.drawing import Picture, Piece, joined
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.layout import as_runs
from gvi_desktop.letters.pages.flow import Item
from gvi_desktop.letters.pages.paper import Marks, Paper, Title
from gvi_desktop.letters.style import GREY, MM, Face, Style

SIDE = 105 * MM
"""So large that each square is more than a millimetre: a telephone reads it at arm's length."""
ACROSS = 3
_TEXT = Style(11.5, 16)
_HEAD = Style(13, 18, Face.bold, level=2)
_WORD = Style(12.5, 19, Face.bold)
_SMALL = Style(9.5, 13, Face.regular, GREY)


@dataclass(frozen=True, slots=True)
class CardOnPaper:
    """What the code says, the words in the reader's language and in the other one, and the signing key's fingerprint
    as OpenSSH writes it."""

    content: bytes
    words: Sequence[str]
    others: Sequence[str]
    fingerprint: str


def draw(card: CardOnPaper, head: Letterhead, marks: Marks, language: str) -> bytes:
    """One page as PDF."""
    paper = Paper(head, marks, language)
    code = Piece((Picture((paper.width - SIDE) / 2, 0, SIDE, SIDE, qr.picture(qr.squares(card.content))),), SIDE)
    say = paper.say
    items = [
        Item(paper.text(say("contactcard.use"), _TEXT), 10),
        Item(code, 8),
        Item(paper.text(say("contactcard.words"), _HEAD), 10, keep_next=True),
        Item(paper.text(say("contactcard.compare"), _TEXT), 2, keep_next=True),
        Item(_words(paper, card.words, _WORD), 8),
        Item(paper.text(say("contactcard.others", words=" ".join(card.others)), _SMALL), 10),
        Item(paper.text(say("contactcard.fingerprint", fingerprint=card.fingerprint), _SMALL), 3),
    ]
    return paper.bind(items, Title(say("contactcard.title"), f"{head.programme} · {head.agency}"))


def _words(paper: Paper, words: Sequence[str], style: Style) -> Piece:
    """Numbered and read row by row, as in the window."""
    wide = paper.width / ACROSS
    parts: list[tuple[float, float, Piece]] = []
    for at, word in enumerate(words):
        piece = paper.layout.paragraph(as_runs(f"{at + 1}. {word}"), style, wide)
        parts.append((at % ACROSS * wide, at // ACROSS * style.leading, piece))
    rows = -(-len(words) // ACROSS)
    return joined(parts, rows * style.leading)
