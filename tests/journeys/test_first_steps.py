"""The hand itself: it unlocks, finds what a user sees, and its keys are counted."""

from collections.abc import Callable

from kit.hand import CTRL, Hand
from kit.people import group
from PySide6.QtCore import Qt

from gvi_desktop.services.workspace import Workspace

Unlocked = Callable[[Callable[[Workspace], object]], Hand]


def test_a_group_is_written_down_with_the_keyboard_and_found_in_the_list(unlocked: Unlocked) -> None:
    hand = unlocked(lambda workspace: group(workspace, "Norra"))
    page = hand.go("groups")
    hand.count_anew()
    hand.press(Qt.Key.Key_N, held=CTRL)
    hand.until(lambda: page.panel)
    hand.type("Södra")
    hand.save()
    assert hand.keys == 7  # Ctrl+N, five letters, Ctrl+S
    hand.sees("Södra")
    page.filter.setText("Sö")
    hand.quiet()
    assert page.model.rowCount() == 1  # type: ignore[attr-defined]
