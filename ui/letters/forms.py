"""The form of a register entry: how the letter went on its way."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.letter import LetterDraft, LetterResult, LetterWay, problems
from gvi_desktop.services import letters
from gvi_desktop.services.letters import LetterLine
from gvi_desktop.services.unit import draft_of
from ui.kit.act import Act
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form
from ui.kit.panel import FormPanel
from ui.kit.words import Words


def outcome_form(words: Words, line: LetterLine, day: date) -> FormPanel:
    """Way, who handed it over, result and when; `day` is today."""
    form = Form(
        [
            ChoiceField("way", LetterWay),
            TextField("by_hand_with"),
            ChoiceField("result", LetterResult),
            DateField("result_on"),
            *marked(NoteField("note", lines=3)),
        ],
        words,
        "letter",
        LetterDraft,
    )
    form.load(line.letter)
    form.on("way", lambda way: form.show_field("by_hand_with", way is LetterWay.BY_HAND))

    def dated(result: object) -> None:
        if result is not None and form.field("result_on").value() is None:
            form.field("result_on").set_value(day)

    form.on("result", dated)

    def draft() -> LetterDraft:
        made: LetterDraft = draft_of(line.letter, **form.values())
        return made

    return FormPanel(
        QCoreApplication.translate("LetterForms", "What became of letter {number}").format(number=line.letter.number),
        form,
        save=lambda: Act(letters.change, line.id, draft()),
        check=lambda: problems(draft(), day),
    )
