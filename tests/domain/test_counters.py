"""The numbers of a measure: each has a name of its own and is none below zero."""

from __future__ import annotations

import pytest

from gvi_desktop.domain.measure import Counter, MeasureDraft, problems


@pytest.mark.parametrize(
    ("counters", "code"),
    [
        ((Counter(" ", 3),), "measure_counter_without_name"),
        ((Counter("Kontroller", 3), Counter("kontroller ", 1)), "measure_counter_twice"),
        ((Counter("Kontroller", -1),), "measure_counter_negative"),
        ((Counter("x" * 81, 1),), "too_long"),
    ],
)
def test_a_counter_that_says_nothing_is_refused(counters: tuple[Counter, ...], code: str) -> None:
    draft = MeasureDraft(focus="f", agency="Polisen", what="Kontroller", legal_ground="PL 2 §", counters=counters)
    assert [(one.code, one.field) for one in problems(draft)] == [(code, "counters")]


def test_zero_is_a_number() -> None:
    counters = (Counter("Kontroller", 0), Counter("Beslag", 4))
    assert not problems(MeasureDraft(focus="f", agency="Polisen", what="x", legal_ground="PL 2 §", counters=counters))
