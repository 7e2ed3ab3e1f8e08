"""The form of a speaker; the name completes from the register of speakers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.speaker import Speaker, SpeakerDraft, SpeakerRole, problems
from gvi_desktop.services import speakerbook, speakers
from gvi_desktop.services.speakerbook import KnownSpeaker
from ui.callins.knownname import KnownNameField
from ui.kit.act import Act
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


def speaker_form(
    words: Words, tasks: Tasks, record: Speaker | None, callin_id: str, then: Callable[[Any], object]
) -> FormPanel:
    """A new speaker of a call-in, or a change of one."""
    name = KnownNameField("name", tasks)
    form = Form(
        [
            name,
            ChoiceField("role", SpeakerRole, required=True),
            Row(TextField("agency"), TextField("contact")),
            NumberField("minutes", required=True, low=1, high=30),
            RefField("script", tasks, speakers.script_options, speakers.resolve_scripts),
            CheckField("agreed"),
            Section(QCoreApplication.translate("SpeakerForm", "Care for the speaker")),
            Row(DateField("last_spoke_on"), DateField("aftercare_on")),
            *marked(NoteField("aftercare")),
        ],
        words, "speaker", SpeakerDraft,
    )  # fmt: skip
    form.load(record or SpeakerDraft())

    def filled(one: KnownSpeaker) -> None:
        known = {"role": one.roles[0], "agency": one.agency, "contact": one.contact, "last_spoke_on": one.last_on}
        form.fill({key: value for key, value in known.items() if value})

    name.known.connect(lambda speaker_id: tasks.read(form, speakerbook.known, speaker_id, then=filled))

    def draft() -> SpeakerDraft:
        return form.make(SpeakerDraft, callin=record.callin if record else callin_id)

    return FormPanel(
        QCoreApplication.translate("SpeakerForm", "Change the speaker")
        if record
        else QCoreApplication.translate("SpeakerForm", "Add a speaker"),
        form,
        save=lambda: Act(speakers.change, record.id, draft()) if record else Act(speakers.add, draft()),
        check=lambda: problems(draft()),
        then=then,
    )
