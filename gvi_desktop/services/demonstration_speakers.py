"""The demonstration's speakers: who speaks in which order, with the approved script of their role."""

from __future__ import annotations

from gvi_desktop.domain.script import Audience, Script
from gvi_desktop.domain.speaker import VOICES, SpeakerDraft, SpeakerRole
from gvi_desktop.services import scripts, speakers
from gvi_desktop.services.unit import Unit

AGENCIES = ("Polisen", "Frivården", "Örebro kommun")
OPENING = (
    ("Maria Lund", SpeakerRole.MODERATOR, "Örebro kommun", 5),
    ("Henrik Wall", SpeakerRole.POLICE, "Polisen", 8),
    ("Sara Holmgren", SpeakerRole.PROBATION, "Frivården", 7),
    ("Lars Nyman", SpeakerRole.MUNICIPALITY, "Örebro kommun", 6),
    ("Eva Dahl", SpeakerRole.VOICE_OF_GRIEF, "Egen berättelse", 7),
)
FIRST = (
    *OPENING,
    ("Tommy Berg", SpeakerRole.VOICE_OF_HOPE, "Egen berättelse", 7),
    ("Fatima Said", SpeakerRole.SOCIAL_SERVICES, "Socialtjänsten", 8),
)
SECOND = (
    *OPENING,
    ("Jonas Ask", SpeakerRole.VOICE_OF_REMORSE, "Egen berättelse", 6),
    ("Fatima Said", SpeakerRole.SOCIAL_SERVICES, "Socialtjänsten", 8),
)
HESITATES = "Jonas Ask"
AFTERCARE = "En kurator är med före och efter mötet och ringer två dagar senare."


def approve(unit: Unit) -> int:
    """Every script for call-ins and talks, approved by each agency; returns how many."""
    t = unit.table(Script)
    found = unit.find(Script, t.c.audience.in_([Audience.CALLIN.value, Audience.TALK.value]))
    for script in found:
        for agency in AGENCIES:
            scripts.approve(unit, script.id, agency)
    return len(found)


def engage(unit: Unit, callin: str, programme: tuple[tuple[str, SpeakerRole, str, int], ...]) -> None:
    """Put these speakers in order, each with the script of their role; all but one have said yes."""
    t = unit.table(Script)
    for name, role, agency, minutes in programme:
        own = unit.find(Script, t.c.role == role.value, t.c.language == unit.office.language.value, limit=1)
        draft = SpeakerDraft(
            callin=callin,
            name=name,
            role=role,
            agency=agency,
            minutes=minutes,
            script=own[0].id if own else None,
            agreed=name != HESITATES,
            aftercare=AFTERCARE if role in VOICES else "",
        )
        speakers.add(unit, draft)
