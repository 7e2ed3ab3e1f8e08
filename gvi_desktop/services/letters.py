"""Letters end to end: who gets one and what stops it, the PDF, the register, and what became of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gvi_desktop.domain.disclosure import DisclosureWay
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.letter import Envelope, LetterKind
from gvi_desktop.services import filepassword
from gvi_desktop.services.letters_making import Made, make
from gvi_desktop.services.letters_pages import PageImage, cut, page_count, page_image, page_size, page_texts
from gvi_desktop.services.letters_plan import Addressee, Planned, Prepared, plan
from gvi_desktop.services.letters_proof import file_holds, holds
from gvi_desktop.services.letters_register import LetterLine, change, get, ids, lines, not_printed, served
from gvi_desktop.services.letters_stops import LetterStop, sentence
from gvi_desktop.services.letters_tongues import name as language_name
from gvi_desktop.services.letters_tongues import offered as languages
from gvi_desktop.services.letters_values import grounds_today
from gvi_desktop.services.letters_wish import Wish, callin_of, person_of, round_of
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically

__all__ = [
    "Addressee",
    "Envelope",
    "LetterKind",
    "LetterLine",
    "LetterStop",
    "Made",
    "PageImage",
    "Planned",
    "Prepared",
    "Wish",
    "change",
    "cut",
    "file_holds",
    "get",
    "grounds_today",
    "holds",
    "ids",
    "language_name",
    "languages",
    "lines",
    "make",
    "not_printed",
    "page_count",
    "page_image",
    "page_size",
    "page_texts",
    "plan",
    "prepare",
    "save",
    "sentence",
    "served",
    "write_file",
]


def prepare(
    unit: Unit,
    kind: LetterKind | str,
    language: str = "",
    *,
    callin: int | str | None = None,
    round_name: str | None = None,
    person: str | None = None,
    count: int = 0,
    answer_by: date | None = None,
    names: bool = False,
    ground: str = "",
    weighing: str = "",
    leave_out: frozenset[str] = frozenset(),
    exceptions: tuple[tuple[str, str], ...] = (),
    envelope: Envelope | str = Envelope.LEFT,
) -> Prepared:
    """Letters for a call-in (number or id), a round (name or id) or a person (code name or id), with every stop.

    `language` empty: each reader's own where there are texts in it, else the office's. `names` puts real names on the
    list of no-shows, with the `ground` for giving them out. The `envelope` has its window on the left, on the right, or
    where the office's own have it (VaultError("envelope_unset") where it has given none). Nothing is recorded.
    """
    wish = Wish(
        LetterKind(kind),
        language,
        callin_of(unit, callin) if callin is not None else None,
        round_of(unit, round_name) if round_name else None,
        person_of(unit, person) if person else None,
        count,
        answer_by,
        names,
        ground,
        weighing,
        leave_out,
        exceptions,
        Envelope(envelope),
    )
    return plan(unit, wish)


def save(unit: Unit, prepared: Prepared, path: Path, leave_out_stopped: bool = False, password: str = "") -> Made:
    """Make the letters and write them to a PDF file in the same step: where that fails, nothing is entered.

    With a password the file opens with it only; the register keeps the sum of the letters, not of that file.
    """
    filepassword.need(password)
    made = make(unit, prepared, leave_out_stopped, way=DisclosureWay.FILE)
    write_file(path, filepassword.locked(made.pdf, password))
    return made


def write_file(path: Path, content: bytes) -> None:
    """The file, whole or not at all; VaultError("out_folder_missing") where its folder is not there."""
    if not path.parent.is_dir() or path.is_dir():
        raise VaultError("out_folder_missing", path=str(path))
    write_atomically(path, content)
