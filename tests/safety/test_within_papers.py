"""Staff who print and would take a file instead: a paper as a file is an export, and the register says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.callins import ready_callin
from kit.sighted import seen_by
from kit.vaults import new_vault

from gvi_desktop.domain.disclosure import Disclosure, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.user import Role
from gvi_desktop.services import papers
from gvi_desktop.services.papers import Order, PaperKind


def test_staff_print_a_paper_and_do_not_save_it(tmp_path: Path) -> None:
    office = new_vault(tmp_path / "a.gvi")
    made, file = ready_callin(office), tmp_path / "a.pdf"
    with seen_by(office, Role.STAFF):
        office.write(papers.print_paper, made.id, PaperKind.ATTENDANCE, Order())
        with pytest.raises(RefusedError, match="not_allowed"):
            office.write(papers.print_to, made.id, PaperKind.ATTENDANCE, Order(), file)
    assert not file.exists()
    office.write(papers.print_to, made.id, PaperKind.ATTENDANCE, Order(), file)
    ways = office.read(lambda unit: [one.way for one in unit.find(Disclosure)])
    assert sorted(ways) == [DisclosureWay.FILE, DisclosureWay.PRINT]
    office.close()
