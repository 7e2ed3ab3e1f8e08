"""The week plans of the office: read, changed, copied, shared as a file without person data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.office import Language
from gvi_desktop.domain.plan import Plan, PlanDraft, problems
from gvi_desktop.services import plans
from ui.callins.steps import StepsField
from ui.callins.tabs import Doing
from ui.kit.act import Act
from ui.kit.cards import Button, card
from ui.kit.detail import Detail
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.text import TextField
from ui.kit.files import ask_open, ask_save
from ui.kit.form import Form
from ui.kit.panel import FormPanel
from ui.kit.words import Words


class PlanSheet(Detail):
    """All plans, one card each."""

    def __init__(self, page: Doing, back: Callable[[], object]) -> None:
        self.page = page
        self._back = back
        super().__init__()

    def reload(self) -> None:
        """Ask again for the plans."""
        self.page.tasks.read(self, plans.every, then=self._show, only="plans")

    def _show(self, found: Sequence[Plan]) -> None:
        self.start("plans")
        self.title(self.tr("Week plans"))
        self.action(self.tr("Back"), self._back, icon="chevron-left")
        if self.page.may_write:
            self.action(self.tr("New plan"), lambda: self.page.open_form("plan"), icon="plus")
            self.action(self.tr("Take in a plan file"), self._import, icon="file-down")
        self.text(
            self.tr(
                "A plan is a list of steps with days from the meeting. It holds nothing about people and can be shared "
                "with other cities. A change affects call-ins made from now on."
            ),
            quiet=True,
        )
        for plan in found:
            self.put(self._card(plan))

    def _card(self, plan: Plan) -> Any:
        buttons = [Button(self.tr("Save as a file"), lambda: self._export(plan), "file-up")]
        if self.page.may_write:
            copy_name = self.tr("{name} (copy)").format(name=plan.name)[:80]
            buttons = [
                Button(self.tr("Change"), lambda: self.page.open_form("plan", plan.id), "pencil"),
                Button(self.tr("Copy"), lambda: self._do(Act(plans.copy, plan.id, copy_name)), "copy"),
                *buttons,
                Button(self.tr("Remove"), lambda: self._do(Act(plans.remove, plan.id)), "trash-2"),
            ]
        first, last = (min(s.days for s in plan.steps), max(s.days for s in plan.steps)) if plan.steps else (0, 0)
        text = self.tr("{count} steps, from {first} to {last} days · {language}").format(
            count=len(plan.steps), first=first, last=last, language=plan.language
        )
        return card(plan.name, lines=[text], buttons=buttons)

    def _do(self, act: Act) -> None:
        self.page.do(act, then=lambda _answer: self.reload())

    def _export(self, plan: Plan) -> None:
        def write(path: Path) -> None:
            self.page.tasks.read(self, plans.export_to, plan.id, path, then=lambda _: self.page.desk.say(self._saved()))

        ask_save(self, self.tr("Save the plan as a file"), "plan.json", self.tr("Plans (*.json)"), write)

    def _import(self) -> None:
        def take(path: Path) -> None:
            self._do(Act(plans.import_from, path))

        ask_open(self, self.tr("Take in a plan file"), self.tr("Plans (*.json)"), take)

    def _saved(self) -> str:
        return self.tr("The plan is saved. It holds nothing about people.")


def plan_form(words: Words, record: Plan | None, then: Callable[[Any], object]) -> FormPanel:
    """A new plan, or a change of one."""
    form = Form(
        [TextField("name", required=True), ChoiceField("language", Language, required=True), StepsField("steps")],
        words, "plan", PlanDraft,
    )  # fmt: skip
    language = Language(record.language) if record and record.language in set(Language) else Language(words.language)
    form.load({"name": record.name if record else "", "language": language, "steps": record.steps if record else ()})

    def draft() -> PlanDraft:
        values = form.values()
        return PlanDraft(name=values["name"], language=(values["language"] or language).value, steps=values["steps"])

    return FormPanel(
        QCoreApplication.translate("PlanForm", "Change the plan")
        if record
        else QCoreApplication.translate("PlanForm", "New plan"),
        form,
        save=lambda: Act(plans.change, record.id, draft()) if record else Act(plans.add, draft()),
        check=lambda: problems(draft()),
        then=then,
    )
