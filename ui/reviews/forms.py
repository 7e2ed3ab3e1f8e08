"""How a review ends: kept until a next day for a reason, or closed for one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.errors import Problem
from gvi_desktop.services import reviewing
from gvi_desktop.services.reviewing import WHEN, Looked
from ui.kit.act import Act
from ui.kit.fields.text import TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form
from ui.kit.linkform import judged
from ui.kit.panel import FormPanel
from ui.kit.words import Words


def keep_form(words: Words, looked: Looked) -> FormPanel:
    """Why it is still needed, and when it is looked at next; of a link also how far it is trusted now."""
    kind, when = looked.turn.kind, WHEN[looked.turn.kind]
    fields: list[Any] = [_reason(QCoreApplication.translate("ReviewForms", "Why it is still needed"))]
    fields += [DateField(when, required=True), *(judged() if kind == "membership" else ())]
    form = Form(fields, words, kind)
    known = looked.record
    form.load({when: looked.propose} | {name: getattr(known, name, None) for name in ("reliability", "accuracy")})

    def act() -> Act:
        values = form.values()
        trust = (values["reliability"], values["accuracy"]) if kind == "membership" else ()
        return Act(reviewing.keep, kind, looked.turn.id, values[when], values["reason"], *trust)

    return FormPanel(
        QCoreApplication.translate("ReviewForms", "Keep {title}").format(title=looked.title),
        form,
        act,
        check=lambda: _missing(form, *form.values()),
        save_text=QCoreApplication.translate("ReviewForms", "Keep"),
        said=QCoreApplication.translate("ReviewForms", "Kept"),
    )


def close_form(words: Words, looked: Looked) -> FormPanel:
    """Why it holds no longer."""
    kind = looked.turn.kind
    form = Form([_reason(QCoreApplication.translate("ReviewForms", "Why it holds no longer"))], words, kind)
    heading = {
        "membership": QCoreApplication.translate("ReviewForms", "End the link {title}"),
        "group": QCoreApplication.translate("ReviewForms", "Close the group {title}"),
        "person": QCoreApplication.translate("ReviewForms", "Close {title}: every link to a group ends"),
    }[kind]
    return FormPanel(
        heading.format(title=looked.title),
        form,
        lambda: Act(reviewing.close, kind, looked.turn.id, form.values()["reason"]),
        check=lambda: _missing(form, "reason"),
        save_text=QCoreApplication.translate("ReviewForms", "Close"),
        said=QCoreApplication.translate("ReviewForms", "Closed"),
    )


def _reason(label: str) -> TextField:
    hint = QCoreApplication.translate("ReviewForms", "Stands in the history beside the review.")
    return TextField("reason", label, required=True, hint=hint)


def _missing(form: Form, *names: str) -> list[Problem]:
    values = form.values()
    return [Problem("reason_missing" if name == "reason" else "missing", name) for name in names if not values[name]]
