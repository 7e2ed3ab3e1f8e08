"""Letter texts: an office writes its own, what is wrong is told by line, and what was used never changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from kit.people import person
from kit.vaults import new_vault

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.letter import Letter, LetterKind
from gvi_desktop.domain.lettertext import LetterText, TextStatus
from gvi_desktop.domain.office import Office
from gvi_desktop.letters import templates
from gvi_desktop.letters.fields import Condition
from gvi_desktop.services import letterpictures, letters, lettertextfiles, lettertexts, undo
from gvi_desktop.services.workspace import Workspace

CARD = "card:sv"
NOTICE = "notice:sv"
OWN = "title: Kort\nheading: Kort\n---\n# Hör av dig\n\nVi svarar när du vill.\n\n> {{phone}}\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "a.gvi")
    opened.write(lambda unit: unit.change(Office, unit.office.id, phone="019-21 10 00"))
    yield opened
    opened.close()


def page(pdf: bytes) -> str:
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    return str(text).replace("\r\n", "\n")


def used(office: Workspace, line: str, text: str) -> None:
    office.write(lettertexts.keep, line, text)
    office.write(lettertexts.take_into_use, line)


def cards(office: Workspace) -> letters.Made:
    return office.write(letters.make, office.read(letters.prepare, LetterKind.CARD, "sv", count=8))


def test_without_a_text_of_its_own_an_office_has_the_programs(office: Workspace) -> None:
    lines = {line.id: line for line in office.read(lettertexts.listed)}
    assert set(lines) >= {f"{kind.value}:{language}" for kind in LetterKind for language in ("sv", "en")}
    assert all(line.used is None and line.draft is None for line in lines.values())
    assert office.read(lettertexts.view, CARD).text == templates.source(LetterKind.CARD, "sv")


def test_letters_are_written_with_a_text_once_it_is_taken_into_use(office: Workspace) -> None:
    office.write(lettertexts.keep, CARD, OWN)
    assert "Hör av dig" not in page(cards(office).pdf), "a draft is nobody's letter"
    office.write(lettertexts.take_into_use, CARD)
    assert "Hör av dig" in page(cards(office).pdf)
    first, second = sorted(office.read(lambda unit: unit.find(Letter)), key=lambda one: one.number)
    assert first.template_version != second.template_version
    office.write(lettertexts.back_to_shipped, CARD)
    assert "Hör av dig" not in page(cards(office).pdf)


def test_a_text_in_use_never_changes_a_new_version_follows_it(office: Workspace) -> None:
    used(office, CARD, OWN)
    used(office, CARD, OWN.replace("när du vill", "varje dag"))
    view = office.read(lettertexts.view, CARD)
    assert [(one.version, one.status) for one in view.versions] == [
        (2, TextStatus.IN_USE),
        (1, TextStatus.RETIRED),
    ]
    assert view.versions[1].text == OWN and view.versions[0].supersedes == view.versions[1].id


def test_a_faulty_text_may_be_kept_but_not_taken_into_use(office: Workspace) -> None:
    office.write(lettertexts.keep, CARD, OWN.replace("{{phone}}", "{{phnoe}}"))
    with pytest.raises(RefusedError) as refused:
        office.write(lettertexts.take_into_use, CARD)
    said = [str(problem.data["fault"]) for problem in refused.value.problems]
    assert said == ["Rad 8: fältet ”phnoe” finns inte. Menade du ”phone”?"]
    assert office.read(lettertexts.view, CARD).line.used is None


@pytest.mark.parametrize(
    ("line", "text", "code", "at"),
    [
        (CARD, OWN.replace("Vi svarar", "GVI svarar"), "endangering_word", 6),
        (CARD, OWN + "{{first_name}}\n", "above_class", 9),
        (NOTICE, OWN + "{{#services}}{{service_name}}{{/services}}\n", "", 0),
        (NOTICE, OWN + "你\n", "missing_glyph", 9),
        (NOTICE, OWN + "{{#minor}}aldrig slut\n", "unclosed", 9),
        (NOTICE, OWN + "{{/minor}}\n", "unopened", 9),
        (NOTICE, OWN + "{{#minr}}x{{/minr}}\n", "unknown_condition", 9),
        (NOTICE, OWN + "{{absent_code}}\n", "outside_list", 9),
        (NOTICE, OWN + "}} ensam\n", "stray_braces", 9),
        (NOTICE, "Ingen början", "no_header", 1),
    ],
)
def test_each_fault_is_told_with_its_line(office: Workspace, line: str, text: str, code: str, at: int) -> None:
    found = office.read(lettertexts.look, line, text).faults
    assert [(fault.code.value, fault.line) for fault in found][:1] == ([(code, at)] if code else [])
    for language in ("sv", "en"):
        assert all(lettertexts.sentence(fault, language) for fault in found)


def test_who_writes_sees_the_page_as_it_will_be_and_nothing_is_recorded(office: Workspace) -> None:
    text = templates.source(LetterKind.NOTICE, "sv")
    plain = office.read(lettertexts.look, NOTICE, text).pdf
    young = office.read(lettertexts.look, NOTICE, text, [Condition.minor]).pdf
    assert plain and young and "under 18" in page(young) and "under 18" not in page(plain)
    assert not office.read(lettertexts.look, NOTICE, text + "{{").pdf
    assert not office.read(lambda unit: unit.find(Letter)) and not office.read(lambda unit: unit.find(LetterText))


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_kind_can_be_shown_with_samples(office: Workspace, kind: LetterKind) -> None:
    for language in ("sv", "en"):
        text = templates.source(kind, language)
        assert office.read(lettertexts.look, f"{kind.value}:{language}", text, tuple(Condition)).pdf


def test_a_speaker_signs_the_text_they_have_read(office: Workspace) -> None:
    office.write(lettertexts.sign_off, CARD, "Amina Yusuf")
    line = office.read(lettertexts.view, CARD).line
    assert line.used is not None and line.used.reviewed_by == "Amina Yusuf" and line.used.reviewed_on is not None
    assert line.used.text == templates.source(LetterKind.CARD, "sv")
    used(office, CARD, OWN)
    assert office.read(lettertexts.view, CARD).line.used.reviewed_by == "", "another text has not been read by anybody"  # type: ignore[union-attr]
    with pytest.raises(RefusedError):
        office.write(lettertexts.sign_off, CARD, "  ")


def test_taking_into_use_is_one_step_that_can_be_undone(office: Workspace) -> None:
    used(office, CARD, OWN)
    used(office, CARD, OWN.replace("när du vill", "varje dag"))
    office.write(undo.undo)
    view = office.read(lettertexts.view, CARD)
    assert view.line.used is not None and view.line.used.version == 1
    assert view.line.draft is not None and view.line.draft.version == 2


def test_a_long_letter_of_ones_own_is_refused_where_it_is_printed(office: Workspace) -> None:
    someone = person(office)
    used(office, "notification:sv", OWN + "Rad.\n\n" * 300)
    found = office.read(letters.prepare, LetterKind.NOTIFICATION, "sv", person=someone)
    assert "too_many_pages" in {stop.code for stop in found.stops}


def test_a_text_comes_in_from_a_word_document_under_its_head(office: Workspace, tmp_path: Path) -> None:
    made = Document()
    made.add_heading("Nytt", level=1)
    made.add_paragraph("Ring {{phone}}.")
    made.save(str(tmp_path / "text.docx"))
    text = lettertextfiles.read(tmp_path / "text.docx", OWN)
    assert text == "title: Kort\nheading: Kort\n---\n# Nytt\n\nRing {{phone}}.\n"
    assert not office.read(lettertexts.look, CARD, text).faults
    with pytest.raises(VaultError):
        lettertextfiles.read(tmp_path / "nothing.docx", OWN)
    (tmp_path / "bad.docx").write_bytes(b"\x00\x00")
    with pytest.raises(RefusedError):
        lettertextfiles.read(tmp_path / "bad.docx", OWN)


def test_one_letter_goes_out_as_a_word_document_and_is_a_disclosure(office: Workspace, tmp_path: Path) -> None:
    someone = person(office, "Elias", "Öberg")
    order = office.read(letters.prepare, LetterKind.NOTIFICATION, "sv", person=someone)
    assert not order.stops
    office.write(lettertextfiles.save_word, order, tmp_path / "brev.docx")
    said = "\n".join(one.text for one in Document(str(tmp_path / "brev.docx")).paragraphs)
    assert "Elias" in said and "{{" not in said
    assert len(office.read(lambda unit: unit.find(Disclosure))) == 1
    assert not office.read(lambda unit: unit.find(Letter))
    with pytest.raises(VaultError):
        office.write(lettertextfiles.save_word, order, tmp_path / "nowhere" / "brev.docx")
    assert len(office.read(lambda unit: unit.find(Disclosure))) == 1


@pytest.mark.long
def test_every_kind_in_every_language_becomes_a_picture(office: Workspace, tmp_path: Path) -> None:
    drawn = office.read(letterpictures.pictures, tmp_path / "samples")
    firsts = [one.stem for one in drawn if not one.stem[-1].isdigit()]
    assert firsts == [line.id.replace(":", "-") for line in office.read(lettertexts.listed)]
    written = {kind for kind in LetterKind if kind is not LetterKind.NO_SHOWS}
    assert {(kind.value, tongue) for kind in written for tongue in (*templates.LANGUAGES, *templates.READERS)} <= {
        tuple(one.rsplit("-", 1)) for one in firsts
    }
    assert all(one.read_bytes().startswith(b"\x89PNG") and one.stat().st_size > 5000 for one in drawn)


def test_a_text_a_speaker_has_signed_is_no_longer_told_of_when_letters_are_made(office: Workspace) -> None:
    someone = person(office, "Elias", "Öberg", language="arabiska")
    asked = {"kind": LetterKind.NOTIFICATION, "person": someone}
    assert office.read(letters.prepare, **asked).unreviewed == ("ar",)
    office.write(lettertexts.sign_off, "notification:ar", "Amina Yusuf")
    order = office.read(letters.prepare, **asked)
    assert order.unreviewed == () and not order.stops
    assert order.letters[0].letter.text == templates.source(LetterKind.NOTIFICATION, "ar")
