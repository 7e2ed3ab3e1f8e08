"""How many keys a talk takes in the real window, from Ctrl+N to saved: at most 25 beside free text (issue 3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from kit.hand import CTRL, SHIFT, Hand
from kit.people import person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, PlaceKind, Reaction, TeamMember
from gvi_desktop.domain.person import GuardianDecision, Person
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.services import notifications, rounds
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.kit.dates import today

Unlocked = Callable[[Callable[[Workspace], object]], Hand]
TEAM = (TeamMember("Polisen", "Eva Ek"), TeamMember("Socialtjänsten"))
MOST = 25
NEXT = 15
KEYS_1_2_3 = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def office(workspace: Workspace) -> None:
    """Three people, one of them a minor, and an entry of yesterday: that is what a usual day begins with."""
    first = person(workspace)
    person(workspace, "Bea", "Berg")
    minor = person(workspace, "Cia", "Dal", birth_year=today().year - 16)

    def settled(unit: Unit) -> None:
        # As after a guardian's consent and a second user's approval.
        unit.change(
            Person, minor, guardian_decision=GuardianDecision.CONSENTS, best_interests="Bedömt", minor_approved_by="Bo"
        )

    workspace.write(settled)
    made = workspace.write(rounds.plan, RoundDraft(name="November", from_on=today() - timedelta(days=3)))
    before = {"person": first, "on": today() - timedelta(days=1), "outcome": Outcome.NOT_HOME, "team": TEAM}
    workspace.write(notifications.log, NotificationDraft(**before, round=made, place=PlaceKind.STREET))


@pytest.fixture
def hand(unlocked: Unlocked) -> Hand:
    hand = unlocked(office)
    hand.go("notifications")
    hand.count_anew()
    return hand


def begun(hand: Hand) -> Any:
    """Wait until the form lies open with what is proposed and the cursor in its first field."""
    hand.until(lambda: hand.page.panel is not None and hand.panel.form.field("team").value() == TEAM)
    finder = hand.panel.form.field("person").editors()[0]
    hand.until(lambda: QApplication.focusWidget() is finder)
    return finder


def choose(hand: Hand, code: str) -> None:
    """Type the code name and take the first of those found."""
    finder = begun(hand)
    hand.type(code)
    hand.until(lambda: finder.suggestions.isVisible() and finder.suggestions.count() == 1)
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.panel.form.field("person").value())
    hand.quiet()


def talks(hand: Hand) -> list[Notification]:
    workspace = hand.program.shell.desk.tasks.workspace if hand.program.shell else None
    assert workspace is not None
    return [one for one in workspace.read(lambda unit: unit.find(Notification)) if one.is_talk]


def talked(hand: Hand, *reaction: Qt.Key) -> None:
    """Reached, all three messages, and how it was taken."""
    hand.press(Qt.Key.Key_1)
    hand.press(*KEYS_1_2_3, Qt.Key.Key_Tab, *reaction)


def test_a_usual_talk_takes_at_most_25_keys(hand: Hand) -> None:
    hand.press(Qt.Key.Key_N, held=CTRL)
    choose(hand, "P002")
    talked(hand, Qt.Key.Key_5)
    hand.save()
    (made,) = talks(hand)
    assert made.message_1 and made.message_2 and made.message_3 and made.reaction is Reaction.ASKED_FOR_HELP
    assert (made.on, made.team, made.place, made.round is not None) == (today(), TEAM, PlaceKind.STREET, True)
    print(f"a usual talk: {hand.keys} keys")
    assert hand.keys <= MOST


def test_the_next_talk_of_the_round_takes_fewer(hand: Hand) -> None:
    hand.press(Qt.Key.Key_N, held=CTRL)
    choose(hand, "P001")
    talked(hand, Qt.Key.Key_1)
    panel = hand.panel
    hand.press(Qt.Key.Key_S, held=CTRL | SHIFT)
    hand.until(lambda: hand.page.panel is not None and hand.page.panel is not panel)
    hand.count_anew()
    choose(hand, "P002")
    talked(hand, Qt.Key.Key_2)
    hand.save()
    assert len(talks(hand)) == 2 and len({one.round for one in talks(hand)}) == 1
    print(f"the next talk: {hand.keys} keys")
    assert hand.keys <= NEXT


def test_a_talk_with_a_minor_and_a_guardian_takes_at_most_25_keys(hand: Hand) -> None:
    hand.press(Qt.Key.Key_N, held=CTRL)
    choose(hand, "P003")
    hand.until(lambda: not hand.panel.form.field("guardian_present").parentWidget().isHidden())
    talked(hand, Qt.Key.Key_1)
    # From the reaction on to the tick for the guardian, and the one for the report of concern.
    hand.press(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    hand.save()
    (made,) = talks(hand)
    assert made.guardian_present and made.concern_considered
    print(f"a talk with a minor: {hand.keys} keys")
    assert hand.keys <= MOST


def test_nobody_at_home_takes_fewest(hand: Hand) -> None:
    hand.press(Qt.Key.Key_N, held=CTRL)
    choose(hand, "P002")
    hand.press(Qt.Key.Key_2)
    hand.save()
    assert not talks(hand)
    print(f"nobody at home: {hand.keys} keys")
    assert hand.keys <= MOST // 2
