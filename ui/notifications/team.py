"""A field for those who made a visit: one a line, agency first, then the name if it is wanted."""

from __future__ import annotations

from typing import Any

from gvi_desktop.domain.notification import TeamMember
from ui.kit.fields.text import LinesField


class TeamField(LinesField):
    """`Polisen, Eva Ek` is a member of an agency with a name, `Polisen` one without."""

    def value(self) -> Any:
        """The members, as the record wants them."""
        found = []
        for line in super().value():
            agency, _, name = line.partition(",")
            found.append(TeamMember(agency.strip(), name.strip()))
        return tuple(found)

    def set_value(self, value: Any) -> None:
        """Take members."""
        super().set_value([", ".join(part for part in (one.agency, one.name) if part) for one in value or ()])

    def restore(self, state: Any) -> None:
        """Take the lines as they were typed."""
        super().set_value(state)
