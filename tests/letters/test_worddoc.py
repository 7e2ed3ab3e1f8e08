"""Word documents: a text comes in with its headings, bullets and bold; whatever is not a text is refused."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.letters import worddoc
from gvi_desktop.letters.blocks import BlockKind, build
from gvi_desktop.letters.template import TemplateError, parse


def document(fill: Any) -> bytes:
    made = Document()
    fill(made)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_headings_bullets_bold_and_paragraphs_are_kept() -> None:
    def fill(made: Any) -> None:
        made.add_heading("Mötet", level=1)
        line = made.add_paragraph("Kom ")
        line.add_run("klockan sex").bold = True
        line.add_run(".")
        made.add_paragraph("Legitimation", style="List Bullet")
        made.add_paragraph("Kallelsen", style="List Bullet")
        made.add_paragraph("")
        made.add_paragraph("Hej då, {{first_name}}")

    assert worddoc.body_of(document(fill)) == (
        "# Mötet\n\nKom **klockan sex**.\n\n- Legitimation\n- Kallelsen\n\nHej då, {{first_name}}\n"
    )


def test_a_line_that_only_looks_like_a_sign_stays_a_paragraph() -> None:
    body = worddoc.body_of(document(lambda made: made.add_paragraph("- 5 grader ute")))
    (block,) = build(parse(f"title: x\nheading: x\n---\n{body}").body)
    assert block.kind is BlockKind.paragraph


BROKEN = document(lambda _: None)[:900]


@pytest.mark.parametrize("content", [b"\x00\x01", b"PK\x03\x04x", b"%PDF-1.7", b"{\\rtf1 x}", BROKEN])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(worddoc.UnreadableTextError):
        worddoc.body_of(content)


def test_plain_text_of_an_older_program_is_read_too() -> None:
    assert worddoc.body_of("Välkommen på mötet\r\n".encode("cp1252")) == "Välkommen på mötet\n"


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30), max_size=6))
def test_whatever_stands_in_a_document_a_template_can_be_read_or_says_why(lines: list[str]) -> None:
    body = worddoc.body_of(document(lambda made: [made.add_paragraph(line) for line in lines]))
    try:
        parse(f"title: x\nheading: x\n---\n{body}")
    except TemplateError as refused:
        assert refused.faults
