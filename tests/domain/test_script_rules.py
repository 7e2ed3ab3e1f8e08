"""What is measured of a script, and the words its editor points at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.script import Passage, covered, fingerprint, reading_seconds, warnings, words

LISTS = {"threat": ["knäck*", "jaga er"], "legal": ["lag*brott*"], "label": ["bus"]}


def found(text: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(one.code, one.word) for one in warnings(text, LISTS, names)]


def test_a_star_stands_for_any_letters_also_inside_a_word() -> None:
    assert found("Vi knäcker er.") == [("threat", "knäcker")]
    assert found("Ett lagbrott och lagöverbrottet") == [("legal", "lagbrott"), ("legal", "lagöverbrottet")]


def test_a_word_is_met_whole_in_any_case_and_said_where_it_stands() -> None:
    assert found("Busschauffören är ingen bus") == [("label", "bus")]
    assert found("JAGA ER") == [("threat", "JAGA ER")]
    text = "Nej. Vi ska jaga er."
    (one,) = warnings(text, LISTS)
    assert text[one.at : one.at + len(one.word)] == "jaga er"


def test_names_are_met_as_they_are_written() -> None:
    assert found("Norr och norr och Norrköping", ("Norr",)) == [("name", "Norr")]
    assert not found("AB är kort", ("AB",)), "two letters are no name"


def test_only_a_text_that_serves_a_message_covers_it() -> None:
    said = ((Message.ALIVE, "Lev."), (Message.HELP, "  "), (Message.FRAME, "Hej"))
    assert covered(Passage("", message, text) for message, text in said) == {"1"}


def test_130_words_are_said_in_a_minute() -> None:
    assert words(["ett två", "tre"]) == 3
    assert reading_seconds(["ord " * 130]) == 60


@given(st.lists(st.tuples(st.sampled_from(list(Message)), st.text()), max_size=4))
def test_the_checksum_tells_every_other_text_apart(parts: list[tuple[Message, str]]) -> None:
    passages = [Passage("", message, text) for message, text in parts]
    assert fingerprint(passages) == fingerprint(Passage("another title", p.message, p.text) for p in passages)
    assert fingerprint([*passages, Passage("", Message.FRAME, "")]) != fingerprint(passages)
