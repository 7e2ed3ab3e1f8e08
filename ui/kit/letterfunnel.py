"""The funnel from invited to accepted help, drawn with the window's own chart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.letterfunnel import LetterFunnel
from ui.kit.charts import Funnel, Stage


def letter_funnel(name: str, found: LetterFunnel) -> Funnel:
    """The chart; T shows it as a table. Help is left out for those who may not read it."""
    stages = [
        Stage(QCoreApplication.translate("LetterFunnel", "Invited"), found.invited),
        Stage(QCoreApplication.translate("LetterFunnel", "Served"), found.served),
        Stage(QCoreApplication.translate("LetterFunnel", "Came"), found.came),
    ]
    if found.accepted is not None:
        stages.append(Stage(QCoreApplication.translate("LetterFunnel", "Accepted help"), found.accepted))
    return Funnel(name, stages)
