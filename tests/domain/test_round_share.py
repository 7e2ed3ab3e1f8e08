"""Sharing out a round: nobody twice, no team beyond its days, and nobody left over while there is room."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.notification import TeamMember
from gvi_desktop.domain.round import RoundTeam, share, team_of

START = date(2026, 11, 23)
POLICE, SOCIAL = TeamMember("Polisen", "Eva Ek"), TeamMember("Socialtjänsten")


@given(
    groups=st.lists(st.sampled_from(["", "Norra", "Södra", "Västra"]), max_size=60),
    teams=st.integers(0, 4),
    days=st.integers(0, 10),
    most=st.integers(0, 5),
)
def test_everybody_has_at_most_one_place_and_no_place_is_overfull(
    groups: list[str], teams: int, days: int, most: int
) -> None:
    people = [(f"P{at:03}", name) for at, name in enumerate(groups)]
    names, span = [f"T{at}" for at in range(teams)], [START + timedelta(days=at) for at in range(days)]
    found = share(people, names, span, most)
    assert len({one.person for one in found}) == len(found) == min(len(people), teams * days * most)
    full = Counter((one.team, one.day) for one in found)
    assert all(number <= most for number in full.values())
    by_team = Counter(one.team for one in found)
    if found:
        assert max(by_team.values()) - min(by_team.get(name, 0) for name in names) <= -(-len(found) // teams)


def test_who_went_says_which_team_it_was() -> None:
    teams = (RoundTeam("A", (POLICE, SOCIAL)), RoundTeam("B", (TeamMember("Polisen", "Per Lind"), SOCIAL)))
    assert team_of((SOCIAL, POLICE), teams) == "A"
    assert team_of((TeamMember("polisen ", "eva ek"),), teams) == "A"
    assert team_of((SOCIAL,), teams) == "", "both have one from there"
    assert team_of((TeamMember("Frivården"),), teams) == ""
    assert team_of((), teams) == ""
    assert team_of((SOCIAL,), ()) == ""
