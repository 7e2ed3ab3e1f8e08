"""Papers as PDF, by code name unless asked: those of a call-in, one script by itself, and blank forms."""

from __future__ import annotations

import math
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
from gvi_desktop.domain.script import Script, ScriptProblem, reading_seconds
from gvi_desktop.domain.user import Right
from gvi_desktop.letters.pages import notification_form
from gvi_desktop.letters.pages import scripts as pages
from gvi_desktop.letters.pages.paper import MOST_COPIES, LabelError, Marks
from gvi_desktop.services import scriptfill, scriptsheets, sheets
from gvi_desktop.services.filepassword import locked
from gvi_desktop.services.invitees import InviteeLine, of_callin
from gvi_desktop.services.letters_pages import page_count
from gvi_desktop.services.scripts import passages
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
    SECURITY = "security"


class PaperProblem(StrEnum):
    """Why a paper cannot be printed."""

    BAD_COPIES = "paper_bad_copies"
    NOTHING_TO_PRINT = "paper_nothing_to_print"
    TOO_LONG = "paper_text_too_long"
    LABEL_TOO_LONG = "paper_label_too_long"
    CHANGED = "paper_changed"


@dataclass(frozen=True)
class Order:
    """How a paper is wanted: numbered copies, real names instead of code names, and in which language."""

    copies: int = 1
    names: bool = False
    language: str = ""


NAMED = frozenset({PaperKind.SEATING, PaperKind.ATTENDANCE, PaperKind.CARDS})
"""Papers on which people stand."""


@dataclass(frozen=True)
class Looked:
    """A paper as it would be printed, and how many pages it has."""

    pdf: bytes
    pages: int


def look(unit: Unit, callin_id: str, kind: PaperKind, order: Order | None = None) -> Looked:
    """The very paper that `print_paper` makes, to be looked at: nothing is noted."""
    pdf = _draw(unit, callin_id, kind, _orderly(unit, order)).pdf
    return Looked(pdf, page_count(pdf))


def print_paper(
    unit: Unit,
    callin_id: str,
    kind: PaperKind,
    order: Order | None = None,
    seen: bytes | None = None,
    way: DisclosureWay = DisclosureWay.PRINT,
) -> bytes:
    """The paper as PDF bytes: one `print` in the journal, one entry in the disclosure register.

    With real names each name shown is noted as revealed. Protected people stand on no paper unless a named user has
    cleared that stop with a reason, and then by code name only. `seen` are the bytes that the user has looked at:
    where the paper would be another now, it is refused and nothing is noted.
    """
    order = _orderly(unit, order)
    drawn = _draw(unit, callin_id, kind, order)
    if seen is not None and seen != drawn.pdf:
        raise RefusedError(PaperProblem.CHANGED)
    unit.title = "callin.print"
    for person in drawn.revealed:
        unit.note("reveal", person, "print")
    unit.note("print", drawn.callin, f"{kind.value} {order.copies}")
    own = Words(unit.office.language.value)
    said = {"paper": own.value(kind), "number": drawn.callin.number or "–", "copies": order.copies}
    _disclose(unit, own.text("callinpapers", "printed", **said), drawn.invitees if kind in NAMED else (), way)
    return drawn.pdf


@dataclass(frozen=True)
class _Drawn:
    pdf: bytes
    callin: Callin
    invitees: tuple[InviteeLine, ...]
    revealed: tuple[Person, ...]


def _draw(unit: Unit, callin_id: str, kind: PaperKind, order: Order) -> _Drawn:
    callin = unit.get(Callin, callin_id)
    words = Words(order.language or unit.office.language.value)
    invitees = _printable(unit, callin_id)
    shown, revealed = _shown(unit, invitees, order.names and kind in NAMED)
    marks = Marks(unit.today, order.copies, _destroy_after(unit, callin))
    data = sheets.Sheet(unit, callin, letterhead(unit), marks, words, invitees, shown)
    try:
        pdf = DRAW[kind](data)
    except LabelError as fault:
        raise RefusedError(PaperProblem.LABEL_TOO_LONG, label=fault.label) from fault
    except ValueError as fault:
        raise RefusedError(PaperProblem.TOO_LONG) from fault
    if pdf is None:
        raise RefusedError(PaperProblem.NOTHING_TO_PRINT)
    return _Drawn(pdf, callin, invitees, revealed)


def print_script(unit: Unit, script_id: str, order: Order | None = None, callin_id: str | None = None) -> bytes:
    """One script of any audience and version in large type, with its fields filled (those of a meeting from the
    call-in) and its cues in the margin; noted and registered like every paper."""
    order = _orderly(unit, order)
    script = unit.get(Script, script_id)
    callin = unit.get(Callin, callin_id) if callin_id else None
    words = Words(order.language or script.language)
    found = passages(unit, script)
    if not found:
        raise RefusedError(ScriptProblem.EMPTY, kind="script")
    laid = scriptsheets.passages_of(words, found, scriptfill.values(unit, script.language, callin))
    seconds = reading_seconds([one.text for one in laid])
    sheet = pages.Script(
        title=script.title,
        speaker=words.value(script.role or script.audience),
        minutes=max(1, math.ceil(seconds / 60)),
        passages=laid,
        version=scriptsheets.version_of(words, script),
    )
    destroy = _destroy_after(unit, callin) if callin else None
    pdf = pages.draw([sheet], letterhead(unit), Marks(unit.today, order.copies, destroy), words.language)
    unit.title = "script.print"
    unit.note("print", script, f"script v{script.version} {order.copies}")
    said = {"title": script.title, "version": script.version, "copies": order.copies}
    _disclose(unit, Words(unit.office.language.value).text("scriptpapers", "script", **said))
    return pdf


def print_script_to(
    unit: Unit, script_id: str, order: Order, callin_id: str | None, path: Path, password: str = ""
) -> None:
    """The script into a file, behind a password where one is given; when the disk refuses, nothing has been noted."""
    write_atomically(path, locked(print_script(unit, script_id, order, callin_id), password))


def blank_form(unit: Unit, order: Order | None = None) -> bytes:
    """Empty forms for custom notifications, to be filled in by hand and typed in later. They tell of nobody, so the
    print is noted in the journal but is no disclosure."""
    order = _orderly(unit, order)
    language = order.language or unit.office.language.value
    pdf = notification_form.draw(letterhead(unit), Marks(unit.today, order.copies), language)
    unit.title = "notification.print_form"
    unit.note("print", unit.office, f"notification_form {order.copies}")
    return pdf


def blank_form_to(unit: Unit, order: Order, path: Path) -> None:
    """The empty forms into a file."""
    write_atomically(path, blank_form(unit, order))


def print_to(unit: Unit, callin_id: str, kind: PaperKind, order: Order, path: Path, password: str = "") -> None:
    """The paper into a file, behind a password where one is given; when the disk refuses, nothing has been noted. Who
    may print may not for that hand out files (records.md, user)."""
    unit.need(Right.EXPORT)
    write_atomically(path, locked(print_paper(unit, callin_id, kind, order, way=DisclosureWay.FILE), password))


DRAW: dict[PaperKind, Callable[[sheets.Sheet], bytes | None]] = {
    PaperKind.RUNSHEET: sheets.runsheet_of,
    PaperKind.SEATING: sheets.seating_of,
    PaperKind.ATTENDANCE: sheets.attendance_of,
    PaperKind.CARDS: sheets.cards_of,
    PaperKind.SCRIPTS: sheets.scripts_of,
    PaperKind.SECURITY: sheets.security_of,
}


def _printable(unit: Unit, callin_id: str) -> tuple[InviteeLine, ...]:
    def hidden(stop: Problem) -> bool:
        return stop.code == PersonProblem.PROTECTED

    return tuple(line for line in of_callin(unit, callin_id) if not any(hidden(stop) for stop in line.stops))


def _shown(
    unit: Unit, invitees: tuple[InviteeLine, ...], names: bool
) -> tuple[dict[str, str], tuple[Person, ...]]:
    """What each invitee is called on the paper, by invitee id (by code name whom a stop keeps away), and whose real
    names those are."""
    if not names:
        return {line.id: line.code_name for line in invitees}, ()
    people = unit.by_ids(Person, {line.invitee.person for line in invitees})
    shown, revealed = {}, []
    for line in invitees:
        person = people.get(line.invitee.person or "")
        if person is None or person.protection is not Protection.NONE or line.stops:
            shown[line.id] = line.code_name
        else:
            revealed.append(person)
            shown[line.id] = person.full_name
    return shown, tuple(revealed)


def _destroy_after(unit: Unit, callin: Callin) -> date:
    day = callin.on or unit.today
    return max(day, unit.today) + timedelta(days=DESTROY_AFTER_DAYS)


def _orderly(unit: Unit, order: Order | None) -> Order:
    """The order of a user who may print, with a number of copies that can be."""
    unit.need(Right.PRINT)
    order = order or Order()
    if not 1 <= order.copies <= MOST_COPIES:
        raise RefusedError(PaperProblem.BAD_COPIES, most=MOST_COPIES)
    return order


def _disclose(
    unit: Unit, what: str, invitees: tuple[InviteeLine, ...] = (), way: DisclosureWay = DisclosureWay.PRINT
) -> None:
    """Every print makes an entry (records.md, disclosure), in the words of the office."""
    unit.add(
        Disclosure,
        DisclosureDraft(
            on=unit.today,
            way=way,
            what=what,
            records=max(1, len(invitees)),
            people=frozenset(line.invitee.person for line in invitees if line.invitee.person),
            agency=unit.office.agency,
            ground=OWN_AGENCY,
            decided_by=unit.user.name,
        ),
    )
