"""How a record was received: from whom, on which ground, and the conditions that go with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.withholding import Terms
from ui.kit.dates import show_date
from ui.kit.detail import Detail
from ui.kit.words import Words


def draw_terms(detail: Detail, words: Words, terms: Sequence[Terms], go: Callable[[str, str], object]) -> None:
    """A section for the disclosures by which the record came, the newest first; each leads to the register."""
    if not terms:
        return
    detail.section(QCoreApplication.translate("Terms", "Disclosed to us"))
    for one in terms:
        record = one.record
        said = QCoreApplication.translate("Terms", "{date} from {name}")
        said = said.format(date=show_date(record.on), name=record.contact or record.agency)
        detail.row(words.label("disclosure", "on"), said, partial(go, "disclosure", record.id))
        detail.row(words.label("disclosure", "ground"), one.ground)
        detail.row(words.label("disclosure", "conditions"), record.conditions)
        if record.recalled_on is not None:
            detail.row(words.label("disclosure", "recalled_on"), show_date(record.recalled_on))
