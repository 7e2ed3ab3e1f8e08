"""A caller who stays anonymous, then consents: nothing about them is kept before, all that was done is theirs after."""

from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.hand import CTRL, Hand
from kit.vaults import SettableClock, new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.help import Help, HelpKind, Stage
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.phonecall import CallerKind, Need, Phonecall, PhonecallDraft
from gvi_desktop.services import helping, overview, people, phonecalls, search, timeline
from gvi_desktop.services.unit import draft_of
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal

Unlocked = Callable[[Callable[[Workspace], object]], Hand]
NUMBER = "070-174 06 05"


def refused(workspace: Workspace, work: Callable[..., object], *args: object) -> set[str]:
    with pytest.raises(RefusedError) as caught:
        workspace.write(work, *args)
    return {problem.code for problem in caught.value.problems}


def everything(workspace: Workspace) -> str:
    """All that the journal keeps and every stored call and offer of help, as text."""
    entries = workspace.read(lambda unit: [repr(one) for one in journal.entries(unit.connection)])
    records = workspace.read(lambda unit: [*unit.find(Phonecall), *unit.find(Help)])
    return "\n".join([*entries, *map(repr, records)])


def test_the_journey_through_the_services(tmp_path: Path) -> None:
    clock = SettableClock()
    workspace = new_vault(tmp_path / "office.gvi", clock=clock)
    write, read = workspace.write, workspace.read
    # Sunday at one: somebody rings, wants out, and will not say who they are.
    call = PhonecallDraft(
        on=date(2026, 11, 22),
        at=time(13, 0),
        caller=CallerKind.SELF,
        need=Need.EXIT,
        callback_due=clock() + timedelta(hours=20),
    )
    assert refused(workspace, phonecalls.log, draft_of(call, number=NUMBER)) == {"phonecall_number_of_anonymous"}
    made = write(phonecalls.log, call)
    help_id = write(phonecalls.offer_help, made)
    offer = read(helping.get, help_id)
    assert (offer.anonymous, offer.person, offer.help_kind) == (True, None, HelpKind.EXIT_PROGRAMME)
    assert NUMBER not in everything(workspace) and not read(search.find, "070-174")
    # The call-back is waited for, is late the day after, and is done.
    assert read(phonecalls.waiting) == 1 and not read(phonecalls.view, made).line.late
    clock.move(hours=21)
    assert read(phonecalls.view, made).line.late and read(overview.overview).callbacks
    write(phonecalls.called_back, made)
    assert read(phonecalls.waiting) == 0
    # Help goes on for somebody nobody knows; but what follows the first meeting needs a consent.
    write(helping.move, help_id, Stage.FIRST_MEETING)
    assert read(helping.view, help_id).line.hours == 21
    assert refused(workspace, helping.move, help_id, Stage.ASSESSMENT) == {"help_no_consent"}
    # Two days later the caller says who they are.
    clock.move(days=2)
    person = write(people.add, PersonDraft(given_name="Kim", family_name="Ask", birth_year=1999))
    linked = draft_of(read(phonecalls.get, made), anonymous=False, person=person)
    assert refused(workspace, phonecalls.change, made, linked) == {"phonecall_person_without_consent"}
    write(phonecalls.consent, made, person, NUMBER, ["Socialtjänsten"])
    after, offer = read(phonecalls.get, made), read(helping.get, help_id)
    assert (after.anonymous, after.person, after.number, after.person_consents) == (False, person, NUMBER, True)
    assert (offer.anonymous, offer.person) == (False, person)
    write(helping.move, help_id, Stage.ASSESSMENT, "", consent=True)
    # What was done is now the person's, and the clock was never started anew.
    told = read(timeline.of_person, person)
    assert {one.id for one in told} >= {made, help_id}
    assert read(helping.view, help_id).line.hours == 21
    # Three months on the follow-up is due, and noted.
    clock.move(days=100)
    assert read(helping.view, help_id).line.follow_up is not None
    write(helping.follow_up, help_id, 3, "Bor hos sin moster, söker jobb.")
    assert read(helping.view, help_id).line.follow_up is None
    # Somebody who takes it back is forgotten: neither record nor journal has the number any more.
    anonymous = write(
        phonecalls.change, made, draft_of(after, anonymous=True, person=None, number="", person_consents=False)
    )
    assert NUMBER not in everything(workspace)
    assert read(phonecalls.get, anonymous).callback_done is not None
    workspace.close()


def test_the_journey_through_the_window(unlocked: Unlocked) -> None:
    def before(workspace: Workspace) -> None:
        workspace.write(people.add, PersonDraft(given_name="Kim", family_name="Ask", code_name="Falk-7"))

    hand = unlocked(before)
    page = hand.go("phoneline")
    hand.count_anew()
    hand.press(Qt.Key.Key_N, held=CTRL)
    hand.until(lambda: page.panel)
    panel = hand.panel
    # A call begins anonymous: there is no field for who it is.
    assert panel.form.field("anonymous").value() is True
    assert not panel.form.field("number").isVisible() and not panel.form.field("person").isVisible()
    hand.fill(need=Need.EXIT, caller=CallerKind.SELF)
    hand.click("In an hour", panel)
    hand.save()
    assert hand.keys == 2  # Ctrl+N and Ctrl+S: what the caller tells is chosen with the mouse here
    hand.sees("Anonymous")
    hand.sees("The caller consents")
    hand.click("Called back")
    hand.click("Offer help")
    # The window has gone to the help that came of it: nobody's, and counted in its stage.
    hand.until(lambda: hand.page is not page)
    helped = hand.page
    hand.sees("Exit programme", helped)
    hand.sees("Anonymous", helped)
    hand.click("First contact now", helped)
    # The caller rings again and says who they are.
    hand.go("phoneline")
    hand.click("The caller consents")
    hand.until(lambda: page.panel)
    finder: Any = hand.panel.form.field("person").editors()[0]
    finder.setFocus()
    hand.type("Falk")
    hand.until(lambda: any("Falk-7" in finder.suggestions.item(n).text() for n in range(finder.suggestions.count())))
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.panel.form.field("person").value())
    hand.fill(number=NUMBER, consents=("Social services",))
    hand.save()
    hand.sees("Falk-7", page)
    hand.sees(NUMBER, page)
    shown = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "Anonymous" not in shown
    # The help has followed, and with it the person's page tells of both.
    hand.click("Exit programme", page)
    hand.until(lambda: hand.page is helped)
    hand.sees("Falk-7", helped)
    hand.click("Falk-7", helped)
    hand.until(lambda: hand.page not in (page, helped))
    hand.sees("Falk-7", hand.page)
