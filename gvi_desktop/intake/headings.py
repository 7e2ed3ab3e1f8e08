"""Which row of a sheet holds its headings, which concept the sheet is about, and which column is which field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gvi_desktop.intake.cell import Cell, text_of
from gvi_desktop.intake.concepts import CONCEPTS
from gvi_desktop.intake.lexicon import LONG, Vocabulary, fold, table

DEEPEST = 40
"""Rows that are looked through for headings: titles, addresses and dates may stand above them."""
SURE, ALIKE, PART = 1.0, 0.8, 0.7
TELLING = 1.0
NAMED = 2.5
"""What a sheet's own name adds when it is a name for the concept."""
LEAST = 2.0
UNUSED = ""


@dataclass(frozen=True)
class Recognised:
    """A sheet understood: its concept, the row of headings (from zero), the field of each column ("" = not used)."""

    concept: str
    heading_row: int
    columns: dict[int, str]
    score: float


@lru_cache(maxsize=16)
def _words_of(concept: str) -> Vocabulary:
    known = table("headings")
    fields = dict(known[concept])
    if "ref" in CONCEPTS[concept].fields:
        fields = {**fields, **{name: words for name, words in known["reference"].items() if name not in fields}}
    return Vocabulary(fields)


def headings_of(row: list[Cell]) -> list[str]:
    """The texts of a row of headings; a cell that is no text is no heading."""
    return [text_of(cell) if isinstance(cell, str) else "" for cell in row]


def recognise(name: str, rows: list[list[Cell]], concept: str | None = None) -> Recognised | None:
    """The most likely reading of a sheet, or None when nothing fits; `concept` says what it must be read as."""
    candidates = [concept] if concept else list(CONCEPTS)
    best: Recognised | None = None
    for at, row in enumerate(rows[:DEEPEST]):
        texts = headings_of(row)
        if sum(1 for text in texts if text) < 2 and not concept:
            continue
        for one in candidates:
            columns, score = columns_of(one, texts)
            if not _enough(one, columns, asked=concept is not None):
                continue
            score += NAMED if _named(name, one) else 0
            if best is None or score > best.score:
                best = Recognised(one, at, columns, score)
    return best if best is not None and (concept or best.score >= LEAST) else None


def columns_of(concept: str, headings: list[str]) -> tuple[dict[int, str], float]:
    """The field of each heading of a concept, and how well they fit."""
    about = CONCEPTS[concept]
    fitting = ((weight, -at, field) for at, text in enumerate(headings) for weight, field in _fits(concept, text))
    found = sorted(fitting, reverse=True)
    columns: dict[int, str] = {at: UNUSED for at, text in enumerate(headings) if text}
    taken: set[str] = set()
    score = 0.0
    for weight, minus, field in found:
        at = -minus
        if columns[at] != UNUSED or (field in taken and not about.fields[field].many):
            continue
        columns[at] = field
        score += weight + (TELLING if field in about.tells and field not in taken else 0)
        taken.add(field)
    return columns, score


def looks_like_headings(row: list[Cell], concept: str, columns: dict[int, str]) -> bool:
    """Whether a row below the headings repeats them (a page break of a printed list)."""
    texts = headings_of(row)
    used = {at: field for at, field in columns.items() if field != UNUSED}
    fits = (at < len(texts) and field in (f for _, f in _fits(concept, texts[at])) for at, field in used.items())
    return len(used) > 1 and all(fits)


@lru_cache(maxsize=4096)
def _fits(concept: str, heading: str) -> tuple[tuple[float, str], ...]:
    """The fields that a heading may be, surest first: the word itself, a misspelling, or words within it."""
    known = _words_of(concept)
    word = fold(heading)
    if not word or len(heading) > 60:
        return ()
    if (exact := known.exact(heading)) is not None:
        also = _all_exact(concept, word)
        return tuple((SURE - 0.01 * at, field) for at, field in enumerate([exact, *(f for f in also if f != exact)]))
    if (alike := known.find(heading)) is not None:
        return ((ALIKE, alike),)
    parts = word.split()
    for size in range(min(len(parts) - 1, 3), 0, -1):
        for start in range(len(parts) - size + 1):
            part = " ".join(parts[start : start + size])
            if len(part) >= LONG - 1 and (field := known.exact(part)) is not None:
                return ((PART * size / len(parts) + 0.2, field),)
    return ()


def _all_exact(concept: str, word: str) -> list[str]:
    known = table("headings")
    parts = [known[concept], *([known["reference"]] if "ref" in CONCEPTS[concept].fields else [])]
    return [
        field for part in parts for field, words in part.items()
        if field in CONCEPTS[concept].fields and any(fold(one) == word for one in (field, *words))
    ]  # fmt: skip


def _enough(concept: str, columns: dict[int, str], *, asked: bool) -> bool:
    used = set(columns.values()) - {UNUSED}
    needs = CONCEPTS[concept].needs
    # The last set tells the kinds of sheets apart; who says the kind need not have it.
    return all(used & need for need in (needs[:-1] if asked and len(needs) > 1 else needs))


@lru_cache(maxsize=256)
def _named(sheet: str, concept: str) -> bool:
    words = {fold(word) for word in table("headings")["sheets"][concept]}
    plain = fold(sheet.replace("_", " "))
    bare = " ".join(part for part in plain.split() if not part.isdecimal())
    return plain in words or bare in words
