"""The help directory: who stands in it, in which words, and the handout in several languages."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pikepdf.pdfa
import pytest
from kit import structure
from kit.letters import pages
from kit.letters import text as words_of

from gvi_desktop.domain.agency import AgencyDraft, AgencyKind, Offer
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.user import Role, User
from gvi_desktop.letters.words import keys
from gvi_desktop.services import agencies, directory, lettertexts
from gvi_desktop.services.papers import Order
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import journal

TITLES = ("Hit kan du vända dig", "Where you can turn", "", "Halka aad")


def agency(ws: Workspace, name: str, kind: AgencyKind = AgencyKind.SOCIAL_SERVICES, **more: Any) -> str:
    return ws.write(agencies.add, AgencyDraft(name=name, agency_kind=kind, **more))


def names(ws: Workspace, language: str = "sv") -> list[str]:
    return [one.name for one in ws.read(directory.listed, language).entries]


def test_all_who_help_stand_there_until_somebody_is_put_in(ws: Workspace) -> None:
    agency(ws, "Öppenvården", phone="019-21 20 00")
    agency(ws, "Utan telefon")
    agency(ws, "Polisen", AgencyKind.POLICE, phone="114 14")
    assert names(ws) == ["Öppenvården"] and not ws.read(directory.listed, "sv").chosen
    agency(ws, "Bostadsbolaget", AgencyKind.OTHER, in_directory=True)
    assert names(ws) == ["Bostadsbolaget"] and ws.read(directory.listed, "sv").chosen


def test_an_agency_speaks_for_itself_where_it_can_and_its_kind_does_elsewhere(ws: Workspace) -> None:
    offers = (Offer("sv", "Samtal på kvällar"), Offer("so", "Wada hadal habeenkii"), Offer("en", "  "))
    agency(ws, "Jouren", phone="1", hours="18–22", in_directory=True, offers=offers)
    told = {language: ws.read(directory.listed, language).entries[0] for language in ("sv", "so", "en", "uk")}
    assert (told["sv"].help, told["sv"].own, told["sv"].hours) == ("Samtal på kvällar", True, "18–22")
    assert (told["so"].help, told["so"].own) == ("Wada hadal habeenkii", True)
    assert told["en"].help.startswith("Housing") and not told["en"].own
    assert told["uk"].help.startswith("Житло") and not told["uk"].own


def test_the_handout_holds_each_language_on_a_page_of_its_own_and_names_no_sender(ws: Workspace) -> None:
    agency(ws, "Jouren", phone="019-1", in_directory=True, offers=(Offer("tr", "Akşam görüşmeleri"),))
    pdf = ws.write(directory.print_directory, directory.LANGUAGES, Order(copies=2))
    found = pages(pdf)
    assert len(found) == 2 * len(directory.LANGUAGES)
    for text, title in zip(found, TITLES, strict=False):
        assert title in text and "Jouren" in text and "112" in text
    assert "Akşam görüşmeleri" in words_of(pdf) and "Куди можна звернутися" in words_of(pdf)
    assert not any("GVI" in text or "Örebro" in text for text in found)
    noted = [
        one.detail for one in ws.read(lambda unit: list(journal.entries(unit.connection))) if one.action == "print"
    ]
    assert noted == [f"directory {','.join(directory.LANGUAGES)} 2"]
    assert ws.read(lambda unit: unit.find(Disclosure)) == []


def test_an_empty_directory_no_language_or_a_strange_letter_prints_nothing(ws: Workspace) -> None:
    def refusal(languages: tuple[str, ...]) -> str:
        with pytest.raises(RefusedError) as caught:
            ws.write(directory.print_directory, languages)
        return caught.value.code

    assert refusal(("sv",)) == "letter_no_services"
    agency(ws, "مرکز", phone="1", in_directory=True)
    assert refusal(()) == "directory_no_language"
    assert refusal(("sv",)) == "directory_no_glyph"
    assert ws.write(directory.print_directory, ("fa",)).startswith(b"%PDF")


def test_the_handout_is_called_reviewed_once_a_speaker_has_signed_it_off(ws: Workspace) -> None:
    agency(ws, "Jouren", phone="1", in_directory=True)
    told = {language: ws.read(directory.listed, language).reviewed for language in directory.LANGUAGES}
    assert [language for language, reviewed in told.items() if reviewed] == ["sv", "en"]
    ws.write(lettertexts.sign_off, "directory:so", "Hodan Ali")
    assert ws.read(directory.listed, "so").reviewed and not ws.read(directory.listed, "ar").reviewed


@pytest.mark.parametrize("language", directory.LANGUAGES)
def test_the_handout_in_any_language_is_valid_and_keeps_phone_numbers_whole(ws: Workspace, language: str) -> None:
    agency(ws, "Jouren", phone="0123-45 67 89", hours="18–22", in_directory=True)
    pdf = ws.write(directory.print_directory, (language,))
    assert pikepdf.pdfa.validate_written(BytesIO(pdf), "2b").passed
    said = " ".join(words for _, _, words in structure.said(pdf)).replace("\u00a0", " ")
    assert "0123-45 67 89" in said and "Jouren" in said and "112" in said
    (table,) = structure.tables(pdf)
    assert [scope for _, scope, _ in table[0]] == ["Column"] * 4 and table[1][0][:2] == ("TH", "Row")


def test_a_reader_prints_no_directory(ws: Workspace) -> None:
    agency(ws, "Jouren", phone="1", in_directory=True)
    ws.write(lambda unit: unit.change(User, unit.user.id, role=Role.READER))
    with pytest.raises(RefusedError, match="not_allowed"):
        ws.write(directory.print_directory, ("sv",))


def test_every_language_says_the_same_things_about_every_kind_of_agency() -> None:
    said = keys("sv", "directory")
    assert {f"directory.{kind.value}" for kind in AgencyKind} <= said
    assert {language: keys(language, "directory") ^ said for language in directory.LANGUAGES} == {
        language: frozenset() for language in directory.LANGUAGES
    }
    assert len(set(directory.language_names().values())) == len(directory.LANGUAGES)
