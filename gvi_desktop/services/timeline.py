"""Everything that happened around one person or one group on one time line, as records, newest first."""

from __future__ import annotations

from gvi_desktop.services import timeline_group, timeline_person
from gvi_desktop.services.moment import MOST, Moment, newest_first, visible
from gvi_desktop.services.unit import Unit

__all__ = ["MOST", "Moment", "of_group", "of_person", "visible"]


def of_person(unit: Unit, person_id: str, most: int | None = MOST) -> list[Moment]:
    """Call-ins, visits and their follow-ups, rounds, links, letters, disclosures, rights cases, tasks and reviews; help
    and calls only where the person has consented. The newest `most`, or all (None)."""
    return newest_first(timeline_person.sources(unit, person_id, most), most)


def of_group(unit: Unit, group_id: str, most: int | None = MOST) -> list[Moment]:
    """Visits to its members and their follow-ups, call-ins, rounds, links, conflicts and alliances, disclosures, tasks
    and reviews; incidents and focus rounds if the user may. The newest `most`, or all (None)."""
    return newest_first(timeline_group.sources(unit, group_id, most), most)
