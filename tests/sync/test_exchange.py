"""Offices that write, meet, lose the post, erase and restore: nothing is lost, nothing comes back, all agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import play
from kit.faults import FAULTS

from gvi_desktop.domain.errors import BundleError

steps = st.lists(
    st.tuples(st.sampled_from(play.OPS), st.integers(0, 3), st.integers(0, 3), st.integers(0, 11)), max_size=50
)


@given(steps)
def test_whatever_happens_all_offices_agree_on_exactly_what_nobody_replaced(story: list[play.Step]) -> None:
    stage = play.Play()
    stage.run(story)
    stage.finish()


def test_the_play_meets_conflicts_and_restores() -> None:
    conflicts = 0
    for seed in range(20):
        stage = play.Play()
        stage.run(play.random_steps(seed, 60))
        stage.finish()
        conflicts += stage.conflicts
    assert conflicts > 20


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_noticed(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    FAULTS[fault](monkeypatch)
    for seed in range(400):
        stage = play.Play()
        try:
            stage.run(play.random_steps(seed, 80))
            stage.finish()
        except (AssertionError, KeyError, ValueError, BundleError):
            return
    pytest.fail(f"nothing noticed that {fault}")
