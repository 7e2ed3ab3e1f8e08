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
from gvi_desktop.domain.user import Right
from gvi_desktop.services import history, journalview
from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.letters import write_file
from gvi_desktop.services.report_files import harmless
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

FORMS = ("csv", "json")
COLUMNS = ("seq", "at", "by", "action", "kind", "record", "title", "fields", "detail")
PART = 500


def save(unit: Unit, query: JournalQuery, form: str, path: Path) -> int:
    """Write the entries of a query into a file, the oldest first; returns how many. Where the file cannot be written,
    nothing is entered."""
    if form not in FORMS:
        raise RefusedError("missing", kind="disclosure", field="form")
    unit.need(Right.EXPORT)
    numbers = [int(one) for one in reversed(journalview.ids(unit, query))]
    found = (line for part in _parts(numbers) for line in history.of_entries(unit, part))
    content = as_csv(found) if form == "csv" else as_json(found)
    note(unit, form, len(numbers))
    write_file(path, content)
    return len(numbers)


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


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[start : start + PART] for start in range(0, len(numbers), PART))
