"""The register of agencies and associations that take part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from gvi_desktop.domain.agency import Agency, AgencyDraft, AgencyKind, AgencyProblem, problems
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.services import listing
from gvi_desktop.services.unit import Unit


def add(unit: Unit, draft: AgencyDraft) -> str:
    """A new agency; its name stands once in the register."""
    return unit.add(Agency, _checked(unit, draft)).id


def change(unit: Unit, agency_id: str, draft: AgencyDraft) -> str:
    """Set what is known of an agency."""
    stored = unit.get(Agency, agency_id)
    unit.put(Agency, agency_id, _checked(unit, replace(draft, imported=stored.imported), agency_id))
    return agency_id


def remove(unit: Unit, agency_id: str) -> None:
    """Take an agency out of the register; undo brings it back. Records name agencies in words and keep them."""
    unit.remove(Agency, unit.get(Agency, agency_id).id)


def get(unit: Unit, agency_id: str) -> Agency:
    """One agency."""
    return unit.get(Agency, agency_id)


def listed(unit: Unit) -> list[Agency]:
    """All agencies by name."""
    return unit.find(Agency, order_by=unit.table(Agency).c.sort_text)


def ids(unit: Unit, text: str = "", sort: str = "", descending: bool = False) -> Sequence[str]:
    """Ids of the agencies that match, by name."""
    return listing.ids(unit, Agency, text=text, sort=sort or "sort_text", descending=descending)


def names(unit: Unit) -> list[str]:
    """Names for suggestions: the office's own agency first, then the register."""
    a = unit.table(Agency).c
    known = unit.connection.execute(select(a.name).where(a.removed == 0).order_by(a.sort_text)).scalars()
    return list(dict.fromkeys(name for name in (unit.office.agency, *known) if name))


def kind_of(unit: Unit, name: str) -> AgencyKind | None:
    """What kind an agency of that name is, if the register or the office knows it."""
    if name.casefold() == unit.office.agency.casefold():
        return unit.office.agency_kind
    found = next((one for one in listed(unit) if one.name.casefold() == name.casefold()), None)
    return found.agency_kind if found else None


def _checked(unit: Unit, draft: AgencyDraft, own_id: str = "") -> AgencyDraft:
    found = list(problems(draft))
    name = draft.name.strip()
    if any(one.name.casefold() == name.casefold() and one.id != own_id for one in listed(unit)):
        found.append(Problem(AgencyProblem.NAME_TAKEN, "name", {"name": name}))
    if found:
        raise RefusedError(found, kind="agency")
    return replace(draft, name=name)
