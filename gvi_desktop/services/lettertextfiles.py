"""Letter texts as files: one brought in from a Word or text file, and a letter written out for changing by hand."""

from __future__ import annotations

from pathlib import Path

from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.errors import Problem, RefusedError, VaultError
from gvi_desktop.domain.letter import LetterProblem
from gvi_desktop.domain.lettertext import LetterTextProblem
from gvi_desktop.domain.user import Right
from gvi_desktop.letters import templates, worddoc, words
from gvi_desktop.letters.merge import Merger
from gvi_desktop.letters.worddoc import UnreadableTextError
from gvi_desktop.services.letters_making import disclose, note_names
from gvi_desktop.services.letters_plan import Prepared, head_of, plan
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically


def read(path: Path, current: str) -> str:
    """The file's text under the head lines of the current one. VaultError or RefusedError where it cannot be read."""
    try:
        body = worddoc.body_of(path.read_bytes())
    except OSError as fault:
        raise VaultError("file_missing", path=str(path)) from fault
    except UnreadableTextError as fault:
        raise RefusedError(LetterTextProblem.UNREADABLE, kind="lettertext") from fault
    if body.startswith("title:"):
        return body
    head, rule, _ = current.partition("\n---\n")
    return f"{head}{rule}{body}"


def save_word(unit: Unit, prepared: Prepared, path: Path) -> None:
    """One letter as a Word document: a disclosure, but no entry of the register, for it is not what will be printed.

    RefusedError for more than one letter or while something stops it; VaultError where the folder is not there.
    """
    unit.need(Right.EXPORT)
    fresh = plan(unit, prepared.wish)
    if fresh.stops:
        raise RefusedError(Problem(LetterProblem.STOPPED, None, {"name": stop.who}) for stop in fresh.stops)
    if len(fresh.letters) != 1:
        raise RefusedError(LetterProblem.ONE_AT_A_TIME, kind="letter")
    if not path.parent.is_dir() or path.is_dir():
        raise VaultError("out_folder_missing", path=str(path))
    letter = fresh.letters[0].letter
    spoken = fresh.wish.language or unit.office.language.value
    language = templates.language_for(letter.recipient.language, spoken, letter.kind)
    merged = Merger(head_of(unit), language).merge(templates.of(letter, language), letter)
    note_names(unit, fresh.letters)
    disclose(unit, fresh, fresh.letters, DisclosureWay.FILE)
    unit.title = "letter.word"
    unit.can_undo = False
    write_atomically(path, worddoc.written(merged, words.long_date(language, letter.day)))
