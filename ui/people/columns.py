"""What the list of people shows: nothing that protected identity hides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.person import PersonRole, Protection, Supervision
from gvi_desktop.services.roster import PersonLine
from ui.kit.dates import show_date
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words


def columns(words: Words) -> Sequence[Column[PersonLine]]:
    """The columns, in the order they are read."""
    return (
        Column(
            QCoreApplication.translate("PeopleColumns", "Code name"), lambda one: one.code_name, width=8, sort="code"
        ),
        Column(QCoreApplication.translate("PeopleColumns", "Groups"), lambda one: ", ".join(one.groups), width=12),
        Column(QCoreApplication.translate("PeopleColumns", "Role"), lambda one: _role(words, one), width=11),
        Column(QCoreApplication.translate("PeopleColumns", "Age"), _age, width=5, tone=_age_tone, sort="age"),
        Column(
            QCoreApplication.translate("PeopleColumns", "Heed"),
            lambda one: _to_heed(words, one),
            width=0,
            tone=lambda one: None if one.protection is Protection.NONE else Tone.LATE,
        ),
        Column(
            QCoreApplication.translate("PeopleColumns", "Review"),
            lambda one: show_date(one.next_review_on),
            width=10,
            tone=lambda one: Tone.SOON if one.review_due else None,
            sort="review",
        ),
    )


def _role(words: Words, line: PersonLine) -> str:
    # The default says little of a single line; that it is the default is said on the person's page.
    return "" if line.role is PersonRole.NOT_SUSPECTED else words.value(line.role)


def _to_heed(words: Words, line: PersonLine) -> str:
    """Protected identity before supervision: who handles the record must see it first."""
    if line.protection is not Protection.NONE:
        return QCoreApplication.translate("PeopleColumns", "Protected")
    return "" if line.supervision is Supervision.NONE else words.value(line.supervision)


def _age(line: PersonLine) -> str:
    if line.age is None:
        return ""
    if not line.minor:
        return str(line.age)
    return QCoreApplication.translate("PeopleColumns", "{age}, minor").format(age=line.age)


def _age_tone(line: PersonLine) -> Tone | None:
    return Tone.SOON if line.minor else None
