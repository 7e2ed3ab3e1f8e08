"""Retention in the window: the clock on a person's page, the wizard that erases, and the rights cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kit.officepages import press, tab, texts
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.rightscase import RightsCase, RightsCaseDraft, RightsOutcome, RightsType, RightsWay
from gvi_desktop.services import clocks, disclosures, people, rightscases
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.office.page import TABS, OfficePage
from ui.office.rightstab import RightsTab
from ui.people.page import PeoplePage


def test_the_clock_on_a_persons_page_stands_and_runs_on(
    vault: Workspace, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    who = vault.write(people.add, PersonDraft(given_name="Adam"))
    page = open_page(PeoplePage)
    page.show_record(who)
    qtbot.waitUntil(lambda: "How long it is kept" in texts(page))
    page.open_form("pause", about=who)
    assert page.panel is not None
    page.panel.form.load({"from_on": date(2026, 11, 1), "why": "Häkte"})
    page.panel.save()
    qtbot.waitUntil(lambda: "The clock stands still" in texts(page))
    press(page, "Out as of today")
    qtbot.waitUntil(lambda: "2026-11-01 – 2026-11-22" in texts(page))
    page.open_form("extension", about=who)
    page.panel.form.load({"on": date(2026, 11, 20), "ground": "Ny registrering", "source": "Polisen"})
    page.panel.save()
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)
    found = vault.read(lambda unit: clocks.of_person(unit, unit.get(Person, who)))
    assert found is not None and len(found.pauses) == 1


def test_a_rights_case_is_noted_decided_told_and_what_was_wrong_is_asked_back(
    vault: Workspace, open_page: Callable[[type[Any]], Any], qtbot: QtBot
) -> None:
    who = vault.write(people.add, PersonDraft(given_name="Adam"))
    told = DisclosureDraft(
        on=date(2026, 11, 1), what="Födelseår", people=frozenset({who}), agency="Polisen", ground="documented"
    )
    handed = vault.write(disclosures.note_spoken, told)
    page = open_page(OfficePage)
    rights = tab(page, "rights")
    qtbot.waitUntil(lambda: "Nobody waits for an answer." in texts(rights))
    page.open_form("request")
    assert page.panel is not None
    asked = RightsCaseDraft(
        case_type=RightsType.CORRECTION, person=who, received_on=date(2026, 11, 20), from_whom="Adam",
        way=RightsWay.POST, about="Fel år.",
    )  # fmt: skip
    page.panel.form.load(replace(asked, due_on=date(2026, 12, 20)))
    page.panel.save()
    qtbot.waitUntil(lambda: "by 2026-12-20" in texts(rights))
    (case,) = vault.read(lambda unit: unit.find(RightsCase))
    page.open_form("decision", case.id)
    qtbot.waitUntil(lambda: page.panel is not None)
    page.panel.form.load({"outcome": RightsOutcome.GRANTED, "reason": "Folkbokföringen."})
    page.panel.save()
    qtbot.waitUntil(lambda: "to be told" in texts(rights))
    press(rights, "Ask back what was handed out…")
    qtbot.waitUntil(lambda: rights.findChild(Question) is not None)
    question = rights.findChild(Question)
    assert question is not None
    question.yes.click()
    qtbot.waitUntil(lambda: vault.read(lambda unit: unit.get(Disclosure, handed)).recalled_on is not None)
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)
    press(rights, "Told today")
    qtbot.waitUntil(lambda: vault.read(rightscases.listed)[0].record.told_on is not None)
    assert RightsTab in TABS
