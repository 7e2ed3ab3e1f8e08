"""What a note is, asked for where it is written and told where it is read."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gvi_desktop.domain.help import HelpDraft
from gvi_desktop.domain.record import NoteMark
from ui.kit.fields.mark import marked, said
from ui.kit.fields.text import NoteField
from ui.kit.form import Form
from ui.kit.words import Words


def test_a_note_without_a_mark_is_not_saved_and_an_empty_one_needs_none(qtbot: QtBot) -> None:
    form = Form([*marked(NoteField("note"))], Words("sv"), "help", HelpDraft)
    qtbot.addWidget(form)
    assert form.readable()
    form.field("note").set_value("Ringde själv.")
    assert not form.readable()
    form.field("note_mark").set_value(NoteMark.FACT)
    assert form.readable()
    assert form.make(HelpDraft).note_mark is NoteMark.FACT


def test_the_mark_stands_before_the_note() -> None:
    words = Words("sv")
    assert said(words, HelpDraft(note="Vill flytta", note_mark=NoteMark.HEARSAY)) == "Andrahandsuppgift: Vill flytta"
    assert said(words, HelpDraft(note="Vill flytta")) == "Vill flytta"
    assert said(words, HelpDraft(note_mark=NoteMark.FACT)) == ""
