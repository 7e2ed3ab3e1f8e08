"""Fields by keyboard: one key for a choice, a few letters for a record."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.notification import Outcome
from gvi_desktop.domain.person import GuardianDecision, PersonRole
from ui.kit.fields.choice import ChoiceField, YesNoField
from ui.kit.fields.field import Field
from ui.kit.fields.number import NumberField
from ui.kit.fields.ref import Option, RefField, RefsField
from ui.kit.fields.text import NoteField
from ui.kit.fields.ticks import TicksField
from ui.kit.fields.when import DateField, MomentField
from ui.kit.tasks import Tasks
from ui.kit.words import Words


def shown(qtbot: QtBot, field: Field) -> Any:
    field.bind(Words("en"), "notification", None)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.editors()[0].setFocus()
    return field


def press(qtbot: QtBot, field: Field, *keys: Qt.Key) -> None:
    for key in keys:
        target = next((editor for editor in field.editors() if editor.hasFocus()), field.editors()[0])
        qtbot.keyClick(target, key)


def test_one_digit_chooses_an_outcome(qtbot: QtBot) -> None:
    field = shown(qtbot, ChoiceField("outcome", Outcome, pills=True))
    press(qtbot, field, Qt.Key.Key_2)
    assert field.value() is list(Outcome)[1]
    press(qtbot, field, Qt.Key.Key_1)
    assert field.value() is next(iter(Outcome))


def test_delete_clears_a_choice_unless_it_is_required(qtbot: QtBot) -> None:
    free = shown(qtbot, ChoiceField("role", PersonRole))
    needed = shown(qtbot, ChoiceField("role", PersonRole, required=True))
    for field in (free, needed):
        press(qtbot, field, Qt.Key.Key_1, Qt.Key.Key_Delete)
    assert free.value() is None
    assert needed.value() is next(iter(PersonRole))


def test_digits_tick_and_untick_several(qtbot: QtBot) -> None:
    field = shown(qtbot, TicksField("decisions", GuardianDecision, "Decisions"))
    press(qtbot, field, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1)
    assert field.value() == {list(GuardianDecision)[2]}


def test_a_question_begins_as_not_known(qtbot: QtBot) -> None:
    field = shown(qtbot, YesNoField("guardian_present", "Guardian present"))
    assert field.value() is None
    press(qtbot, field, Qt.Key.Key_2)
    assert field.value() is False


@pytest.mark.parametrize(("typed", "value"), [("17", 17), ("", None), ("200", None), ("x", None)])
def test_a_number_stays_within_its_bounds(qtbot: QtBot, typed: str, value: int | None) -> None:
    field = shown(qtbot, NumberField("age", "Age", high=120))
    field.restore(typed)
    assert field.value() == value
    assert bool(field.trouble()) == (typed in ("200", "x"))


def test_a_date_is_tidied_when_one_leaves_it(qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("born", "Born"))
    line = field.editors()[0]
    qtbot.keyClicks(line, "221012")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "2022-10-12" and field.value() == date(2022, 10, 12)
    field.restore("31/2")
    assert field.value() is None and field.trouble()


def test_a_moment_needs_both_its_day_and_its_time(qtbot: QtBot) -> None:
    field = shown(qtbot, MomentField("at", "At"))
    field.restore(["2026-07-01", ""])
    assert field.value() is None and field.trouble()
    field.restore(["2026-07-01", "14.30"])
    assert field.value() == datetime(2026, 7, 1, 12, 30, tzinfo=UTC) and not field.trouble()


PEOPLE = [Option("1", "Linden", "Västra"), Option("2", "Lund", "Östra")]


def search(_unit: Any, text: str) -> Sequence[Option]:
    return [person for person in PEOPLE if person.text.casefold().startswith(text.casefold())]


def resolve(_unit: Any, ids: Sequence[str]) -> Sequence[Option]:
    return [person for person in PEOPLE if person.id in ids]


def find(qtbot: QtBot, field: Any, letters: str) -> None:
    line = field.editors()[0]
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, letters)
    qtbot.waitUntil(lambda: line.suggestions.isVisible())
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_person_is_found_by_a_few_letters(qtbot: QtBot, tasks: Tasks) -> None:
    field = shown(qtbot, RefField("person", tasks, search, resolve, "Person"))
    find(qtbot, field, "lu")
    assert field.value() == "2" and field.editors()[0].text() == "Lund"
    again = shown(qtbot, RefField("person", tasks, search, resolve, "Person"))
    again.restore(field.state())
    assert again.value() == "2"


def test_letters_that_lead_to_nobody_are_told(qtbot: QtBot, tasks: Tasks) -> None:
    field = shown(qtbot, RefField("person", tasks, search, resolve, "Person"))
    field.editors()[0].setText("nobody")
    assert field.value() is None and field.trouble()


def test_an_id_is_shown_by_its_name_once_it_is_known(qtbot: QtBot, tasks: Tasks) -> None:
    field = shown(qtbot, RefField("person", tasks, search, resolve, "Person"))
    field.set_value("1")
    assert field.value() == "1"
    qtbot.waitUntil(lambda: field.editors()[0].text() == "Linden")


def test_several_people_can_be_chosen_and_taken_away(qtbot: QtBot, tasks: Tasks) -> None:
    field = shown(qtbot, RefsField("people", tasks, search, resolve, "People"))
    find(qtbot, field, "li")
    find(qtbot, field, "lu")
    assert field.value() == {"1", "2"}
    field.tags()[0].click()
    assert field.value() == {"2"}


def test_ids_that_are_told_in_words_later_are_no_change_of_what_was_chosen(qtbot: QtBot, tasks: Tasks) -> None:
    field = shown(qtbot, RefsField("people", tasks, search, resolve, "People"))
    field.set_value(["1"])
    changes: list[object] = []
    field.changed.connect(lambda: changes.append(field.value()))
    qtbot.waitUntil(lambda: [tag.text() for tag in field.tags()] == ["Linden"])
    assert changes == [] and field.value() == {"1"}
    field.tags()[0].click()
    assert changes == [frozenset()]


def test_a_name_typed_but_not_chosen_among_several_is_not_silently_left_out(qtbot: QtBot, tasks: Tasks) -> None:
    field = shown(qtbot, RefsField("people", tasks, search, resolve, "People"))
    find(qtbot, field, "li")
    assert not field.trouble()
    field.editors()[0].setText("Lun")
    assert field.trouble() and field.value() == {"1"}


def test_a_note_hints_at_words_it_is_better_without_and_never_refuses(qtbot: QtBot) -> None:
    field = NoteField("note")
    qtbot.addWidget(field)
    field.set_value("Han är en idiot och har ADHD.")
    assert "”idiot”" in field.words_hint.text() and "”ADHD”" in field.words_hint.text()
    assert not field.words_hint.isHidden() and field.trouble() == ""
    field.set_value("Han lyssnade.")
    assert field.words_hint.isHidden()
    unwatched = NoteField("text", watched=False)
    qtbot.addWidget(unwatched)
    unwatched.set_value("En idiot.")
    assert unwatched.words_hint.isHidden()
