"""Deciding a template's conditions and unrolling its lists for one letter, before any value is put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.letters import fields
from gvi_desktop.letters.blocks import Block, Piece, build
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.given import LetterInput, Values
from gvi_desktop.letters.template import Merge, Node, Section, Template

_CONDITIONS = {condition.value: condition for condition in Condition}


@dataclass(frozen=True, slots=True)
class Plan:
    """A letter without its values: heading, blocks with their places for values, and all places."""

    heading: tuple[Piece, ...]
    blocks: tuple[tuple[Block, tuple[Merge, ...]], ...]
    places: tuple[Merge, ...]


def unrolled(template: Template, letter: LetterInput, values: Values) -> Plan:
    """The template as it stands for this letter."""
    heading = _flat(template.heading, values, letter)
    body = _flat(template.body, values, letter)
    places = dict.fromkeys(piece for piece in (*heading, *body) if isinstance(piece, Merge))
    blocks = tuple((block, block.places()) for block in build(body))
    return Plan(heading, blocks, tuple(places))


def holds(name: str, values: Values, letter: LetterInput, row: int | None = None) -> bool:
    """Whether a section of that name appears."""
    if name in fields.LISTS:
        return bool(letter.lists.get(name))
    if name in _CONDITIONS:
        return _CONDITIONS[name] in letter.conditions
    place = Merge(name, row if fields.row_field(name) else None)
    return bool(clean(value_at(place, values, letter)))


def value_at(place: Merge, values: Values, letter: LetterInput) -> str:
    """The value as given, of the letter or of a list's row; empty where there is none."""
    if place.row is None:
        return values.get(place.key, "")
    found = fields.row_field(place.key)
    return letter.lists[found[0]][place.row].get(place.key, "") if found else ""


def _flat(nodes: Sequence[Node], values: Values, letter: LetterInput, row: int | None = None) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for node in nodes:
        match node:
            case str():
                out.append(node)
            case Merge(key=key):
                out.append(Merge(key, row) if fields.row_field(key) else node)
            case Section(name=name, inverted=inverted, nodes=inner):
                if name in fields.LISTS and not inverted:
                    for number in range(len(letter.lists.get(name, ()))):
                        out.extend(_flat(inner, values, letter, number))
                elif holds(name, values, letter, row) is not inverted:
                    out.extend(_flat(inner, values, letter, row))
    return tuple(out)
