"""The annex to an impact assessment: the vault's own facts in both languages, and nobody's name."""

from __future__ import annotations

from datetime import date

import pytest
from kit.letters import text

from gvi_desktop.domain.disclosure import DisclosureDraft
from gvi_desktop.domain.person import PersonDraft, Protection
from gvi_desktop.domain.rightscase import RightsCaseDraft, RightsType, RightsWay
from gvi_desktop.services import disclosures, people, report_files, reports, retention, rightscases
from gvi_desktop.services.report_parts import Report
from gvi_desktop.services.reports import ReportKind, Wish
from gvi_desktop.services.workspace import Workspace


def rows(report: Report, key: str) -> dict[str, tuple[object, ...]]:
    return {str(row[0]): row[1:] for one in report.sections if one.key == key for row in one.rows}


def filled(office: Workspace) -> None:
    who = office.write(
        people.add,
        PersonDraft(given_name="Xyzzy", family_name="Kvastsson", birth_date=date(2010, 1, 1), code_name="Q77"),
    )
    office.write(people.add, PersonDraft(given_name="Bo", protection=Protection.CONFIDENTIALITY))
    told = DisclosureDraft(
        on=date(2026, 11, 1), what="Om Kvastsson", people=frozenset({who}), agency="Polisen", ground="documented"
    )
    office.write(disclosures.note_spoken, told)
    asked = RightsCaseDraft(
        case_type=RightsType.ACCESS, person=who, received_on=date(2026, 11, 1), from_whom="Kvastsson",
        way=RightsWay.PHONE,
    )  # fmt: skip
    office.write(rightscases.add, asked)


def test_it_tells_purpose_people_roles_regimes_recipients_and_cases(office: Workspace) -> None:
    filled(office)
    report = office.read(reports.make, Wish(ReportKind.ASSESSMENT, "en"))
    assert rows(report, "dpia_purpose")["Purpose"] == (office.read(lambda unit: unit.office.purpose),)
    assert rows(report, "dpia_people")["of them under 18"] == (1,)
    assert rows(report, "dpia_people")["of them with protected identity"] == (1,)
    assert rows(report, "dpia_roles")["Administrator"][2] == "Core"
    regimes = rows(report, "dpia_regimes")
    assert {one.name for one in office.read(retention.regimes)} == set(regimes)
    assert all(row[3] for row in regimes.values()), "each regime names its legal source"
    assert [row[0] for row in rows(report, "dpia_recipients").values()] == ["Polisen"]
    assert rows(report, "dpia_cases")["Access"][0] == 1
    assert sum(int(str(row[-1])) for row in rows(report, "dpia_data").values()) > 3


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_names_nobody(office: Workspace, language: str) -> None:
    filled(office)
    said = repr(office.read(reports.make, Wish(ReportKind.ASSESSMENT, language)))
    assert not [name for name in ("Xyzzy", "Kvastsson", "Q77") if name in said]


def test_the_public_one_hides_few_people(office: Workspace) -> None:
    filled(office)
    report = office.read(reports.make, Wish(ReportKind.ASSESSMENT, "en", public=True))
    assert not isinstance(rows(report, "dpia_people")["of them under 18"][0], int)


def test_it_is_a_paper(office: Workspace) -> None:
    report = office.read(reports.make, Wish(ReportKind.ASSESSMENT, "sv"))
    made = office.read(report_files.content, report, "pdf", "sv")
    assert "Bilaga till konsekvensbedömning" in text(made)
    assert "Skyddsåtgärder" in text(made)
