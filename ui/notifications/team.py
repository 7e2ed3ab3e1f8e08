"""Fields for those who make visits: a team's members one a line, and the teams of a round one a line."""

from __future__ import annotations

from typing import Any

from gvi_desktop.domain.notification import TeamMember
from gvi_desktop.domain.round import RoundTeam
from ui.kit.fields.text import LinesField


class TeamField(LinesField):
    """`Polisen, Eva Ek` is a member of an agency with a name, `Polisen` one without."""

    def value(self) -> Any:
        """The members, as the record wants them."""
        return tuple(_member(line) for line in super().value())

    def set_value(self, value: Any) -> None:
        """Take members."""
        super().set_value([_written(one) for one in value or ()])

    def restore(self, state: Any) -> None:
        """Take the lines as they were typed."""
        super().set_value(state)


class TeamsField(LinesField):
    """`North: Polisen, Eva Ek; Socialtjänsten` is a team of two; the name ends at the first colon."""

    def value(self) -> Any:
        """The teams, as the round wants them."""
        found = []
        for line in super().value():
            name, _, members = line.partition(":")
            went = tuple(_member(one) for one in members.split(";") if one.strip(" ,"))
            found.append(RoundTeam(name.strip(), went))
        return tuple(found)

    def set_value(self, value: Any) -> None:
        """Take teams."""
        super().set_value([f"{team.name}: {'; '.join(_written(one) for one in team.members)}" for team in value or ()])

    def restore(self, state: Any) -> None:
        """Take the lines as they were typed."""
        super().set_value(state)


def _member(text: str) -> TeamMember:
    agency, _, name = text.partition(",")
    return TeamMember(agency.strip(), name.strip())


def _written(member: TeamMember) -> str:
    return ", ".join(part for part in (member.agency, member.name) if part)
