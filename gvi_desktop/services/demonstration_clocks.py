"""The demonstration's clocks and rights: a time that is up, one that stands, one extended, and a case to answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from gvi_desktop.domain.extension import ExtensionDraft
from gvi_desktop.domain.pause import PauseDraft
from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.domain.regime import add_months
from gvi_desktop.domain.rightscase import RightsCaseDraft, RightsOutcome, RightsType, RightsWay
from gvi_desktop.services import clocks, people, rightscases
from gvi_desktop.services.demonstration_register import Cast
from gvi_desktop.services.storyclock import Demonstration
from gvi_desktop.services.unit import Unit, draft_of

CUSTODY, NEAR, NEW_GROUND, ASKED = 40, 20, 5, 9
"""Days: in custody since, until the time would have been up, since the new ground, since the request came."""


def run(told: Demonstration, cast: Cast, note: Callable[[str], None]) -> None:
    """Today: what an administrator of the register finds under Retention and Rights."""
    told.workspace.write(_clocks, cast, told.minor)
    told.workspace.write(_cases, cast)
    note("one person's time is up, one clock stands still in custody, one is extended; a request for correction waits")


def _clocks(unit: Unit, cast: Cast, minor: str) -> None:
    busy = {*cast.first, *cast.second, *cast.visited, minor}
    known = unit.find(Person, order_by=unit.table(Person).c.code_name)
    over, held, extended = [one for one in known if one.id not in busy and one.protection is Protection.NONE][:3]
    regime = clocks.ruling(clocks.regimes(unit), over)
    assert regime is not None  # noqa: S101 - a new vault has them
    _counts_from(unit, over, -regime.hard_months - 1)
    day = unit.today - timedelta(days=CUSTODY)
    why = "Häktad enligt frivården; tiden räknas inte (lag 2018:1693, 4 kap. 7 §)."
    clocks.add_pause(unit, PauseDraft(person=held.id, from_on=day, why=why))
    _counts_from(unit, extended, -regime.months, NEAR)
    new = ExtensionDraft(
        person=extended.id, on=unit.today - timedelta(days=NEW_GROUND), ground="Ny händelse i gruppen",
        source="Polisens lägesbild", note="Prövad av samordnaren; tiden räknas om från händelsen.",
    )  # fmt: skip
    clocks.add_extension(unit, new)


def _counts_from(unit: Unit, one: Person, months: int, days: int = 0) -> None:
    start = add_months(unit.today, months) + timedelta(days=days)
    people.change(unit, one.id, draft_of(one, retention_from=start, next_review_on=unit.today))


def _cases(unit: Unit, cast: Cast) -> None:
    asked = unit.today - timedelta(days=ASKED)
    about = RightsCaseDraft(
        case_type=RightsType.CORRECTION, person=cast.visited[0], received_on=asked, from_whom="Personen själv",
        way=RightsWay.PHONE, about="Födelseåret är fel; det ska vara ett år senare.",
    )  # fmt: skip
    rightscases.add(unit, about)
    access = draft_of(about, case_type=RightsType.ACCESS, person=cast.visited[1], way=RightsWay.POST, about="")
    answered = rightscases.add(unit, draft_of(access, received_on=asked - timedelta(days=20)))
    decision = draft_of(
        access, outcome=RightsOutcome.GRANTED, reason="Utdraget lämnat efter sekretessprövning.",
        decided_on=asked, decided_by=unit.user.name,
    )  # fmt: skip
    rightscases.decide(unit, answered, decision)
    rightscases.tell(unit, answered)
