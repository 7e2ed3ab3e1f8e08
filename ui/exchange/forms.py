"""The forms of the place: a contact's clearance and preset, a spoken disclosure, a recall."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.agency import AgencyKind, default_clearance
from gvi_desktop.domain.contact import Contact, Preset, problems
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, RecallState
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import contacts, disclosures, ownkeys, pickers, recalls
from ui.exchange.ground import GroundField
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.ref import RefsField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.ticks import TicksField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


class WordsField(NoteField):
    """Recovery words of another vault: what is typed is kept nowhere, not even while the vault is locked."""

    def state(self) -> str:
        return ""


def contact_form(words: Words, contact: Contact, own_agency: str) -> FormPanel:
    """Name, preset, clearance, purpose and expiry; the keys and how they were verified stay."""
    form = Form(
        [
            TextField("name", required=True),
            TextField("agency"),
            ChoiceField("agency_kind", AgencyKind, required=True),
            Section(
                QCoreApplication.translate("ExchangeForms", "What the contact may receive"),
                QCoreApplication.translate(
                    "ExchangeForms", "A wider clearance sends all that is in it. A narrower one fetches nothing back."
                ),
            ),
            ChoiceField("preset", Preset, required=True),
            TicksField("clearance", Compartment),
            NoteField("purpose", lines=3),
            DateField("expires_on"),
        ],
        words,
        "contact",
        Contact,
    )
    form.load(contact)

    def preset_chosen() -> None:
        """Another preset brings its own clearance, which can then be changed."""
        kind, preset = form.field("agency_kind").value(), form.field("preset").value()
        if preset is Preset.COLLEAGUE:
            form.field("clearance").set_value(frozenset(Compartment))
        elif preset is not None:
            core = frozenset({Compartment.CORE})
            form.field("clearance").set_value(core if preset is Preset.EVALUATOR else default_clearance(kind))

    form.field("preset").changed.connect(preset_chosen)

    def draft() -> Contact:
        return dataclasses.replace(contact, **form.values())

    return FormPanel(
        QCoreApplication.translate("ExchangeForms", "Change the contact"),
        form,
        save=lambda: Act(contacts.change, contact.id, draft()),
        check=lambda: problems(draft(), own_agency),
        then=_stay,
    )


def spoken_form(words: Words, tasks: Tasks, grounds: Sequence[Ground], by: str) -> FormPanel:
    """What was told to somebody of another agency."""
    form = Form(
        [
            DateField("on", required=True),
            TextField("agency", required=True),
            TextField("contact"),
            NoteField("what", required=True, lines=3),
            RefsField("people", tasks, pickers.person_options, pickers.resolve_people),
            Section(QCoreApplication.translate("ExchangeForms", "On what ground")),
            GroundField("ground", grounds, today(), required=True),
            NoteField("weighing", lines=3),
            NoteField("conditions", lines=2),
            TextField("decided_by", required=True),
        ],
        words,
        "disclosure",
        DisclosureDraft,
    )
    form.load({"on": today(), "decided_by": by})
    form.on("on", lambda day: cast(GroundField, form.field("ground")).offer(day))

    def draft() -> DisclosureDraft:
        return form.make(DisclosureDraft)

    def wrong() -> Sequence[Problem]:
        made = draft()
        valid = {one.code for one in grounds if one.valid(made.on or today())}
        return disclosures.spoken_problems(made, valid, today())

    return FormPanel(
        QCoreApplication.translate("ExchangeForms", "Note a spoken disclosure"),
        form,
        save=lambda: Act(disclosures.note_spoken, draft()),
        check=wrong,
        then=_stay,
    )


def recall_form(words: Words, disclosure: Disclosure) -> FormPanel:
    """Why a disclosure is taken back."""
    what = QCoreApplication.translate(
        "ExchangeForms", "The entry stays in the register. Tell {name} as well: what has left cannot be fetched back."
    ).format(name=disclosure.contact or disclosure.agency)
    form = Form([Section("", what), NoteField("recalled_why", required=True, lines=4)], words, "disclosure", Disclosure)
    return FormPanel(
        QCoreApplication.translate("ExchangeForms", "Recall the disclosure"),
        form,
        save=lambda: Act(disclosures.recall, disclosure.id, form.values()["recalled_why"]),
        check=lambda: disclosures.recall_problems(form.values()["recalled_why"]),
        save_text=QCoreApplication.translate("ExchangeForms", "Recall"),
        then=_stay,
    )


def answer_form(words: Words, disclosure: Disclosure) -> FormPanel:
    """What became of what a colleague has recalled."""
    name = disclosure.contact or disclosure.agency
    asked = QCoreApplication.translate(
        "ExchangeForms",
        "{name} asks you to take this away: {why} The next bundle or receipt to {name} tells the answer.",
    ).format(name=name, why=f"{disclosure.recalled_why.rstrip('.')}.")
    form = Form(
        [
            Section("", asked),
            ChoiceField("recall_state", recalls.ANSWERS, required=True),
            NoteField("recall_answer", lines=3),
        ],
        words,
        "disclosure",
        Disclosure,
    )

    def answer() -> tuple[RecallState | None, str]:
        values = form.values()
        return values["recall_state"], values["recall_answer"] or ""

    return FormPanel(
        QCoreApplication.translate("ExchangeForms", "Answer the recall"),
        form,
        save=lambda: Act(recalls.answer, disclosure.id, *answer()),
        check=lambda: recalls.answer_problems(*answer()),
        save_text=QCoreApplication.translate("ExchangeForms", "Answer"),
        then=_stay,
    )


def lost_form(words: Words, card: Path) -> FormPanel:
    """The recovery words of a vault that is lost, to declare its keys invalid."""
    what = QCoreApplication.translate(
        "ExchangeForms",
        "The recovery words of the lost vault declare the keys on its card invalid. Your bundles tell every colleague, "
        "and it cannot be undone.",
    )
    form = Form([Section("", what), WordsField("recovery_words", required=True, lines=4)], words, "contact")
    return FormPanel(
        QCoreApplication.translate("ExchangeForms", "Revoke the keys of a lost vault"),
        form,
        save=lambda: Act(ownkeys.revoke_lost_by_file, card, form.values()["recovery_words"] or ""),
        save_text=QCoreApplication.translate("ExchangeForms", "Revoke"),
        then=_stay,
    )


def _stay(_answer: Any) -> None:
    """The place shows what was saved by reading it again."""
