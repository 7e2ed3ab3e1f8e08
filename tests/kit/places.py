"""A small real place over people, for tests of the kit and the shell."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from gvi_desktop.domain.person import Person, PersonDraft, PersonRole, problems
from gvi_desktop.services import listing, people
from ui.kit.act import Act
from ui.kit.detail import Detail
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.spec import PlaceSpec
from ui.kit.table import Column


class PeoplePlace(ListPlace[Person]):
    """People by code name, with a form."""

    kinds = frozenset({"person"})

    def heading(self) -> str:
        return self.tr("People")

    def columns(self) -> Sequence[Column[Person]]:
        return (
            Column("Code name", lambda person: person.code_name, sort="code_name"),
            Column("Role", lambda person: self.words.value(person.role), width=0),
        )

    @staticmethod
    def fetch_ids(unit: Any, query: Query) -> Sequence[str]:
        return listing.ids(unit, Person, text=query.text, sort=query.sort or "code_name", descending=query.descending)

    @staticmethod
    def fetch_lines(unit: Any, ids: Sequence[str]) -> Sequence[Person]:
        return listing.lines(unit, Person, ids)

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> Person:
        return people.get(unit, record_id)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Person:
        return people.get(unit, record_id)

    def draw(self, detail: Detail, record: Person) -> None:
        detail.title(record.code_name)
        detail.row("Note", record.note)

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        form = Form(
            [
                TextField("code_name"),
                TextField("given_name"),
                DateField("birth_date"),
                ChoiceField("role", PersonRole, required=True),
                NoteField("note"),
            ],
            self.words,
            kind="person",
            draft=PersonDraft,
        )
        form.load(record or PersonDraft())

        def save() -> Act:
            draft = form.make(PersonDraft)
            return Act(people.change, record.id, draft) if record else Act(people.add, draft)

        day = self.tasks.workspace.clock().date()
        return FormPanel("Person", form, save, check=lambda: problems(form.make(PersonDraft), day))


def people_spec(key: str = "people", kinds: frozenset[str] = frozenset({"person"})) -> PlaceSpec:
    """The place above under a key of one's choice."""
    return PlaceSpec(key, "users", lambda: key.capitalize(), PeoplePlace, kinds)


def texts(model: Any, column: int = 0) -> list[str]:
    """What a column shows."""
    return [model.index(row, column).data() for row in range(model.rowCount())]


def eventually(condition: Callable[[], bool], seconds: float = 5) -> bool:
    """Whether the condition comes true without an event loop (for work in threads)."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()
