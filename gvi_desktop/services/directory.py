"""The help directory: which agencies stand in it, what each offers in a language, and the handout to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gvi_desktop.domain.agency import HELPING, Agency
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.letter import LetterKind, LetterProblem
from gvi_desktop.domain.user import Right
from gvi_desktop.letters import coverage, templates, words
from gvi_desktop.letters.clean import clean
from gvi_desktop.letters.pages import directory as pages
from gvi_desktop.letters.pages.paper import MOST_COPIES
from gvi_desktop.letters.tongues import tongue
from gvi_desktop.services import lettertexts
from gvi_desktop.services.papers import Order, PaperProblem
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically

LANGUAGES = words.DIRECTORY_LANGUAGES


class DirectoryProblem(StrEnum):
    """Why the directory cannot be printed."""

    NO_LANGUAGE = "directory_no_language"
    NO_GLYPH = "directory_no_glyph"


@dataclass(frozen=True)
class Entry:
    """An agency in one language; `own` says that the text is the agency's own, not what its kind usually helps with."""

    agency: str
    name: str
    help: str
    phone: str
    hours: str
    own: bool


@dataclass(frozen=True)
class Directory:
    """The entries in one language; `chosen` is False while no agency has been put in and all who help stand there."""

    language: str
    entries: tuple[Entry, ...]
    chosen: bool
    reviewed: bool = True
    """Whether a speaker of the language stands for the text around the entries."""


def language_names() -> dict[str, str]:
    """The languages of the directory, each by its own name."""
    return {language: words.directory(language, "name") for language in LANGUAGES}


def listed(unit: Unit, language: str) -> Directory:
    """The directory in a language: agencies put in it or, as long as there are none, all that help and have a phone."""
    a = unit.table(Agency).c
    found = unit.find(Agency, a.in_directory == 1, order_by=a.sort_text)
    chosen = bool(found)
    if not chosen:
        kinds = [kind.value for kind in HELPING]
        found = unit.find(Agency, a.agency_kind.in_(kinds), a.phone != "", order_by=a.sort_text)
    entries = tuple(_entry(one, language) for one in found)
    return Directory(language, entries, chosen, _reviewed(unit, language))


def print_directory(unit: Unit, languages: Sequence[str], order: Order | None = None) -> bytes:
    """The handout in these languages, one after the other. It tells of nobody and is meant to be given away: the print
    is noted in the journal but is no disclosure."""
    unit.need(Right.PRINT)
    order = order or Order()
    if not 1 <= order.copies <= MOST_COPIES:
        raise RefusedError(PaperProblem.BAD_COPIES, most=MOST_COPIES)
    wanted = [language for language in LANGUAGES if language in languages]
    if not wanted:
        raise RefusedError(DirectoryProblem.NO_LANGUAGE)
    found = [listed(unit, language) for language in wanted]
    if not found[0].entries:
        raise RefusedError(LetterProblem.NO_SERVICES)
    sections = [
        pages.Section(
            one.language,
            [pages.Helper(e.name, e.help, e.phone, e.hours) for e in one.entries],
            unit.office.phone.strip(),
        )
        for one in found
    ]
    _drawable(found)
    pdf = pages.draw(sections, order.copies)
    unit.title = "agency.print_directory"
    unit.note("print", unit.office, f"directory {','.join(wanted)} {order.copies}")
    return pdf


def print_to(unit: Unit, languages: Sequence[str], order: Order, path: Path) -> None:
    """The handout into a file; when the disk refuses, nothing has been noted either."""
    write_atomically(path, print_directory(unit, languages, order))


def _reviewed(unit: Unit, language: str) -> bool:
    """Signed off where letter texts are: the handout as a letter says the same as the directory."""
    if language not in templates.languages(LetterKind.DIRECTORY):
        return False
    signed = language in lettertexts.signed(unit, LetterKind.DIRECTORY)
    return signed or templates.reviewed(LetterKind.DIRECTORY, language)


def _drawable(found: Sequence[Directory]) -> None:
    """Refuse what the faces cannot draw rather than print it as a code."""
    for one in found:
        for entry in one.entries:
            for text in (entry.name, entry.help, entry.phone, entry.hours):
                if char := coverage.missing(clean(text), tongue(one.language).family):
                    raise RefusedError(DirectoryProblem.NO_GLYPH, name=entry.name, **coverage.named(char))


def _entry(agency: Agency, language: str) -> Entry:
    own = next((one.text.strip() for one in agency.offers if one.language == language and one.text.strip()), "")
    text = own or words.directory(language, agency.agency_kind.value)
    return Entry(agency.id, agency.name, text, agency.phone, agency.hours, bool(own))
