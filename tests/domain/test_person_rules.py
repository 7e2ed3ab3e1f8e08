"""Rules of people, links and agencies that need no vault."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.domain import membership
from gvi_desktop.domain.agency import AgencyKind, default_clearance, default_regime
from gvi_desktop.domain.membership import MembershipDraft
from gvi_desktop.domain.person import (
    HIDDEN,
    Person,
    PersonDraft,
    Protection,
    age_on,
    is_minor,
    masked,
    problems,
    unmasked,
)
from gvi_desktop.domain.record import Compartment, Record

TODAY = date(2026, 11, 22)
COMMON = {"id": "1", "made_by": "A", "made_at": datetime(2026, 1, 1, tzinfo=UTC), "compartment": Compartment.CORE}
FULL = Person(
    **COMMON,  # type: ignore[arg-type]
    code_name="P001",
    given_name="Ali",
    family_name="Hassan",
    personal_number="19990512-2389",
    birth_date=date(1999, 5, 12),
    birth_year=1999,
    address="Exempelgatan 1",
    contact_ways=("070",),
    protection=Protection.REGISTRATION,
)


def test_a_birthday_makes_an_adult_on_the_day_itself() -> None:
    person = PersonDraft(birth_date=date(2008, 11, 22))
    assert not is_minor(person, TODAY)
    assert is_minor(person, TODAY - timedelta(days=1))


def test_a_birth_year_alone_counts_for_the_young() -> None:
    assert is_minor(PersonDraft(birth_year=2008), TODAY)
    assert not is_minor(PersonDraft(birth_year=2007), TODAY)
    assert age_on(PersonDraft(), TODAY) is None


def test_a_mask_hides_every_hidden_field_and_keeps_the_code_and_the_year() -> None:
    shown = masked(FULL)
    assert not [name for name in HIDDEN if getattr(shown, name)]
    assert (shown.code_name, shown.birth_year) == ("P001", 1999)
    open_one = replace(FULL, protection=Protection.NONE)
    assert masked(open_one) is open_one


def test_saving_the_masked_view_changes_nothing() -> None:
    assert unmasked(masked(FULL), FULL) == FULL


def test_what_is_written_over_the_mask_replaces_what_is_stored() -> None:
    assert unmasked(replace(masked(FULL), given_name="Omar"), FULL) == replace(FULL, given_name="Omar")


def test_protection_and_an_address_do_not_go_together() -> None:
    found = {(one.code, one.field) for one in problems(FULL, TODAY)}
    assert found == {("person_protected_address", "address"), ("person_protected_address", "contact_ways")}


@pytest.mark.parametrize("year", [1900, 2027])
def test_an_improbable_birth_year_is_told(year: int) -> None:
    found = problems(PersonDraft(code_name="P", birth_year=year), TODAY)
    assert [(one.code, one.field) for one in found] == [("improbable_date", "birth_year")]


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 120), st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_a_link_never_outlives_its_own_limit_nor_its_persons(made_on: date, months: int, person_end: date) -> None:
    last = membership.hard_end(made_on, months, person_end)
    assert last <= person_end
    assert last <= membership.hard_end(made_on, months)


@given(st.dates(), st.dates(), st.dates())
def test_a_link_holds_from_its_first_to_its_last_day(start: date, end: date, day: date) -> None:
    held = MembershipDraft(from_on=start, to_on=end)
    assert membership.running(held, day) == (start <= day <= end)
    assert membership.running(MembershipDraft(), day)


def test_help_and_enforcement_never_share_a_default_clearance() -> None:
    for kind in AgencyKind:
        assert not {Compartment.HELP, Compartment.ENFORCEMENT} <= default_clearance(kind)


def test_the_regime_of_an_office_follows_its_agency() -> None:
    assert default_regime(AgencyKind.POLICE) == "police-few"
    assert default_regime(AgencyKind.ASSOCIATION) == "own"


def test_a_person_has_no_field_for_what_must_never_be_kept() -> None:
    forbidden = {"ethnicity", "religion", "nationality", "health", "politics", "score", "rank", "risk"}
    names = {name for kind in (Person, MembershipDraft, Record) for name in kind.__dataclass_fields__}
    assert not forbidden & names
