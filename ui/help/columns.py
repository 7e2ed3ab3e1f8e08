"""What the list of help shows: whose, what kind, how far it has come, and how long somebody has waited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.services.helping import HelpLine
from ui.help import clock
from ui.kit.dates import show_date
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words


def columns(words: Words) -> Sequence[Column[HelpLine]]:
    """The columns, in the order they are read."""
    return (
        Column(
            QCoreApplication.translate("HelpColumns", "Asked"),
            lambda one: show_date(one.record.asked_on),
            width=11,
            sort="asked_on",
        ),
        Column(QCoreApplication.translate("HelpColumns", "Who"), who, width=9),
        Column(
            QCoreApplication.translate("HelpColumns", "Help"), lambda one: kind(words, one), width=0, sort="help_kind"
        ),
        Column(
            QCoreApplication.translate("HelpColumns", "Stage"),
            lambda one: words.value(one.record.stage),
            width=12,
            sort="stage",
        ),
        Column(
            QCoreApplication.translate("HelpColumns", "Contact"),
            contact,
            width=15,
            tone=lambda one: Tone.SOON if one.follow_up else clock.tone(one),
            sort="first_contact_on",
        ),
    )


def who(line: HelpLine) -> str:
    """Whose help it is, by code name, or that they are anonymous."""
    if line.record.anonymous:
        return QCoreApplication.translate("HelpColumns", "Anonymous")
    return line.person


def kind(words: Words, line: HelpLine) -> str:
    """What kind of help, and from whom."""
    what = words.value(line.record.help_kind) if line.record.help_kind else ""
    return " · ".join(part for part in (what, line.record.provider) if part)


def contact(line: HelpLine) -> str:
    """How long somebody has waited or waited in the end; after that the follow-up that is due."""
    return follow_up(line) or clock.clock(line)


def follow_up(line: HelpLine) -> str:
    """The follow-up that is due."""
    if line.follow_up is None:
        return ""
    return QCoreApplication.translate("HelpColumns", "{n} mo. follow-up").format(n=line.follow_up[0])
