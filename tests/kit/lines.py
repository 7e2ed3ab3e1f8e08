"""Made-up calls, help, incidents and focus rounds, complete enough for the rules."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from gvi_desktop.domain.focus import Exclusion, FocusDraft
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.help import HelpDraft, HelpKind
from gvi_desktop.domain.incident import IncidentDraft
from gvi_desktop.domain.measure import MeasureDraft
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.domain.phonecall import Need, PhonecallDraft
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services import people
from gvi_desktop.services.unit import Unit

TODAY = date(2026, 11, 22)
"""The day at whose noon (UTC) test clocks stand: in Örebro it is 13:00."""


def call(**more: Any) -> PhonecallDraft:
    """An anonymous caller who wants to leave."""
    return PhonecallDraft(**{"on": TODAY, "at": time(12, 30), "need": Need.EXIT, **more})


def wish(**more: Any) -> HelpDraft:
    """Somebody anonymous wants a job."""
    values = {"anonymous": True, "asked_on": TODAY, "asked_at": time(12, 0), "help_kind": HelpKind.WORK}
    return HelpDraft(**{**values, **more})


def incident(**more: Any) -> IncidentDraft:
    return IncidentDraft(**{"on": TODAY - timedelta(days=2), "area": "Vivalla", **more})


def focus(group: str, **more: Any) -> FocusDraft:
    """A round that starts today, decided by the steering group."""
    values = {
        "group": group,
        "decided_by": "Styrgruppen",
        "decided_on": TODAY,
        "basis": "Skjutningen tillskrivs gruppen.",
        "certainty": Certainty.LIKELY,
        "start_on": TODAY,
        "review_on": TODAY + timedelta(days=14),
        "proportionality": "Åtgärderna är ordinarie befogenheter.",
        "exclusions": frozenset(Exclusion),
    }
    return FocusDraft(**{**values, **more})


def measure(focus_id: str, **more: Any) -> MeasureDraft:
    values = {"agency": "Polisen", "what": "Synlig närvaro", "legal_ground": "Polislagen 2 §"}
    return MeasureDraft(**{"focus": focus_id, **values, **more})


def add_group(unit: Unit, name: str) -> str:
    return unit.add(Group, GroupDraft(name=name)).id


def add_person(unit: Unit, code: str) -> str:
    return people.add(unit, PersonDraft(code_name=code, birth_year=1999))
