"""A letter as it would look, filled with the catalogue's samples: for whoever writes a template."""

from __future__ import annotations

from datetime import date

from gvi_desktop.letters import fields
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.given import Letterhead, LetterInput, Recipient
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.merge import office_fields

ADDRESS = ("Elias Öberg", "Storgatan 1", "123 45 Örebro")


def sample(
    kind: LetterKind, language: str, text: str, day: date, conditions: frozenset[Condition], head: Letterhead
) -> LetterInput:
    """The letter with every field filled; `conditions` are those that hold for the one it is shown for."""
    own = {key for key, value in office_fields(head, language).items() if value}
    values = {key: field.sample for key, field in fields.FIELDS.items() if key not in own}
    lists = {name: [{key: field.sample for key, field in row.items()}] * 2 for name, row in fields.LISTS.items()}
    address = ADDRESS if kind in (LetterKind.NOTICE, LetterKind.INVITATION) else ()
    recipient = Recipient("–", address, language)
    return LetterInput(kind, recipient, values, day, "", conditions, lists, text)
