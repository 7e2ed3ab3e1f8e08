"""Forms: what is typed, what is wrong with it, and what survives the lock."""

import json
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.person import GuardianDecision, PersonDraft, PersonRole, Supervision
from gvi_desktop.domain.record import NoteMark
from ui.kit.fields.choice import ChoiceField, YesNoField
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.fields.text import LinesField, NoteField, TextField
from ui.kit.fields.ticks import TicksField
from ui.kit.fields.when import DateField, MomentField, TimeField
from ui.kit.form import Form, Row, Section
from ui.kit.words import Words


def person_form(qtbot: QtBot) -> Form:
    form = Form(
        [
            Section("Who", "Only what the work needs."),
            Row(TextField("given_name", required=True), TextField("family_name")),
            DateField("birth_date", hint="The year is enough."),
            NumberField("birth_year", low=1900, high=2026),
            ChoiceField("role", PersonRole, required=True),
            ChoiceField("supervision", Supervision, pills=False),
            YesNoField("interpreter"),
            TicksField("decisions", GuardianDecision, "Decisions"),
            CheckField("under_review"),
            MomentField("seen_at", "Seen"),
            TimeField("at", "At"),
            ChoiceField("note_mark", NoteMark),
            NoteField("note"),
            LinesField("contact_ways"),
        ],
        Words("en"),
        kind="person",
        draft=PersonDraft,
    )
    qtbot.addWidget(form)
    return form


FILLED: dict[str, Any] = {
    "given_name": "Örjan",
    "birth_date": date(1999, 5, 1),
    "birth_year": 1999,
    "role": PersonRole.MESSENGER,
    "supervision": Supervision.PROBATION,
    "interpreter": True,
    "decisions": frozenset({GuardianDecision.CONSENTS}),
    "under_review": True,
    "note_mark": NoteMark.HEARSAY,
    "note": "Two\nlines",
    "contact_ways": ("070-000", "mail"),
}


def test_what_is_loaded_is_read_back_and_is_not_dirty(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.load(FILLED)
    values = form.values()
    assert {name: values[name] for name in FILLED} == FILLED
    assert not form.dirty


def test_typing_makes_it_dirty_and_putting_back_makes_it_clean(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.load(FILLED)
    form.field("given_name").set_value("Åke")
    assert form.dirty
    form.field("given_name").set_value("Örjan")
    assert not form.dirty


def test_a_draft_survives_as_json_even_where_it_cannot_be_read(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.load(FILLED)
    form.field("birth_date").restore("31/2")
    form.field("seen_at").restore(["2026-11-22", "14"])
    kept = json.loads(json.dumps(form.draft_state()))
    again = person_form(qtbot)
    again.restore(kept)
    assert again.draft_state() == form.draft_state()
    assert again.field("birth_date").state() == "31/2" and not again.readable()
    assert again.dirty


def test_it_makes_the_records_draft_and_leaves_defaults_where_nothing_was_chosen(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.load({"given_name": "Örjan"})
    draft = form.make(PersonDraft, language="arabiska")
    assert draft == PersonDraft(given_name="Örjan", language="arabiska")


def test_a_problem_stands_beside_its_field_and_the_rest_is_returned(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    found = [Problem("missing", "given_name"), Problem("person_no_name"), Problem("missing", "elsewhere")]
    rest = form.show_problems(found)
    assert len(rest) == 2
    editor = form.field("given_name").editors()[0]
    assert editor.property("wrong") is True
    assert editor.accessibleDescription()
    form.show_problems([])
    assert editor.property("wrong") is False


def test_before_the_first_try_only_fields_somebody_was_in_complain(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.field("family_name").changed.emit()
    form.show_problems([Problem("missing", "given_name"), Problem("missing", "family_name")], everywhere=False)
    assert form.field("given_name").editors()[0].property("wrong") is not True
    assert form.field("family_name").editors()[0].property("wrong") is True


def test_every_editor_has_a_name_and_every_label_a_buddy(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    for editor in form.findChildren(QWidget):
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            assert editor.accessibleName(), editor
    for field in form:
        assert all(editor.accessibleName() for editor in field.editors()), field.name
    labels = [label for label in form.findChildren(QLabel) if label.text().endswith(" *")]
    assert labels and all(label.buddy() is not None for label in labels)


def test_tab_goes_through_the_fields_in_reading_order(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.show()
    form.activateWindow()
    form.focus_first()
    order: list[str] = []
    names = {editor: field.name for field in form for editor in field.editors()}
    for _ in range(40):
        focused = form.focusWidget()
        if focused in names and names[focused] not in order:
            order.append(names[focused])
        form.focusNextChild()
    assert order == [field.name for field in form]


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_off_in_a_narrow_panel(qtbot: QtBot, size: int) -> None:
    from ui.kit import theme

    app = theme.QApplication.instance()
    assert isinstance(app, theme.QApplication)
    theme.apply(app, "light", size)
    form = person_form(qtbot)
    form.resize(theme.px(44), form.sizeHint().height())
    form.show()
    qtbot.wait(1)
    for field in form:
        for editor in field.editors():
            right = editor.mapTo(form, editor.rect().bottomRight()).x()
            assert right <= form.width(), field.name
            assert editor.height() >= editor.fontMetrics().height(), field.name
    theme.apply(app, "light")


def test_a_note_counts_and_says_when_it_is_too_long(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.field("note").set_value("x" * 2001)
    assert "1" in form.field("note").trouble()
    form.field("note").set_value("x" * 2000)
    assert form.field("note").trouble() == ""


def test_a_line_takes_no_more_than_the_drafts_cap(qtbot: QtBot) -> None:
    form = person_form(qtbot)
    form.field("given_name").set_value("x" * 500)
    assert len(form.values()["given_name"]) == 80
