"""Printing one script in large type: how many copies and, where it speaks of a meeting, for which call-in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.script import Audience
from gvi_desktop.domain.scripttext import OF_CALLIN, places
from gvi_desktop.services import callinviews, papers
from gvi_desktop.services.papers import Order
from gvi_desktop.services.scripts import ScriptView
from ui.kit.act import Act
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.fields.field import Field
from ui.kit.fields.ref import RefField
from ui.kit.paperask import ask_paper


def ask_script(parent: QWidget, desk: Desk, view: ScriptView) -> Question:
    """Ask, then write the file; the print is noted in the journal and in the disclosure register."""
    named = {place.name for passage in view.passages for place in places(passage.text)}
    more: list[Field] = []
    if view.record.audience is Audience.CALLIN or named & OF_CALLIN:
        name = QCoreApplication.translate("ScriptPrinting", "For which call-in")
        more = [RefField("callin", desk.tasks, callinviews.options, callinviews.resolve, name)]

    def write(order: Order, values: dict[str, Any], path: Path, password: str) -> Act:
        return Act(papers.print_script_to, view.id, order, values.get("callin"), path, password)

    title = QCoreApplication.translate("ScriptPrinting", "Print in large type")
    return ask_paper(parent, desk, title, f"script-v{view.record.version}.pdf", write, more=more)
