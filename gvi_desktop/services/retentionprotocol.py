"""The protocol of an erasure as a paper: what went, by whom and why, and what still holds it; it names nobody."""

from __future__ import annotations

from collections.abc import Iterable

from gvi_desktop.services.copies import Copies
from gvi_desktop.services.erasure import Protocol
from gvi_desktop.services.report_parts import Cell, Report, Row, Section, day
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words


def report(unit: Unit, protocol: Protocol, language: str) -> Report:
    """The protocol, ready for screen and file."""
    words = Words(language)

    def tell(key: str, **values: object) -> str:
        return words.text("retention", key, **values)

    facts: list[tuple[str, Cell]] = [(tell("people"), protocol.people)]
    facts += [(_many(words, kind), number) for kind, number in sorted(protocol.records.items())]
    facts += [(tell("replaced"), protocol.replaced), (tell("left"), protocol.left)]
    facts += [(tell("reason"), protocol.reason), (tell("by"), protocol.by)]
    sections = [Section("what", tell("what"), ("", ""), tuple(facts), facts=True)]
    sections += holding(unit, protocol.copies, words)
    notes = tuple(tell(key) for key in ("note_names", "note_copies", "note_bundles"))
    subtitle = tell("subtitle", day=day(protocol.on), count=protocol.people)
    return Report(tell("title"), subtitle, tuple(sections), notes)


def holding(unit: Unit, copies: Copies, words: Words) -> list[Section]:
    """What still holds the people: a table for each kind of copy that there is."""

    def tell(key: str) -> str:
        return words.text("retention", key)

    def table(key: str, heads: Iterable[str], rows: Iterable[Row]) -> Section:
        return Section(key, tell(key), tuple(tell(head) for head in heads), tuple(rows))

    backups = ((one.file, f"{unit.local(one.made):%Y-%m-%d %H:%M}", day(one.until)) for one in copies.backups)
    letters = (
        (one.number or "–", words.value(one.letter_kind) if one.letter_kind else "–", day(one.on))
        for one in copies.letters
    )
    found = [
        table("bundles", ("file", "date", "to"),
              ((one.file or tell("no_file"), day(one.on), one.to) for one in copies.bundles)),
        table("letters", ("number", "kind", "date"), letters),
        table("others", ("way", "date", "to"), ((words.value(one.way), day(one.on), one.to) for one in copies.others)),
        table("backups", ("file", "date", "until"), backups),
    ]  # fmt: skip
    return [one for one in found if one.rows]


def _many(words: Words, kind: str) -> str:
    name = words.kinds(kind)
    return f"{name[:1].upper()}{name[1:]}"
