"""The own contact card as a code: in the window, as a picture, and on paper with its words."""

from __future__ import annotations

from pathlib import Path

from gvi_desktop.crypto import sign
from gvi_desktop.letters import qr
from gvi_desktop.letters.pages import contactcard
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.services import identity
from gvi_desktop.services.stationery import letterhead
from gvi_desktop.services.unit import Unit


def squares(unit: Unit) -> qr.Squares:
    """The code of the own card, row by row; True is black."""
    return qr.squares(identity.card(unit))


def paper(unit: Unit, language: str = "") -> bytes:
    """The own card as one page of PDF. It is public and holds nothing of the vault, so nothing is registered."""
    chosen = language or unit.office.language.value
    own, other = identity.keys(unit), "en" if chosen == "sv" else "sv"
    card = contactcard.CardOnPaper(
        identity.card(unit),
        identity.own_words(unit, chosen),
        identity.own_words(unit, other),
        sign.ssh_fingerprint(own.public),
    )
    return contactcard.draw(card, letterhead(unit), Marks(unit.today), chosen)


def content(unit: Unit, suffix: str, language: str = "") -> bytes:
    """The own card as the content of a file: a page for .pdf, the code alone for .png, else the card itself."""
    match suffix.casefold():
        case ".pdf":
            return paper(unit, language)
        case ".png":
            return qr.picture(squares(unit))
        case _:
            return identity.card(unit)


def write(unit: Unit, path: Path, language: str = "") -> Path:
    """The same into a file."""
    return identity.write_public(path, content(unit, path.suffix, language))
