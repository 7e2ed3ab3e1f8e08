"""The journal as a file: for whoever reviews it elsewhere. Handing it out is itself an entry and a disclosure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.user import Right
from gvi_desktop.services import history, journalview
from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.letters import write_file
from gvi_desktop.services.report_files import harmless
from gvi_desktop.services.stopping import Progress, tell
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.wording import Words

FORMS = ("csv", "json")
COLUMNS = ("seq", "at", "ordered_at", "by", "action", "kind", "record", "title", "fields", "detail")
PART = 500


def save(workspace: Workspace, query: JournalQuery, form: str, path: Path, progress: Progress | None = None) -> int:
    """Write the entries of a query into a file, the oldest first; returns how many. They are read aside, so that others
    go on writing meanwhile. Where the file cannot be written, and where it is stopped (BundleError "E_CANCELLED"),
    there is neither file nor entry."""
    content, count = workspace.read(_content, query, form, progress)
    workspace.write(_hand_out, form, count, path, content)
    return count


def _content(unit: Unit, query: JournalQuery, form: str, progress: Progress | None) -> tuple[bytes, int]:
    if form not in FORMS:
        raise RefusedError("missing", kind="disclosure", field="form")
    unit.need(Right.EXPORT)
    numbers = [int(one) for one in reversed(journalview.ids(unit, query))]
    found = _told(unit, numbers, progress)
    return (as_csv(found) if form == "csv" else as_json(found)), len(numbers)


def _told(unit: Unit, numbers: list[int], progress: Progress | None) -> Iterator[HistoryLine]:
    for start in range(0, len(numbers), PART):
        tell(progress, start, len(numbers))
        yield from history.of_entries(unit, numbers[start : start + PART])
    tell(progress, len(numbers), len(numbers))


def _hand_out(unit: Unit, form: str, count: int, path: Path, content: bytes) -> None:
    note(unit, form, count)
    write_file(path, content)


def note_read(unit: Unit, count: int, person: str = "") -> None:
    """The entry of a journal that was listed for reading outside the window; of one person's, with their record."""
    unit.need(Right.READ)
    found = unit.find(Person, unit.table(Person).c.code_name == person) if person else []
    unit.note("open", found[0] if found else None, f"journal {count}")


def note(unit: Unit, form: str, count: int) -> None:
    """The entry and the disclosure of a journal that leaves the vault."""
    unit.need(Right.EXPORT)
    unit.note("export", detail=f"journal {form} {count}")
    draft = DisclosureDraft(
        on=unit.today,
        way=DisclosureWay.FILE,
        what=Words(unit.office.language.value).text("journal", "disclosed", count=count, form=form.upper()),
        records=count,
        ground=OWN_AGENCY,
        decided_by=unit.user.name,
    )
    unit.add(Disclosure, draft)


def row_of(line: HistoryLine) -> dict[str, Any]:
    """An entry as programs read it."""
    return {
        "seq": line.seq,
        "at": line.at.isoformat(),
        "ordered_at": line.ordered_at.isoformat(timespec="milliseconds"),
        "by": line.by,
        "action": line.action,
        "kind": line.kind,
        "record": line.record,
        "title": line.title,
        "fields": list(line.fields),
        "detail": line.detail,
    }


def as_json(lines: Iterable[HistoryLine]) -> bytes:
    """One object with the entries, as the command line prints it."""
    return orjson.dumps({"entries": [row_of(line) for line in lines]}, option=orjson.OPT_INDENT_2)


def as_csv(lines: Iterable[HistoryLine]) -> bytes:
    """CSV in UTF-8 with its mark and semicolons; no cell can become a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        row = row_of(line) | {"fields": ", ".join(line.fields)}
        writer.writerow([harmless("" if row[name] is None else row[name]) for name in COLUMNS])
    return ("\ufeff" + out.getvalue()).encode()

