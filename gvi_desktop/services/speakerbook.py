"""The register of speakers: everybody who spoke or will speak at a call-in, and whose aftercare waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.errors import NotFoundError, Problem, RefusedError
from gvi_desktop.domain.speaker import Speaker, SpeakerProblem, SpeakerRole
from gvi_desktop.services import listing
from gvi_desktop.services.pickers import SHOWN, Choice
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words


@dataclass(frozen=True)
class Speech:
    """One appearance: the speaker's record in a call-in, and the call-in."""

    speaker: Speaker
    callin: Callin


@dataclass(frozen=True)
class KnownSpeaker:
    """Somebody of the register: speeches latest first, agency and contact as noted last, `times` at meetings held."""

    name: str
    roles: tuple[SpeakerRole, ...]
    agency: str
    contact: str
    times: int
    last_on: date | None
    next_on: date | None
    speeches: tuple[Speech, ...]
    care: tuple[Speech, ...]
    """Speeches after which somebody should have got in touch and has not yet."""

    @property
    def id(self) -> str:
        """The id of the latest speech."""
        return self.speeches[0].speaker.id


@dataclass(frozen=True)
class CareDue:
    """A speaker to get in touch with after a meeting, by which day, and whether that day has passed."""

    id: str
    name: str
    callin: str
    number: int | None
    due_on: date
    late: bool
    note: str


def people(unit: Unit, text: str = "") -> list[KnownSpeaker]:
    """Everybody (or those whose name the text finds), by name; the same name with another contact is somebody else."""
    found = [_known(unit, group) for group in _persons(_speeches(unit, text))]
    return sorted(found, key=lambda one: (one.name.casefold(), one.contact.casefold()))


def options(unit: Unit, text: str) -> list[Choice]:
    """Who may be meant while a name is typed; the note says role, agency and when they spoke last."""
    words = Words(unit.office.language.value)
    made = []
    for one in people(unit, text)[:SHOWN]:
        last = one.last_on.isoformat() if one.last_on else ""
        note = " · ".join(part for part in (words.value(one.roles[0]), one.agency, last) if part)
        made.append(Choice(one.id, one.name, note))
    return made


def known(unit: Unit, speaker_id: str) -> KnownSpeaker:
    """Somebody by the id of one of their speeches; NotFoundError when that is at a call-in that was cancelled since."""
    name = unit.get(Speaker, speaker_id).name
    for text in (name, ""):  # of a name without letters the search finds nothing
        for one in people(unit, text):
            if any(speech.speaker.id == speaker_id for speech in one.speeches):
                return one
    raise NotFoundError("record_not_found", kind="speaker")


def care_due(unit: Unit) -> list[CareDue]:
    """Aftercare that waits after meetings that were held, what has waited longest first."""
    s = unit.table(Speaker).c
    found = unit.find(Speaker, s.aftercare_on.is_not(None), s.aftercare_done_on.is_(None))
    callins = unit.by_ids(Callin, {one.callin for one in found})
    due = []
    for one in found:
        callin = callins.get(one.callin or "")
        if callin is not None and callin.ended and one.aftercare_on is not None:
            late = one.aftercare_on < unit.today
            due.append(CareDue(one.id, one.name, callin.id, callin.number, one.aftercare_on, late, one.aftercare))
    return sorted(due, key=lambda one: (one.due_on, one.name.casefold()))


def give_care(unit: Unit, speaker_id: str, on: date | None = None) -> None:
    """Somebody has been in touch with the speaker, today or on an earlier day after the meeting."""
    unit.title = "speaker.care"
    speaker, day = unit.get(Speaker, speaker_id), on or unit.today
    callin = unit.get(Callin, speaker.callin)
    if day > unit.today:
        raise RefusedError([Problem("in_future", "aftercare_done_on")], kind="speaker")
    if not callin.ended or (callin.on is not None and day < callin.on):
        raise RefusedError([Problem(SpeakerProblem.CARE_BEFORE_MEETING, "aftercare_done_on")], kind="speaker")
    unit.change(Speaker, speaker_id, aftercare_done_on=day)


# ------------------------------------------------------------------ inside


def _speeches(unit: Unit, text: str) -> list[Speech]:
    """Speeches of call-ins that were not cancelled, the latest meeting first."""
    where = [listing.among(unit.table(Speaker).c.id, listing.matching(unit, Speaker, text))] if text.strip() else []
    found = unit.find(Speaker, *where)
    callins = unit.by_ids(Callin, {one.callin for one in found})
    made = [Speech(one, callins[one.callin]) for one in found if one.callin in callins]
    kept = [one for one in made if one.callin.status is not CallinStatus.CANCELLED and one.speaker.name.strip()]
    return sorted(kept, key=lambda one: (str(one.callin.on or ""), one.speaker.id), reverse=True)


def _persons(speeches: Iterable[Speech]) -> list[list[Speech]]:
    """Speeches by person: one name, and no two different contacts; speeches without a contact go with the latest."""
    by_name: dict[str, list[Speech]] = {}
    for one in speeches:
        by_name.setdefault(_folded(one.speaker.name), []).append(one)
    persons: list[list[Speech]] = []
    for same in by_name.values():
        contacts = list(dict.fromkeys(key for one in same if (key := _folded(one.speaker.contact))))
        first = contacts[0] if contacts else ""
        for contact in contacts or [""]:
            persons.append([one for one in same if (_folded(one.speaker.contact) or first) == contact])
    return persons


def _known(unit: Unit, speeches: Sequence[Speech]) -> KnownSpeaker:
    latest = speeches[0].speaker
    held = [one for one in speeches if one.callin.ended]
    ahead = [one.callin.on for one in speeches if one.callin.ahead and one.callin.on and one.callin.on >= unit.today]
    dates = [one.callin.on for one in held if one.callin.on] + [
        one.speaker.last_spoke_on for one in speeches if one.speaker.last_spoke_on
    ]
    waits = [one for one in held if one.speaker.aftercare_on and one.speaker.aftercare_done_on is None]
    return KnownSpeaker(
        name=latest.name,
        roles=tuple(dict.fromkeys(one.speaker.role for one in speeches)),
        agency=next((one.speaker.agency for one in speeches if one.speaker.agency), ""),
        contact=next((one.speaker.contact for one in speeches if one.speaker.contact), ""),
        times=len(held),
        last_on=max(dates, default=None),
        next_on=min(ahead, default=None),
        speeches=tuple(speeches),
        care=tuple(waits),
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
