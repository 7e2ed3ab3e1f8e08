"""A text for the one it is about tells nothing of anybody else, and all that is the subject's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.people import group, person
from kit.vaults import new_vault

from gvi_desktop.domain.agency import AgencyDraft, AgencyKind
from gvi_desktop.domain.guardian import GuardianDraft
from gvi_desktop.domain.person import Person
from gvi_desktop.services import agencies, guardians, plainwords
from gvi_desktop.services.masking import Mask
from gvi_desktop.services.workspace import Workspace

X = "[X]"


@pytest.fixture(scope="module")
def mask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mask]:
    office: Workspace = new_vault(tmp_path_factory.mktemp("mask") / "a.gvi")
    own = {"address": "Storgatan 1, Örebro", "contact_ways": ("070-174 06 05", "elias@example.org")}
    elias = person(office, "Elias", "Öberg", personal_number="19990203-2383", **own)
    group(office, "Vivalla Norra", area="Vivalla")
    office.write(agencies.add, AgencyDraft(name="Frivården", agency_kind=AgencyKind.PROBATION, phone="019-00 00 20"))
    other = person(office, "Bo", "Åkesson", code_name="Björk-1", address="Wibblevik 7 B, 702 00 Örebro")
    office.write(guardians.add, GuardianDraft(person=other, name="Li Ek", address="Snorkelstigen 3"))
    yield office.read(lambda unit: Mask(unit, unit.get(Person, elias), X))
    office.close()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Umgås med Bo och med Åkessons bror.", f"Umgås med {X} och med {X} bror."),
        ("Bo ringde. Han bo här.", f"{X} ringde. Han bo här."),
        ("Modern Li Ek svarade.", f"Modern {X} {X} svarade."),
        ("Sågs med Kalle vid Vivallas centrum.", f"Sågs med {X} vid Vivallas centrum."),
        ("Sågs med Frivården i Örebro.", "Sågs med Frivården i Örebro."),
        ("Åker med BUP till skolan.", "Åker med BUP till skolan."),
        ("Samma bil som Björk-1.", f"Samma bil som {X}."),
        ("Kompis nås på 073-912 34 56 eller 0046739123456.", f"Kompis nås på {X} eller {X}."),
        ("Hans bror 20010101-2384 och 010101-2384.", f"Hans bror {X} och {X}."),
        ("Bor hos en vän på Wibblevik 7 B nu.", f"Bor hos en vän på {X} nu."),
        ("Flyttade till Exempelgatan 12.", f"Flyttade till {X}."),
        ("Skriv till kompis@example.org.", f"Skriv till {X}."),
        ("Elias Öberg, P001, 990203-2383, bor på Storgatan 1.", "Elias Öberg, P001, 990203-2383, bor på Storgatan 1."),
        ("Ring 070-1740605, +46701740605 eller elias@example.org.",
         "Ring 070-1740605, +46701740605 eller elias@example.org."),
        ("Frivården har 019-00 00 20.", "Frivården har 019-00 00 20."),
        ("Mötet 2026-11-22 kl 08:30, vecka 7, 14 dagar.", "Mötet 2026-11-22 kl 08:30, vecka 7, 14 dagar."),
    ],
)  # fmt: skip
def test_others_are_masked_and_the_subject_is_not(mask: Mask, text: str, masked: str) -> None:
    assert mask(text, note=True) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Kalle Svensson hotade honom. Ahmed såg på.", f"{X} {X} hotade honom. {X} såg på."),
        ("Kalles bror ringde.", f"{X} bror ringde."),
        ("Träffade Kalle igår. Vill flytta.", f"Träffade {X} igår. Vill flytta."),
        ("Björn kom. Björn Nilsson kom. Hans bror kom. Hans Nilsson kom.",
         f"{X} kom. {X} {X} kom. Hans bror kom. {X} {X} kom."),
        ("Kontakt tagen: Robin och K. Svensson.", f"Kontakt tagen: {X} och K. {X}."),
        ("SVENSSON nekar. BUP informerad. POLISEN kom.", f"{X} nekar. BUP informerad. POLISEN kom."),
        ("Vivalla är lugnt. Frivården ringde.", "Vivalla är lugnt. Frivården ringde."),
        ("Rökförbud diskuterades. Skjutningen i fredags oroar. Körkort saknas. Lägenheten är städad.",
         "Rökförbud diskuterades. Skjutningen i fredags oroar. Körkort saknas. Lägenheten är städad."),
        ("Öbergs mamma ringde. Elias är trött.", "Öbergs mamma ringde. Elias är trött."),
        ("Wayne Johnson threatened him. Tyrone saw it.", f"{X} {X} threatened him. {X} saw it."),
        ("Met Tyrone's brother. Wants to leave. Seemed calm.", f"Met {X} brother. Wants to leave. Seemed calm."),
        ("His mother called. May be moving. May Johnson called.",
         f"His mother called. May be moving. {X} {X} called."),
        ("– Dragan slog först.", f"– {X} slog först."),
        ("“Dragan slog först”, sade han.", f"“{X} slog först”, sade han."),
    ],
)  # fmt: skip
def test_a_stranger_at_the_beginning_of_a_sentence_is_masked_and_ordinary_words_are_not(
    mask: Mask, text: str, masked: str
) -> None:
    assert mask(text, note=True) == masked


def test_names_that_many_bear_are_no_ordinary_words() -> None:
    borne = "anna maria kalle lars erik johan mohammed ahmed ali fatima amina yusuf max robin kim linda björn sten stig"
    borne += " andersson svensson nilsson berg lindström ekstrand smith walker turner grace will mark hunter kaplan"
    assert not [name for name in borne.split() if plainwords.ordinary(name)]


def test_outside_running_text_only_those_known_are_masked(mask: Mask) -> None:
    assert mask("Stadsmissionen och Bo") == f"Stadsmissionen och {X}"


@given(st.text(max_size=60), st.sampled_from(["Åkesson", "Björk-1", "073-912 34 56", "20010101-2384", "Wibblevik 7"]))
def test_whatever_stands_around_it_it_is_gone(mask: Mask, around: str, other: str) -> None:
    assert other not in mask(f"{around} {other} {around}", note=True)
