"""Templates: every fault named with its line, nothing else ever raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.letters import fields, templates
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.letters.template import LONGEST, FaultCode, TemplateError, parse
from gvi_desktop.letters.words import LANGUAGES

HEAD = "title: Brev\nheading: Hej\n---\n"


def faults(body: str) -> list[tuple[int, FaultCode, str, str]]:
    with pytest.raises(TemplateError) as caught:
        parse(HEAD + body)
    return [(fault.line, fault.code, fault.word, fault.suggestion) for fault in caught.value.faults]


def test_an_unknown_field_is_named_with_its_line_and_the_likely_one():
    assert faults("Hej!\n\n{{frist_name}}") == [(6, FaultCode.unknown_field, "frist_name", "first_name")]


def test_lines_are_counted_past_a_condition_that_stands_alone():
    body = "{{#minor}}\nEtt\n{{/minor}}\n{{fel}}"
    assert [fault[:3] for fault in faults(body)] == [(7, FaultCode.unknown_field, "fel")]


def test_a_condition_must_be_closed():
    assert faults("text\n{{#minor}}\ntext")[0][:3] == (5, FaultCode.unclosed, "minor")


def test_a_condition_must_be_opened_first():
    assert faults("text{{/minor}}")[0][:3] == (4, FaultCode.unopened, "minor")


def test_conditions_close_in_order():
    codes = {fault[1] for fault in faults("{{#minor}}{{#interpreter}}x{{/minor}}{{/interpreter}}")}
    assert FaultCode.unopened in codes


def test_a_field_that_must_be_filled_is_no_condition():
    assert faults("{{#first_name}}x{{/first_name}}")[0][1] is FaultCode.unknown_condition


def test_an_unknown_condition_gets_a_suggestion():
    assert faults("{{#minors}}x{{/minors}}")[0][1:] == (FaultCode.unknown_condition, "minors", "minor")


def test_half_a_brace_is_a_fault():
    assert faults("rad\n{{first_name}")[0][:2] == (5, FaultCode.stray_braces)


def test_a_rows_field_belongs_in_its_list():
    assert faults("{{absent_code}}")[0][1:] == (FaultCode.outside_list, "absent_code", "absent")


def test_all_faults_come_at_once_in_the_order_of_lines():
    assert [fault[0] for fault in faults("{{a1}}\n{{#minor}}\n{{b2}}")] == [4, 5, 6]


@pytest.mark.parametrize("text", ["", "title: x\n---\n", "heading: x\nbody", "title: a\nheading: b\nextra: c\n---\n"])
def test_a_header_is_compulsory(text):
    with pytest.raises(TemplateError) as caught:
        parse(text)
    assert caught.value.faults[0].code is FaultCode.no_header


def test_a_template_has_a_longest_length():
    with pytest.raises(TemplateError) as caught:
        parse(HEAD + "x" * LONGEST)
    assert caught.value.faults[0].code is FaultCode.too_long


@given(st.text(alphabet=st.sampled_from("{}#^/ \nminorfst_name|*->~"), max_size=120))
def test_any_text_is_a_template_or_a_list_of_faults(body):
    try:
        template = parse(HEAD + body)
    except TemplateError as error:
        assert error.faults
    else:
        assert all(fields.known(key) for key in template.keys)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_shipped_templates_are_sound_and_within_their_class(kind, language):
    template = templates.shipped(kind, language)
    assert not fields.above_class(kind, template.keys)
    assert template.title in {"Brev", "Kort", "Informationsblad", "Letter", "Card", "Information sheet"}


@pytest.mark.parametrize("kind", LetterKind)
def test_both_languages_say_the_same_fields_and_conditions(kind):
    swedish, english = (templates.shipped(kind, language) for language in LANGUAGES)
    assert swedish.keys == english.keys
    assert set(swedish.switches) == set(english.switches)
