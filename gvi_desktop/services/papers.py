"""Papers of a call-in as PDF, by code name unless asked: run sheet, seating, attendance, name cards, scripts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.person import Person, PersonProblem, Protection
from gvi_desktop.domain.user import Right
from gvi_desktop.letters.pages.paper import MOST_COPIES, Marks
from gvi_desktop.services import sheets
from gvi_desktop.services.invitees import InviteeLine, of_callin
from gvi_desktop.services.stationery import letterhead
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically
from gvi_desktop.wording import Words

DESTROY_AFTER_DAYS = 30
"""A working paper is destroyed at the latest when the short report is written (D+30)."""


class PaperKind(StrEnum):
    """The papers of a call-in."""

    RUNSHEET = "runsheet"
    SEATING = "seating"
    ATTENDANCE = "attendance"
    CARDS = "cards"
    SCRIPTS = "scripts"


class PaperProblem(StrEnum):
    """Why a paper cannot be printed."""

    BAD_COPIES = "paper_bad_copies"
    NOTHING_TO_PRINT = "paper_nothing_to_print"
    TOO_LONG = "paper_text_too_long"


@dataclass(frozen=True)
class Order:
    """How a paper is wanted: numbered copies, real names instead of code names, and in which language."""

    copies: int = 1
    names: bool = False
    language: str = ""


NAMED = frozenset({PaperKind.SEATING, PaperKind.ATTENDANCE, PaperKind.CARDS})
"""Papers on which people stand."""


def print_paper(unit: Unit, callin_id: str, kind: PaperKind, order: Order | None = None) -> bytes:
    """The paper as PDF bytes: one `print` in the journal, one entry in the disclosure register.

    With real names each name shown is noted as revealed. Protected people stand on no paper unless a named user has
    cleared that stop with a reason, and then by code name only.
    """
    unit.need(Right.PRINT)
    order = order or Order()
    if not 1 <= order.copies <= MOST_COPIES:
        raise RefusedError(PaperProblem.BAD_COPIES, most=MOST_COPIES)
    callin = unit.get(Callin, callin_id)
    language = order.language or unit.office.language.value
    words = Words(language)
    invitees = _printable(unit, callin_id)
    shown = _shown(unit, invitees, order.names and kind in NAMED)
    marks = Marks(unit.today, order.copies, _destroy_after(unit, callin))
    data = sheets.Sheet(unit, callin, letterhead(unit), marks, words, invitees, shown)
    try:
        pdf = DRAW[kind](data)
    except ValueError as fault:  # a label larger than its chair or card
        raise RefusedError(PaperProblem.TOO_LONG) from fault
    if pdf is None:
        raise RefusedError(PaperProblem.NOTHING_TO_PRINT)
    unit.title = "callin.print"
    unit.note("print", callin, f"{kind.value} {order.copies}")
    _disclose(unit, callin, kind, order.copies, invitees if kind in NAMED else ())
    return pdf


def print_to(unit: Unit, callin_id: str, kind: PaperKind, order: Order, path: Path) -> None:
    """The paper into a file; when the disk refuses, nothing has been noted either."""
    write_atomically(path, print_paper(unit, callin_id, kind, order))


DRAW: dict[PaperKind, Callable[[sheets.Sheet], bytes | None]] = {
    PaperKind.RUNSHEET: sheets.runsheet_of,
    PaperKind.SEATING: sheets.seating_of,
    PaperKind.ATTENDANCE: sheets.attendance_of,
    PaperKind.CARDS: sheets.cards_of,
    PaperKind.SCRIPTS: sheets.scripts_of,
}


def _printable(unit: Unit, callin_id: str) -> tuple[InviteeLine, ...]:
    def hidden(stop: Problem) -> bool:
        return stop.code == PersonProblem.PROTECTED

    return tuple(line for line in of_callin(unit, callin_id) if not any(hidden(stop) for stop in line.stops))


def _shown(unit: Unit, invitees: tuple[InviteeLine, ...], names: bool) -> dict[str, str]:
    """What each invitee is called on the paper, by invitee id."""
    if not names:
        return {line.id: line.code_name for line in invitees}
    people = unit.by_ids(Person, {line.invitee.person for line in invitees})
    shown = {}
    for line in invitees:
        person = people.get(line.invitee.person or "")
        if person is None or person.protection is not Protection.NONE:
            shown[line.id] = line.code_name
        else:
            unit.note("reveal", person, "print")
            shown[line.id] = person.full_name
    return shown


def _destroy_after(unit: Unit, callin: Callin) -> date:
    day = callin.on or unit.today
    return max(day, unit.today) + timedelta(days=DESTROY_AFTER_DAYS)


def _disclose(
    unit: Unit, callin: Callin, kind: PaperKind, copies: int, invitees: tuple[InviteeLine, ...]
) -> None:
    """Every print makes an entry (records.md, disclosure), in the words of the office."""
    words = Words(unit.office.language.value)
    paper = words.value(kind)
    what = words.text("callinpapers", "printed", paper=paper, number=callin.number or "–", copies=copies)
    unit.add(
        Disclosure,
        DisclosureDraft(
            on=unit.today,
            way=DisclosureWay.PRINT,
            what=what,
            records=max(1, len(invitees)),
            people=frozenset(line.invitee.person for line in invitees if line.invitee.person),
            agency=unit.office.agency,
            ground=OWN_AGENCY,
            decided_by=unit.user.name,
        ),
    )
