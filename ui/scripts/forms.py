"""The forms of the place: a script on the bench, a block by itself, and an agency's approval."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.domain.block import problems as block_problems
from gvi_desktop.domain.office import Language
from gvi_desktop.domain.script import Audience, Script, ScriptDraft
from gvi_desktop.domain.speaker import SpeakerRole
from gvi_desktop.services import drafting, scripts
from gvi_desktop.services.drafting import Manuscript
from gvi_desktop.services.scripts import BlockView, ScriptView
from ui.kit.act import Act
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import CheckField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row
from ui.kit.panel import FormPanel, WidePanel
from ui.kit.tasks import Tasks
from ui.kit.text import muted
from ui.kit.words import Words
from ui.scripts.bench import BenchField

WIDE = 16_777_215  # as wide as Qt lets a widget be


def bench_form(words: Words, tasks: Tasks, opened: Manuscript | None, language: str) -> WidePanel:
    """A new script, or a draft with its blocks."""
    bench = BenchField("blocks", tasks, words)
    form = Form(
        [
            Row(TextField("title", required=True), ChoiceField("role", SpeakerRole)),
            Row(
                ChoiceField("audience", Audience, required=True, pills=False),
                ChoiceField("language", Language, required=True, pills=False),
            ),
            bench,
            NoteField("note", lines=2),
        ],
        words,
        "script",
        ScriptDraft,
    )
    form.setMaximumWidth(WIDE)
    script = opened.script if opened is not None else None
    first: dict[str, Any] = {"audience": Audience.CALLIN, "language": language}
    if script is not None:
        first = {f.name: getattr(script, f.name) for f in dataclasses.fields(ScriptDraft)}
    form.load({**first, "blocks": opened.blocks if opened is not None else ()})
    form.on("language", lambda chosen: bench.speak(_code(chosen)))

    def draft() -> ScriptDraft:
        values = form.values()
        base: Script | ScriptDraft = script if script is not None else ScriptDraft()
        kept = {f.name: getattr(base, f.name) for f in dataclasses.fields(ScriptDraft)}
        said = {name: values[name] for name in ("title", "role", "note")}
        chosen = {"audience": values["audience"] or Audience.CALLIN, "language": _code(values["language"])}
        return ScriptDraft(**{**kept, **said, **chosen})

    heading = QCoreApplication.translate("ScriptForms", "New script")
    if script is not None:
        text = QCoreApplication.translate("ScriptForms", "{title}, version {version}")
        heading = text.format(title=script.title, version=script.version)
    return WidePanel(
        heading,
        form,
        save=lambda: Act(drafting.save, script.id if script else None, draft(), bench.value()),
        check=lambda: drafting.objections(draft(), bench.value()),
    )


def block_form(words: Words, view: BlockView | None, language: str) -> FormPanel:
    """A block by itself; a changed text is to be checked anew, once it is saved."""
    block = view.record if view is not None else None
    used = ", ".join(f"{one.title} (v{one.version})" for one in view.users) if view is not None else ""
    about = QCoreApplication.translate(
        "ScriptForms", "Used in {scripts}. Drafts follow; an approved text stays as it is."
    )
    form = Form(
        [
            *([muted(about.format(scripts=used))] if used else []),
            TextField("title", required=True),
            ChoiceField("message", Message, required=True, pills=False),
            ChoiceField("language", Language, required=True),
            NoteField("text", required=True, lines=14, watched=False),
            CheckField("legal_checked"),
            Row(TextField("checked_by"), DateField("checked_on")),
        ],
        words,
        "block",
        BlockDraft,
    )
    form.load(block if block is not None else {"message": Message.FRAME, "language": language})

    def unchecked(text: str) -> None:
        changed = block is not None and text != block.text
        tick = form.field("legal_checked")
        if changed and tick.value():
            tick.set_value(False)
        tick.setEnabled(not changed)

    def named(checked: bool) -> None:
        for name in ("checked_by", "checked_on"):
            form.show_field(name, checked)

    form.on("text", unchecked)
    form.on("legal_checked", named)

    def draft() -> BlockDraft:
        values = form.values()
        message = values["message"] or Message.FRAME
        return BlockDraft(**{**values, "language": _code(values["language"]), "message": message})

    return FormPanel(
        QCoreApplication.translate("ScriptForms", "Change the block")
        if block
        else QCoreApplication.translate("ScriptForms", "New block"),
        form,
        save=lambda: Act(scripts.change_block, block.id, draft()) if block else Act(scripts.add_block, draft()),
        check=lambda: block_problems(draft()),
    )


def approve_form(words: Words, view: ScriptView, agency: str, user: str) -> FormPanel:
    """An agency says yes to the text as it stands."""
    pinned = QCoreApplication.translate(
        "ScriptForms", "The first approval pins the text: from then on it never changes, only a new version does."
    )
    form = Form(
        [
            muted(pinned),
            TextField("agency", QCoreApplication.translate("ScriptForms", "Agency"), required=True, cap=80),
            TextField("by", QCoreApplication.translate("ScriptForms", "Who approves"), cap=80),
        ],
        words,
        "script",
    )
    form.load({"agency": agency, "by": user})

    def act() -> Act:
        values = form.values()
        return Act(scripts.approve, view.id, values["agency"], values["by"])

    return FormPanel(
        QCoreApplication.translate("ScriptForms", "Approve {title}").format(title=view.record.title),
        form,
        save=act,
        save_text=QCoreApplication.translate("ScriptForms", "Approve"),
        said=QCoreApplication.translate("ScriptForms", "Approved"),
        then=_stay,
    )


def _code(language: Any) -> str:
    return str(language.value) if isinstance(language, Language) else str(language or "")


def _stay(_answer: Any) -> None:
    """The script stays in view."""
