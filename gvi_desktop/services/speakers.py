"""Speakers: their order, minutes and scripts, against the hour there is and the three messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import func, select

from gvi_desktop.domain.callin import LENGTH_MINUTES, Callin, CallinStatus, closed
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.script import Audience, Script, ScriptStatus, covered
from gvi_desktop.domain.speaker import (
    AFTERCARE_DAYS,
    VOICES,
    Speaker,
    SpeakerDraft,
    SpeakerProblem,
    problems,
    total_minutes,
)
from gvi_desktop.services.pickers import SHOWN, Choice
from gvi_desktop.services.readiness import order
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import sound

DETAILS = (
    *("name", "role", "agency", "contact", "minutes", "script", "agreed", "last_spoke_on"),
    *("aftercare", "aftercare_mark", "aftercare_on"),
)
"""Fields of the form; order, what was said and whether care was given have acts of their own."""


@dataclass(frozen=True)
class SpeakerLine:
    """A speaker with what is said of the script, and the messages the script covers once it is approved."""

    speaker: Speaker
    script_title: str = ""
    script_status: ScriptStatus | None = None
    covers: frozenset[str] = frozenset()
    script_sha256: str = ""
    """The fingerprint of the script as it is stored now; of a draft none."""

    @property
    def id(self) -> str:
        """The speaker's id."""
        return self.speaker.id


@dataclass(frozen=True)
class Programme:
    """All speakers in order; minutes of speech and changes of speaker; messages covered by approved scripts."""

    lines: tuple[SpeakerLine, ...]
    minutes: int
    covered: frozenset[str]
    limit: int = LENGTH_MINUTES


def get(unit: Unit, speaker_id: str) -> Speaker:
    """The speaker with that id."""
    return unit.get(Speaker, speaker_id)


def programme(unit: Unit, callin_id: str) -> Programme:
    """Who speaks, in order, how long, and which messages approved scripts cover."""
    found = sorted(unit.find(Speaker, unit.table(Speaker).c.callin == callin_id), key=order)
    scripts = unit.by_ids(Script, {one.script for one in found})
    lines = tuple(_line(one, scripts.get(one.script or "")) for one in found)
    minutes = total_minutes([one.minutes for one in found])
    return Programme(lines, minutes, frozenset().union(*(line.covers for line in lines)))


def _line(speaker: Speaker, script: Script | None) -> SpeakerLine:
    if script is None:
        return SpeakerLine(speaker)
    # A draft's blocks may still change: only what was approved counts.
    covers = covered(script.passages) if script.status is ScriptStatus.APPROVED else frozenset()
    return SpeakerLine(speaker, script.title, script.status, covers, script.sha256)


def script_options(unit: Unit, text: str) -> list[Choice]:
    """Scripts for call-ins whose title holds the text, approved ones first, in the office's language first."""
    s, language = unit.table(Script).c, unit.office.language.value
    found = unit.find(Script, s.audience == Audience.CALLIN.value, s.status != ScriptStatus.RETIRED.value)
    fits = [one for one in found if text.casefold() in one.title.casefold()]
    ranked = sorted(
        fits, key=lambda one: (one.status is not ScriptStatus.APPROVED, one.language != language, one.title.casefold())
    )
    return [_choice(one) for one in ranked[:SHOWN]]


def resolve_scripts(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known scripts."""
    found = unit.by_ids(Script, ids)
    return [_choice(found[one]) for one in ids if one in found]


def _choice(script: Script) -> Choice:
    return Choice(script.id, script.title, f"{script.language} · {script.version}")


# ------------------------------------------------------------------ writing


def add(unit: Unit, draft: SpeakerDraft) -> str:
    """A further speaker, after those there are; when the person spoke last is filled in."""
    callin = _open(unit, draft.callin)
    s = unit.table(Speaker).c
    last = unit.connection.execute(select(func.max(s.position)).where(s.callin == callin.id, s.removed == 0)).scalar()
    spoke = draft.last_spoke_on or last_spoke(unit, draft.name)
    draft = replace(draft, position=(last or 0) + 1, last_spoke_on=spoke)
    _check(unit, draft)
    return unit.add(Speaker, draft).id


def change(unit: Unit, speaker_id: str, draft: SpeakerDraft) -> str:
    """Change a speaker; the place in the order stays, and so does the script once it has been read out."""
    speaker = unit.get(Speaker, speaker_id)
    _refuse_said(unit, speaker, draft.script)
    changed = replace(speaker, **{name: getattr(draft, name) for name in DETAILS})
    _check(unit, changed, speaker.script)
    unit.put(Speaker, speaker_id, changed)
    return speaker_id


def remove(unit: Unit, speaker_id: str) -> None:
    """Take a speaker out of the programme."""
    _open(unit, unit.get(Speaker, speaker_id).callin)
    unit.remove(Speaker, speaker_id)


def reorder(unit: Unit, callin_id: str, ids: Sequence[str]) -> None:
    """Speak in this order; speakers not named follow in the order they had."""
    unit.title = "speaker.reorder"
    _open(unit, callin_id)
    found = sorted(unit.find(Speaker, unit.table(Speaker).c.callin == callin_id), key=order)
    known = {one.id for one in found}
    wanted = [one for one in dict.fromkeys(ids) if one in known]
    wanted += [one.id for one in found if one.id not in wanted]
    for position, speaker_id in enumerate(wanted, 1):
        unit.change(Speaker, speaker_id, position=position)


def shift(unit: Unit, speaker_id: str, steps: int) -> None:
    """Earlier (negative) or later by so many places."""
    callin_id = unit.get(Speaker, speaker_id).callin or ""
    ids = [line.id for line in programme(unit, callin_id).lines]
    at = ids.index(speaker_id)
    ids.insert(max(0, min(len(ids) - 1, at + steps)), ids.pop(at))
    reorder(unit, callin_id, ids)


def confirm(unit: Unit, speaker_id: str, agreed: bool = True) -> None:
    """The speaker has said yes (or takes it back)."""
    unit.title = "speaker.confirm"
    unit.get(Speaker, speaker_id)
    unit.change(Speaker, speaker_id, agreed=agreed)


def assign(unit: Unit, speaker_id: str, script_id: str | None) -> None:
    """What the speaker says."""
    unit.title = "speaker.assign"
    speaker = unit.get(Speaker, speaker_id)
    _refuse_said(unit, speaker, script_id)
    _check(unit, replace(speaker, script=script_id), speaker.script)
    unit.change(Speaker, speaker_id, script=script_id)


def pin(unit: Unit, callin: Callin) -> None:
    """The meeting has been held: what each speaker said, by version and SHA-256, and by when the voices are called."""
    found = unit.find(Speaker, unit.table(Speaker).c.callin == callin.id)
    scripts = unit.by_ids(Script, {one.script for one in found})
    for one in found:
        values: dict[str, object] = {}
        if (script := scripts.get(one.script or "")) is not None:
            values = {"said_version": f"v{script.version}", "said_sha256": script.sha256}
        if one.role in VOICES and one.aftercare_on is None and callin.on is not None:
            values["aftercare_on"] = callin.on + timedelta(days=AFTERCARE_DAYS)
        unit.change(Speaker, one.id, **values)


def _refuse_said(unit: Unit, speaker: Speaker, script_id: str | None) -> None:
    if script_id != speaker.script and unit.get(Callin, speaker.callin).ended:
        raise RefusedError([Problem(SpeakerProblem.SAID_IS_PINNED, "script")], kind="speaker")


def last_spoke(unit: Unit, name: str) -> date | None:
    """When somebody of that name last spoke at a call-in that was held."""
    s, c = unit.table(Speaker).c, unit.table(Callin).c
    held = (CallinStatus.HELD.value, CallinStatus.FOLLOWED_UP.value)
    query = (
        select(func.max(c.on))
        .join(unit.table(Speaker), s.callin == c.id)
        .where(s.name == sound(name.strip()), s.removed == 0, c.removed == 0, c.status.in_(held))
    )
    found = unit.connection.execute(query).scalar()
    return date.fromisoformat(found) if found else None


def _check(unit: Unit, draft: SpeakerDraft, before: str | None = None) -> None:
    """A script that is chosen now must be for call-ins and not retired; one that was chosen then stays."""
    found = list(problems(draft))
    if draft.script and draft.script != before:
        script = unit.get(Script, draft.script)
        if script.audience is not Audience.CALLIN:
            found.append(Problem(SpeakerProblem.SCRIPT_NOT_FOR_CALLIN, "script"))
        if script.status is ScriptStatus.RETIRED:
            found.append(Problem(SpeakerProblem.SCRIPT_RETIRED, "script"))
    if found:
        raise RefusedError(found, kind="speaker")


def _open(unit: Unit, callin_id: str | None) -> Callin:
    callin = unit.get(Callin, callin_id)
    if found := closed(callin):
        raise RefusedError(found, kind="callin")
    return callin
