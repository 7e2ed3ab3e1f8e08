"""The register's entries for a bundle: on which ground it leaves, and one entry for each contact it goes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureProblem, problems
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY, Ground
from gvi_desktop.services.unit import Unit


def ground_of(unit: Unit, wanted: str, same_agency: bool) -> Ground:
    """A ground that holds today; within the agency its own, unless another is wanted. RefusedError."""
    code = wanted or (OWN_AGENCY if same_agency else "")
    found = [one for one in unit.find(Ground) if one.code == code]
    if not found or (code == OWN_AGENCY and not same_agency):
        raise RefusedError(DisclosureProblem.GROUND_UNKNOWN, kind="disclosure", field="ground", name=code)
    holding = next((one for one in found if one.valid(unit.today)), None)
    if holding is None:
        raise RefusedError(DisclosureProblem.GROUND_NOT_VALID, kind="disclosure", field="ground", name=code)
    return holding


def register(unit: Unit, contacts: Iterable[Contact], entry: DisclosureDraft) -> None:
    """Enter what leaves once for each contact. RefusedError when an entry is not whole."""
    for contact in contacts:
        draft = replace(entry, agency=contact.agency, contact=contact.name, peer=contact.peer)
        if found := problems(draft):
            raise RefusedError(found, kind="disclosure")
        unit.add(Disclosure, draft)
        entry = replace(entry, people=frozenset())  # they stand in the first, for all of this bundle (disclosed.py)
