"""Who sounds alike: the few proposed are those that comparing everybody with everybody would propose."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.intake.names import same_name
from gvi_desktop.services.importing_alike import PROPOSED, Alike
from gvi_desktop.services.importing_views import Why
from gvi_desktop.services.importing_who import Who, contradicts, same_birth

BORN = st.one_of(st.none(), st.sampled_from([date(1997, 1, 2), date(1997, 3, 4), date(2001, 1, 2)]))
PEOPLE = st.builds(
    Who,
    given=st.sampled_from(["Mohamed", "Muhammed", "Mohammad"]),
    family=st.just("Farah"),
    born=BORN,
    birth_year=st.one_of(st.none(), st.sampled_from([1997, 2001])),
    number=st.sampled_from(["", "", "19970102-2384", "20010102-2382"]),
)


def _compared(people: list[Who], who: Who, before: int) -> list[tuple[Why, int]]:
    found = []
    for at, other in enumerate(people[:before]):
        if contradicts(other, who):
            continue
        same = same_name(other.name) == same_name(who.name)
        found.append((Why.SAME_NAME if same else Why.SOUND_AND_BIRTH if same_birth(other, who) else Why.SOUND, at))
    return sorted(found, key=lambda pair: list(Why).index(pair[0]))[:PROPOSED]


@given(st.lists(PEOPLE, max_size=30), PEOPLE, st.integers(0, 30))
def test_the_few_proposed_are_those_that_comparing_with_everybody_finds(people: list[Who], who: Who, on: int) -> None:
    alike = Alike(enumerate(people))
    assert alike.best(who, lambda at: at < on) == _compared(people, who, on)


def test_of_very_many_with_the_same_sound_five_are_proposed_and_the_same_name_and_year_come_first() -> None:
    many = [(f"p{n}", Who(given=f"Adam{n}", family="Berg", birth_year=1990 + n % 10)) for n in range(5000)]
    found = Alike(many).best(Who(given="Adam4004", family="Berg", birth_year=1994))
    assert found[0] == (Why.SAME_NAME, "p4004")
    assert [why for why, _ in found[1:]] == [Why.SOUND_AND_BIRTH] * 4
