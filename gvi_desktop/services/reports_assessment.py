"""The annex to an impact assessment (GDPR art. 35; brottsdatalagen 3:7): what the vault holds, why, for how long, who
may see it and who has got it. Made from the vault's own facts; it is about no single person."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy import case, func, select

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.disclosure import Disclosure, DisclosureWay
from gvi_desktop.domain.extension import Extension
from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.pause import Pause
from gvi_desktop.domain.person import Person, PersonRole, Protection
from gvi_desktop.domain.record import Compartment, draft_fields
from gvi_desktop.domain.rightscase import RightsCase, RightsOutcome, RightsType
from gvi_desktop.domain.user import RIGHTS, Right, Role, User, sight
from gvi_desktop.services import clocks, retention, rightscases
from gvi_desktop.services.report_parts import Report, Row, Section, Teller, day, filled
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger

LEAST = 5
"""Smaller counts of people are hidden in the public version (records.md, indicators)."""
MEASURES = (
    "encrypted", "keys", "no_network", "compartments_apart", "code_names", "journal", "second_user", "minors_rule",
    "protected", "locks", "exchange", "files", "backups",
)  # fmt: skip
"""What protects the data, by the keys of the sentences that say so."""


def make(unit: Unit, language: str, *, public: bool = False) -> Report:
    """The annex; the public one hides small numbers of people."""
    unit.need(Right.READ)
    tell = Teller(language, public=public)
    sections = [
        _purpose(unit, tell),
        _grounds(unit, tell),
        _people(unit, tell),
        _data(unit, tell),
        tell.prose("dpia_never", tell("dpia_never_text")),
        _roles(unit, tell),
        _regimes(unit, tell),
        _clocks(unit, tell),
        _recipients(unit, tell),
        _contacts(unit, tell),
        _cases(unit, tell),
        tell.table("dpia_measures", ("dpia_measure",), ((tell(f"dpia_{one}"),) for one in MEASURES)),
        _proof(unit, tell),
    ]
    notes = (tell("dpia_note_rest"), tell("dpia_note_law"))
    return Report(tell("dpia_title"), day(unit.today), filled(sections), notes)


def _purpose(unit: Unit, tell: Teller) -> Section:
    office = unit.office
    rows = [
        ("dpia_programme", office.programme), ("dpia_controller", office.agency),
        ("dpia_kind", tell.words.value(office.agency_kind)), ("dpia_purpose_said", office.purpose),
        ("dpia_parties", ", ".join(office.parties)), ("dpia_area", office.area or office.town),
        ("dpia_from", office.from_on), ("dpia_until", office.to_on),
    ]  # fmt: skip
    return tell.facts("dpia_purpose", rows)


def _grounds(unit: Unit, tell: Teller) -> Section:
    rows = (
        (one.title, one.source or "–", *_span(one), tell.yes(one.valid(unit.today)))
        for one in unit.find(Ground, order_by=unit.table(Ground).c.sort_text)
    )
    heads = ("dpia_ground", "dpia_source", "dpia_valid_from", "dpia_valid_to", "dpia_holds")
    return tell.table("dpia_grounds", heads, rows, tell("dpia_grounds_text"))


def _span(one: Ground) -> tuple[str, str]:
    return day(one.valid_from) or "–", day(one.valid_to) or "–"


def _people(unit: Unit, tell: Teller) -> Section:
    p = unit.table(Person).c
    counted = _by(unit, Person, "role")
    youngest = unit.today.replace(day=1 if (unit.today.month, unit.today.day) == (2, 29) else unit.today.day)
    eighteen = date(youngest.year - 18, youngest.month, youngest.day)
    # By the year alone somebody may be under 18 where the year of that birthday has not passed.
    by_year = (p.birth_date.is_(None)) & (p.birth_year >= eighteen.year)
    minors = unit.count(Person, (p.birth_date > eighteen.isoformat()) | by_year)
    protected = unit.count(Person, p.protection != Protection.NONE.value)
    rows: list[Row] = [(tell.words.value(role), _shown(tell, counted.get(role.value, 0))) for role in PersonRole]
    rows += [(tell("dpia_minors"), _shown(tell, minors)), (tell("dpia_protected_people"), _shown(tell, protected))]
    return tell.table("dpia_people", ("dpia_category", "value"), rows)


def _data(unit: Unit, tell: Teller) -> Section:
    rows: list[Row] = []
    for record in RECORDS:
        names = [one.name for one in draft_fields(record) if one.metadata.get("personal") or _about_people(one)]
        if not names or record.kind in ("office", "regime", "ground"):
            continue
        said = ", ".join(dict.fromkeys(tell.words.label(record.kind, name) for name in names))
        rows.append((
            _capital(tell.words.kinds(record.kind)), tell.words.value(record.compartment_of_kind), said,
            unit.count(record) if unit.sees(record) else tell("dpia_withheld"),
        ))  # fmt: skip
    return tell.table("dpia_data", ("dpia_concept", "dpia_compartment", "dpia_fields", "value"), rows)


def _about_people(declared: Any) -> bool:
    return bool(declared.metadata.get("ref") == "person")


def _roles(unit: Unit, tell: Teller) -> Section:
    u = unit.table(User).c
    active = _by(unit, User, "role", u.active == 1)
    rows = (
        (
            tell.words.value(role), active.get(role.value, 0),
            ", ".join(tell.words.value(one) for one in Right if one in RIGHTS[role]),
            ", ".join(tell.words.value(one) for one in Compartment if one in sight(role)),
        )
        for role in Role
    )  # fmt: skip
    return tell.table("dpia_roles", ("dpia_role", "dpia_users", "dpia_may", "dpia_sees"), rows)


def _regimes(unit: Unit, tell: Teller) -> Section:
    held = _by(unit, Person, "regime")
    rows = (
        (
            one.name, one.months, one.hard_months, one.start_event or "–", " ".join((one.source, day(one.source_on))),
            _shown(tell, held.get(one.id, 0)),
        )
        for one in clocks.regimes(unit)
    )  # fmt: skip
    heads = ("dpia_regime", "dpia_months", "dpia_hard", "dpia_start", "dpia_source", "dpia_people_short")
    return tell.table("dpia_regimes", heads, rows)


def _clocks(unit: Unit, tell: Teller) -> Section:
    pause = unit.table(Pause).c
    stands = unit.count(Pause, pause.to_on.is_(None) | (pause.to_on >= unit.today.isoformat()))
    j = ledger.journal.c
    erasures = unit.connection.execute(
        select(func.count()).where(j.action == "retention", j.kind.is_(None))
    ).scalar_one()
    days = unit.office.backup_days
    rows = [
        ("past_retention", retention.due_count(unit)), ("dpia_pauses", stands),
        ("dpia_extensions", unit.count(Extension)), ("dpia_erasures", int(erasures)),
        ("dpia_backup_days", tell("dpia_days_default") if days is None else days),
    ]  # fmt: skip
    return tell.facts("dpia_clocks", rows, figures=True)


def _recipients(unit: Unit, tell: Teller) -> Section:
    d = unit.table(Disclosure).c
    titles = {one.code: one.title for one in unit.find(Ground)}
    recalls = func.sum(case((d.recalled_on.is_(None), 0), else_=1))
    query = (
        select(d.ground, d.agency, d.way, func.count(), func.max(d.on), recalls)
        .where(d.removed == 0, d.received == 0)
        .group_by(d.ground, d.agency, d.way)
        .order_by(d.ground, d.agency, d.way)
    )  # fmt: skip
    ways = {one.value: tell.words.value(one) for one in DisclosureWay}
    rows = (
        (titles.get(ground, ground or "–"), agency or "–", ways.get(way, "–"), count, recalled or 0, last or "–")
        for ground, agency, way, count, last, recalled in unit.connection.execute(query)
    )
    heads = ("dpia_ground", "dpia_to", "dpia_way", "value", "dpia_recalled", "dpia_last")
    return tell.table("dpia_recipients", heads, rows)


def _contacts(unit: Unit, tell: Teller) -> Section:
    found: Counter[tuple[str, str, str, bool]] = Counter()
    for one in unit.find(Contact):
        rooms = ", ".join(tell.words.value(room) for room in Compartment if room in one.clearance)
        found[one.agency or "–", tell.words.value(one.preset), rooms or "–", one.verified_on is not None] += 1
    rows = ((*key[:3], tell.yes(key[3]), number) for key, number in sorted(found.items()))
    heads = ("dpia_to", "dpia_preset", "dpia_clearance", "dpia_verified", "value")
    return tell.table("dpia_contacts", heads, rows)


def _cases(unit: Unit, tell: Teller) -> Section:
    r = unit.table(RightsCase).c
    every = select(r.case_type, r.outcome, func.count()).where(r.removed == 0).group_by(r.case_type, r.outcome)
    counted = {(row[0], row[1]): row[2] for row in unit.connection.execute(every)}
    rows: list[Row] = []
    for kind in RightsType:
        of_kind = [counted.get((kind.value, outcome), 0) for outcome in (*(o.value for o in RightsOutcome), None)]
        rows.append((tell.words.value(kind), sum(of_kind), *of_kind))
    heads = [tell("dpia_asked"), tell("value"), *(tell.words.value(one) for one in RightsOutcome), tell("dpia_open")]
    late = tell("dpia_due_soon", count=rightscases.due_count(unit))
    return Section("dpia_cases", tell("dpia_cases"), tuple(heads), tuple(rows), late)


def _proof(unit: Unit, tell: Teller) -> Section:
    j, m = ledger.journal.c, unit.table(Membership).c
    entries = unit.connection.execute(select(func.max(j.seq))).scalar() or 0
    rows = [
        ("dpia_entries", int(entries)), ("dpia_links", unit.count(Membership)),
        ("dpia_links_sourced", unit.count(Membership, m.source != "")),
        ("dpia_links_approved", unit.count(Membership, m.approved_by != "")),
    ]  # fmt: skip
    return tell.facts("dpia_proof", rows, figures=True)


def _by(unit: Unit, record: type[Any], name: str, *where: Any) -> dict[str, int]:
    t = unit.table(record).c
    query = select(t[name], func.count()).where(t.removed == 0, *where).group_by(t[name])
    return {str(row[0]): int(row[1]) for row in unit.connection.execute(query)}


def _shown(tell: Teller, number: int) -> Any:
    return tell.cell(None if tell.public and 0 < number < LEAST else number)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
