"""Notes with words to think over, and notes that do not say what they are, are found among all the others."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from kit.people import TODAY, person

from gvi_desktop.domain.help import Help, HelpDraft, HelpKind
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.record import NoteMark
from gvi_desktop.services import notewords, quality, quality_notes
from gvi_desktop.services.quality import Fault
from gvi_desktop.services.workspace import Workspace


def test_notes_that_do_not_say_what_they_are_or_say_what_they_should_not_are_found(office: Workspace) -> None:
    one = person(office, note="Kriminell sedan länge.", note_mark=NoteMark.ASSESSMENT)

    def more(unit: Any) -> None:
        unit.add(Person, PersonDraft(code_name="X1", note="Sågs i Vivalla."))
        unit.add(Person, PersonDraft(code_name="X2", note="Svår DUM I HUVUDET.", note_mark=NoteMark.HEARSAY))
        unit.add(Person, PersonDraft(code_name="X3", note="Dum fråga, dumt svar.", note_mark=NoteMark.FACT))
        unit.add(Help, HelpDraft(person=one, asked_on=TODAY, help_kind=HelpKind.WORK, note="Har missbruk."))

    office.write(more)
    said = {(row.kind, row.title) for row in office.read(quality.findings, Fault.WORDS)}
    assert said == {("person", "P001"), ("person", "X2"), ("help", TODAY.isoformat())}
    assert {row.kind for row in office.read(quality.findings, Fault.UNMARKED)} == {"person", "help"}
    assert office.read(quality.counts)[Fault.UNMARKED] == 2


PARTS = ["dum", "i", "huvudet", "idiotisk", "cp-", "x-cp-y", "gäng", "medlem", "Gängmedlem", "jude", "x"]


@given(st.lists(st.sampled_from(PARTS)))
def test_the_quick_look_at_a_note_misses_nothing(words: list[str]) -> None:
    text = " ".join(words)
    assert quality_notes.suspect(text) == bool(notewords.find(text))
