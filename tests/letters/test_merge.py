"""Merging: values as people read them, conditions, lists; and values never become structure."""

from __future__ import annotations

import pytest
from kit.letters import HEAD as OFFICE
from kit.letters import letter

from gvi_desktop.letters.blocks import BlockKind
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.merge import Merger
from gvi_desktop.letters.template import parse

HEAD = "title: Brev\nheading: Till {{first_name}}\n---\n"


def merged(body, language="sv", **given):
    return Merger(OFFICE, language).merge(parse(HEAD + body), letter(**given))


def said(body, language="sv", **given):
    blocks = merged(body, language, **given).blocks
    return [["".join(run.text for run in cell) for cell in line] for block in blocks for line in block.lines]


@pytest.mark.parametrize(
    ("language", "date", "time"),
    [("sv", "onsdag 20\u00a0maj 2026", "18.00"), ("en", "Wednesday 20\u00a0May 2026", "18:00")],
)
def test_dates_and_times_are_written_out_in_the_readers_way(language, date, time):
    assert said("{{callin_date}}|{{callin_start}}", language) == [[f"{date}|{time}"]]


def test_a_phone_number_is_never_broken_over_two_lines():
    assert said("{{phone}}") == [["019-21\u00a010\u00a000"]]


def test_the_office_fills_its_own_fields():
    assert said("{{parties}} i {{town}}") == [["Polisen, Kriminalvården och Örebro kommun i Örebro"]]


def test_a_condition_that_fails_takes_its_paragraph_with_it():
    body = "Ett\n\n{{#minor}}\nTvå\n{{/minor}}\n{{^minor}}\nTre\n{{/minor}}\n\nFyra"
    assert said(body) == [["Ett"], ["Tre"], ["Fyra"]]
    assert said(body, conditions=frozenset({Condition.minor})) == [["Ett"], ["Två"], ["Fyra"]]


def test_an_optional_field_is_a_condition_of_its_own():
    body = "Kom{{#callin_end}} till {{callin_end}}{{/callin_end}}."
    assert said(body) == [["Kom till 19.00."]]
    assert said(body, callin_end=" ") == [["Kom."]]


def test_a_list_is_repeated_for_each_row():
    body = "|! A | B |\n{{#absent}}\n| **{{absent_code}}** | {{absent_result}} |\n{{/absent}}"
    done = said(body, kind=LetterKind.NO_SHOWS)
    assert done == [["A", "B"], ["Tall-14", "Kom inte"]]


@pytest.mark.parametrize(
    "value", ["# Rubrik", "- punkt", "| a | b |", "**fet**", "> ruta", "{{phone}}", "a\n\n# b", "~ x"]
)
def test_a_value_never_becomes_structure(value):
    blocks = merged("{{first_name}}", first_name=value).blocks
    assert [block.kind for block in blocks] == [BlockKind.paragraph]
    runs = blocks[0].lines[0][0]
    assert [run.text for run in runs] == [value]
    assert not any(run.bold for run in runs)


def test_bold_goes_on_and_off_around_a_field():
    runs = merged("Hej **{{first_name}}!** Du").blocks[0].lines[0][0]
    assert [(run.text, run.bold) for run in runs] == [("Hej ", False), ("Elias", True), ("!", True), (" Du", False)]


def test_every_shape_of_block_is_told_by_its_first_sign():
    body = "Text\nsamma\n\n# Rubrik\n- ett\n- två\n\n| a | b |\n\n> ruta\n\n~ namn"
    assert [block.kind for block in merged(body).blocks] == [
        BlockKind.paragraph,
        BlockKind.heading,
        BlockKind.bullets,
        BlockKind.rows,
        BlockKind.note,
        BlockKind.signature,
    ]
    assert said("Text\nsamma") == [["Text samma"]]


def test_the_next_letter_does_not_get_the_last_ones_values():
    merger = Merger(OFFICE, "sv")
    template = parse(HEAD + "{{first_name}}")
    names = [merger.merge(template, letter(first_name=name)).heading for name in ("Åsa", "Bo", "Åsa")]
    assert names == ["Till Åsa", "Till Bo", "Till Åsa"]
