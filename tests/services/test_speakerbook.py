"""The register of speakers over all call-ins, and their aftercare."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from kit.callins import DAY, add_callin, go, ready_callin
from kit.vaults import SettableClock

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.speaker import SpeakerDraft, SpeakerRole
from gvi_desktop.services import callins, speakerbook, speakers
from gvi_desktop.services.workspace import Workspace


def held_with_a_voice(ws: Workspace, clock: SettableClock) -> tuple[str, str]:
    """A call-in that was held, and the speaker of it who shared a story of their own."""
    made = ready_callin(ws)
    voice = ws.read(speakers.get, made.speakers[2])
    named = replace(voice, name="Eva Dahl", role=SpeakerRole.VOICE_OF_GRIEF, contact="eva@exempel.se")
    ws.write(speakers.change, voice.id, named)
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(callins.hold, made.id)
    return made.id, voice.id


def test_somebody_stands_once_in_the_register_with_all_their_speeches(ws: Workspace, clock: SettableClock) -> None:
    held, _ = held_with_a_voice(ws, clock)
    later = ws.write(add_callin, DAY + timedelta(days=180))
    ws.write(speakers.add, SpeakerDraft(callin=later, name="eva  dahl", role=SpeakerRole.VOICE_OF_HOPE))
    (eva,) = ws.read(speakerbook.people, "dahl")
    assert eva.times == 1 and eva.last_on == DAY and eva.next_on == DAY + timedelta(days=180)
    assert {speech.callin.id for speech in eva.speeches} == {held, later}
    assert set(eva.roles) == {SpeakerRole.VOICE_OF_GRIEF, SpeakerRole.VOICE_OF_HOPE}
    assert ws.read(speakerbook.known, eva.id).contact == "eva@exempel.se"
    ws.write(speakers.add, SpeakerDraft(callin=later, name="Eva Dahl", contact="070-111 11 11"))
    assert len(ws.read(speakerbook.people, "dahl")) == 2  # another contact is another person
    assert ws.read(speakerbook.people, "finns inte") == []


def test_a_name_is_completed_from_the_register(ws: Workspace, clock: SettableClock) -> None:
    held_with_a_voice(ws, clock)
    (choice,) = ws.read(speakerbook.options, "eva")
    assert (choice.text, choice.note.endswith(DAY.isoformat())) == ("Eva Dahl", True)


def test_speakers_of_a_cancelled_call_in_have_not_spoken(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(callins.cancel, made.id, "Avbrutet.")
    assert ws.read(speakerbook.people) == []


def test_whoever_shared_a_story_is_called_within_two_days_of_the_meeting(ws: Workspace, clock: SettableClock) -> None:
    _, voice = held_with_a_voice(ws, clock)
    (due,) = ws.read(speakerbook.care_due)
    assert (due.name, due.due_on, due.late) == ("Eva Dahl", DAY + timedelta(days=2), False)
    clock.move(days=3)
    assert ws.read(speakerbook.care_due)[0].late
    assert ws.read(speakerbook.people, "eva")[0].care
    ws.write(speakerbook.give_care, voice)
    assert ws.read(speakerbook.care_due) == [] and ws.read(speakerbook.people, "eva")[0].care == ()
    assert ws.read(speakers.get, voice).aftercare_done_on == DAY + timedelta(days=3)


def test_another_day_that_was_agreed_on_for_aftercare_is_kept(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    first = ws.read(speakers.get, made.speakers[0])
    ws.write(speakers.change, first.id, replace(first, aftercare_on=DAY + timedelta(days=9)))
    assert ws.read(speakerbook.care_due) == []  # nothing is due before the meeting
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(callins.hold, made.id)
    assert [one.due_on for one in ws.read(speakerbook.care_due)] == [DAY + timedelta(days=9)]


def test_aftercare_is_given_after_the_meeting_and_not_ahead_of_today(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    with pytest.raises(RefusedError, match="speaker_care_before_meeting"):
        ws.write(speakerbook.give_care, made.speakers[0])
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(callins.hold, made.id)
    with pytest.raises(RefusedError, match="speaker_care_before_meeting"):
        ws.write(speakerbook.give_care, made.speakers[0], DAY - timedelta(days=1))
    with pytest.raises(RefusedError, match="in_future"):
        ws.write(speakerbook.give_care, made.speakers[0], DAY + timedelta(days=1))
