"""Who has checked what a block says about law, and when: kept while the text stays as it was."""

from __future__ import annotations

from dataclasses import replace

from gvi_desktop.domain.block import BlockDraft
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services.unit import Unit


def judged(unit: Unit, draft: BlockDraft, before: BlockDraft | None = None) -> BlockDraft:
    """The draft with who checked it and when: as said, else as it was, else the user today; nobody once the text has
    changed since. A check cannot lie ahead."""
    if before is not None and before.legal_checked and draft.legal_checked and draft.text != before.text:
        draft = replace(draft, legal_checked=False)
    if not draft.legal_checked:
        return replace(draft, checked_by="", checked_on=None)
    kept = before if before is not None and before.legal_checked else None
    by = draft.checked_by.strip() or (kept.checked_by if kept else unit.user.name)
    on = draft.checked_on or (kept.checked_on if kept else unit.today)
    if on is not None and on > unit.today:
        raise RefusedError([Problem(CommonProblem.IN_FUTURE, "checked_on")], kind="block")
    return replace(draft, checked_by=by, checked_on=on)
