"""Import: a workbook as a preview that changes nothing, and the step that takes it in, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from gvi_desktop.domain.errors import WorkbookError
from gvi_desktop.domain.user import Right
from gvi_desktop.intake import workbook
from gvi_desktop.intake.concepts import ALSO, CONCEPTS
from gvi_desktop.intake.headings import UNUSED, Recognised, headings_of, recognise
from gvi_desktop.intake.reading import ReadRow, ReadSheet, read_sheet
from gvi_desktop.intake.workbook import Sheet, Workbook
from gvi_desktop.services.importing_events import plan
from gvi_desktop.services.importing_plan import Plan
from gvi_desktop.services.importing_views import (
    Candidate,
    ColumnView,
    Preview,
    Progress,
    Proposal,
    Rejected,
    Request,
    Result,
    RowStatus,
    RowView,
    SheetChoice,
    SheetView,
    Why,
    column_name,
    reason,
)
from gvi_desktop.services.importing_who import CODES
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.ledger import journal

SOON = timedelta(minutes=1)
"""For so long a plan may be carried out as it was shown; later, its moments would be wrong."""
EVERY = 50
"""Records between two reports of progress."""
NAMING = frozenset(
    {"name", "name_reversed", "given_name", "family_name", "identity", "birth_date", "address", "contact", "guardian"}
)
"""Columns that say who somebody is; code names are shown in their place."""
STANDING = (RowStatus.REJECTED, RowStatus.PROPOSAL, RowStatus.NEW, RowStatus.MATCHED, RowStatus.SAME)
"""What a row is shown as when several things hold for it."""


def preview(
    unit: Unit,
    source: Path | Workbook,
    sheet: str | None = None,
    as_: str | None = None,
    choices: Mapping[str, SheetChoice] | None = None,
    decisions: Mapping[str, str] | None = None,
) -> Preview:
    """What taking in the workbook would do; reads only.

    `sheet` and `as_` limit it to one sheet and say what it is; `choices` by sheet name overrule what was recognised;
    `decisions` answers proposals (key to candidate id, or "" for a new person).
    Raises WorkbookError: missing, unreadable, locked, too large, unknown sheet or concept, nothing recognised.
    """
    request = Request(source, sheet, as_, dict(choices or {}))
    book = source if isinstance(source, Workbook) else workbook.read(source)
    read, views = _read(unit, book, request)
    made = plan(unit, read, decisions or {})
    return Preview(
        request=request,
        name=book.name,
        sheets=tuple(views),
        accepted=made.accepted,
        same=dict(made.same),
        matched_people=len(made.matched),
        proposals=tuple(made.proposals),
        rejected=tuple(made.rejected),
        rows=tuple(_row_views(read, made)),
        read=tuple(read),
        plan=made,
        fresh=(_head(unit), unit.now, dict(decisions or {})),
    )


def take_in(
    unit: Unit,
    shown: Preview,
    decisions: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    *,
    skip_bad_rows: bool = False,
) -> Result:
    """Take in what a preview showed, as one step that undo takes back.

    Everything is decided again from what the vault holds now, unless nothing can have changed since. With a
    rejected cell nothing is taken in (WorkbookError `import_rejected`), unless bad rows are to be skipped; cancelled:
    `import_cancelled`.
    """
    unit.need(Right.WRITE)
    unit.title = "workbook.import"
    made = shown.plan if _fresh(unit, shown, decisions or {}) else plan(unit, shown.read, decisions or {})
    if made.rejected and not skip_bad_rows:
        raise WorkbookError("import_rejected", count=len(made.rejected))
    total = len(made.items)
    for done, item in enumerate(made.items):
        if done % EVERY == 0:
            _tell(progress, done, total)
        unit.add(item.record, item.draft, record_id=item.id)
    if made.items:
        unit.note("import", detail=", ".join(f"{kind}: {count}" for kind, count in sorted(made.accepted.items())))
    _tell(progress, total, total)
    return Result(
        made.accepted, dict(made.same), len(made.matched), tuple(made.rejected), tuple(made.proposals)
    )


def _head(unit: Unit) -> int:
    """The last entry of the journal: while it is the same, so is the vault."""
    return int(unit.connection.execute(select(func.max(journal.c.seq))).scalar() or 0)


def _fresh(unit: Unit, shown: Preview, decisions: Mapping[str, str]) -> bool:
    head, at, answered = shown.fresh
    return unit.now - at < SOON and head == _head(unit) and answered == decisions


def open_workbook(path: Path, sheet: str | None = None, as_: str | None = None) -> Workbook:
    """Read a workbook, and see that what is asked of it can be: for telling faults before a vault is unlocked."""
    book = workbook.read(path)
    _concept(as_)
    if sheet is not None:
        _wanted(book, sheet)
    elif as_ is not None and len(book.sheets) > 1:
        raise WorkbookError("sheet_needed", sheets=[one.name for one in book.sheets])
    return book


def concepts() -> tuple[str, ...]:
    """The concepts that a sheet can be read as."""
    return tuple(CONCEPTS)


def fields_of(concept: str) -> tuple[str, ...]:
    """The fields that a column of such a sheet can be."""
    return tuple(CONCEPTS[concept].fields)


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is None:
        return
    if progress.cancelled:
        raise WorkbookError("import_cancelled")
    progress(done, total)


def _read(unit: Unit, book: Workbook, request: Request) -> tuple[list[ReadSheet], list[SheetView]]:
    concept = _concept(request.as_)
    wanted = _wanted(book, request.sheet)
    read: list[ReadSheet] = []
    views: list[SheetView] = []
    for sheet in wanted:
        found = _recognised(sheet, concept, request.choices.get(sheet.name))
        if found is None:
            views.append(SheetView(sheet.name, None, 0, (), 0))
            continue
        one = read_sheet(sheet, found, unit.today)
        read.append(one)
        columns = tuple(ColumnView(at, text, found.columns.get(at, UNUSED)) for at, text in one.headings.items())
        views.append(
            SheetView(sheet.name, found.concept, found.heading_row + 1, columns, len(one.rows), one.left_out)
        )
    if not read and not request.choices:
        raise WorkbookError("no_headings" if request.sheet else "nothing_recognised", sheets=[s.name for s in wanted])
    return read, views


def _wanted(book: Workbook, name: str | None) -> list[Sheet]:
    wanted = [one for one in book.sheets if name is None or one.name.casefold() == name.strip().casefold()]
    if not wanted and name is not None:
        raise WorkbookError("sheet_unknown", sheet=name, sheets=[one.name for one in book.sheets])
    return wanted


def _concept(asked: str | None) -> str | None:
    if asked is None:
        return None
    concept = ALSO.get(asked, asked)
    if concept not in CONCEPTS:
        raise WorkbookError("concept_unknown", concept=asked, concepts=list(CONCEPTS))
    return concept


def _recognised(sheet: Sheet, concept: str | None, choice: SheetChoice | None) -> Recognised | None:
    if choice is None:
        return recognise(sheet.name, sheet.rows, concept)
    if choice.concept is None:
        return None
    found = recognise(sheet.name, sheet.rows, choice.concept)
    if choice.columns is None:
        return found
    if found is None:
        row = next((at for at, cells in enumerate(sheet.rows) if any(headings_of(cells))), 0)
        found = Recognised(choice.concept, row, {}, 0.0)
    known = CONCEPTS[choice.concept].fields
    columns = {at: field for at, field in choice.columns.items() if field in known}
    return Recognised(found.concept, found.heading_row, columns, found.score)


def _shown(row: ReadRow) -> tuple[str, ...]:
    """A row for the preview: without names where there is a code, and of somebody protected the code alone."""
    coded = any(row.raw.get(name, ("", ""))[1] for name in CODES)
    if row.values.get("protection", "none") != "none":
        return tuple(text for name, (_, text) in row.raw.items() if text and name in CODES)
    hidden = NAMING if coded else frozenset()
    return tuple(text for name, (_, text) in row.raw.items() if text and name not in hidden)


def _row_views(read: list[ReadSheet], made: Plan) -> list[RowView]:
    views = []
    for sheet in read:
        for row in sheet.rows:
            marked = made.statuses.get((row.sheet, row.number), set())
            status = next((one for one in STANDING if one in marked), RowStatus.LEFT_OUT)
            views.append(RowView(row.sheet, row.number, row.concept, status, _shown(row)))
    return views


__all__ = [
    "Candidate",
    "ColumnView",
    "Preview",
    "Progress",
    "Proposal",
    "Rejected",
    "Result",
    "RowStatus",
    "RowView",
    "SheetChoice",
    "SheetView",
    "Why",
    "Workbook",
    "column_name",
    "concepts",
    "fields_of",
    "open_workbook",
    "preview",
    "reason",
    "take_in",
]
