"""The plan of an import: every record it would add and every cell it cannot take, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gvi_desktop.domain.group import Group
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Draft, new_id
from gvi_desktop.intake.cell import Fault
from gvi_desktop.intake.reading import ReadRow, ReadSheet
from gvi_desktop.services import importing_core as core
from gvi_desktop.services import names, people
from gvi_desktop.services.importing_groups import Groups, names_in
from gvi_desktop.services.importing_known import Known
from gvi_desktop.services.importing_people import People, Someone
from gvi_desktop.services.importing_rules import faults_of
from gvi_desktop.services.importing_vault import VaultPeople
from gvi_desktop.services.importing_views import Proposal, Rejected, RowStatus
from gvi_desktop.services.importing_who import is_anybody, who_field, who_of
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class Item:
    """One record to be added."""

    record: Any
    id: str
    draft: Draft


@dataclass
class Plan:
    """What an import comes to."""

    items: list[Item] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    same: Counter[str] = field(default_factory=Counter)
    proposals: list[Proposal] = field(default_factory=list)
    matched: set[str] = field(default_factory=set)
    statuses: dict[tuple[str, int], set[RowStatus]] = field(default_factory=dict)

    @property
    def accepted(self) -> dict[str, int]:
        """New records by concept."""
        return dict(Counter(item.record.kind for item in self.items))

    def mark(self, row: ReadRow, status: RowStatus) -> None:
        """Note what becomes of a row."""
        self.statuses.setdefault((row.sheet, row.number), set()).add(status)


class Planner:
    """Goes through the rows: people first, then what happened to them."""

    def __init__(self, unit: Unit, sheets: Sequence[ReadSheet], decisions: Mapping[str, str]) -> None:
        self.unit = unit
        self.plan = Plan()
        self.rows: dict[str, list[ReadRow]] = {}
        for sheet in sheets:
            self.rows.setdefault(sheet.recognised.concept, []).extend(sheet.rows)
        self._vault = VaultPeople(unit)
        self.people = People(self._vault, decisions)
        self.groups = Groups(unit)
        self.meant: dict[tuple[str, int], Someone] = {}
        self.known: Known
        self._codes = names.codes(unit)
        self._taken: set[str] = set()
        self._stored: set[str] = set()
        self._regime = people.regime_of_office(unit)

    def settle_people(self) -> None:
        """Find out whom every row means, and who of them is in the vault."""
        for row in self.rows.get("person", []):
            if self._has_faults(row):
                self.people.add_lost(row)
                continue
            found = self.people.add_row(row)
            if isinstance(found, Fault):
                self.people.add_lost(row)
            self._meet(row, found)
        for concept, rows in self.rows.items():
            if concept == "person":
                continue
            for row in rows:
                if not self._has_faults(row) and is_anybody(who_of(row)) and not _stays_unknown(row):
                    self._meet(row, self.people.refer(row))
        self.people.settle()
        self.plan.proposals = self.people.proposals
        for proposal in self.people.proposals:
            self.plan.statuses.setdefault((proposal.sheet, proposal.row), set()).add(RowStatus.PROPOSAL)
        self.plan.matched = {one.record_id for one in self.people.everybody if one.in_vault}
        self.known = Known(self.unit, self.plan.matched)
        self._reserve_codes()

    def list_people(self) -> None:
        """The rows of lists of people as people, guardians and memberships."""
        listed = [one for one in self.people.everybody if one.row.concept == "person"]
        for one in listed:
            self._store_listed(one)
        for row in self.rows.get("membership", []):
            if self.rejected(row):
                continue
            someone = self.someone(row)
            if someone is None or not row.values.get("group"):
                self.reject(row, row.fault("group" if someone else who_field(row), "missing"))
                continue
            self._join(someone, row, row.values, row.notes)

    def _store_listed(self, one: Someone) -> None:
        row = one.row
        values = one.values
        if not one.in_vault:
            notes = tuple(note for each in one.rows if each.concept == "person" for note in each.notes)
            draft = core.person(values, notes, self._code(one), self._regime)
            if faults := faults_of(draft, row, self.unit.today):
                one.rejected = True
                for each in one.rows:
                    self.reject(each, *(faults if each is row else (each.fault(who_field(each), "person_rejected"),)))
                return
            self._keep_person(one, draft)
        for each in one.rows:
            if each.concept == "person":
                self.plan.mark(each, RowStatus.MATCHED if one.in_vault or each is not row else RowStatus.NEW)
        if values.get("guardian"):
            self.add(row, Guardian, core.guardian(values, one.record_id))
        for each in one.rows:
            if each.concept == "person" and each.values.get("group"):
                self._join(one, each, each.values, ())

    def _join(self, one: Someone, row: ReadRow, values: Mapping[str, Any], notes: tuple[str, ...]) -> None:
        for name in names_in(values["group"]):
            group_id = self.groups.find(name)
            if self.add(row, Membership, core.membership(values, notes, one.record_id, group_id), one, name):
                one.values.setdefault("group_id", group_id)

    # ------------------------------------------------------------------ used by the other sheets

    def someone(self, row: ReadRow) -> Someone | None:
        """Whom the row means, or None when it names nobody."""
        found = self.meant.get((row.sheet, row.number))
        return None if found is None else found.really

    def group_of(self, row: ReadRow, one: Someone | None = None) -> tuple[str | None, str]:
        """(id, name) of the group that the row names, or else of the one that the list of people gives."""
        named = names_in(row.values.get("group", ""))
        if named:
            return self.groups.find(named[0]), named[0]
        return (one.values.get("group_id") if one is not None else None), ""

    def add(
        self, row: ReadRow, record: Any, draft: Draft, one: Someone | None = None, group: str = "", record_id: str = ""
    ) -> str | None:
        """The id of the record that the draft becomes, or already is; None when the row is rejected."""
        if one is not None and one.rejected:
            self.reject(row, row.fault(who_field(row), "person_rejected"))
            return None
        if faults := faults_of(draft, row, self.unit.today):
            self.reject(row, *faults)
            return None
        if (there := self.known.take(record, draft)) is not None:
            self.plan.same[record.kind] += 1
            self.plan.mark(row, RowStatus.SAME)
            return there
        if one is not None:
            self._store_met(one)
        if group:
            self.groups.use(group)
        made = record_id or new_id()
        self.plan.items.append(Item(record, made, draft))
        self.known.keep(record, draft, made)
        self.plan.mark(row, RowStatus.NEW)
        return made

    def rejected(self, row: ReadRow) -> bool:
        """Whether the row has been rejected already."""
        return RowStatus.REJECTED in self.plan.statuses.get((row.sheet, row.number), ())

    def reject(self, row: ReadRow, *faults: Fault) -> None:
        """Leave a row out, naming its cells."""
        self.plan.mark(row, RowStatus.REJECTED)
        for fault in faults:
            one = Rejected(row.sheet, row.number, fault.column, fault.value, fault.code, fault.data)
            if one not in self.plan.rejected[-20:]:
                self.plan.rejected.append(one)

    def finish(self) -> Plan:
        """The plan, with groups and people before what points at them."""
        made = [Item(Group, group_id, draft) for group_id, draft in self.groups.used()]
        first = [item for item in self.plan.items if item.record is Person]
        rest = [item for item in self.plan.items if item.record is not Person]
        self.plan.items = [*made, *first, *rest]
        return self.plan

    # ------------------------------------------------------------------ within

    def _has_faults(self, row: ReadRow) -> bool:
        if row.faults:
            self.reject(row, *row.faults)
        return bool(row.faults)

    def _meet(self, row: ReadRow, found: Someone | Fault) -> None:
        if isinstance(found, Fault):
            self.reject(row, found)
        else:
            self.meant[row.sheet, row.number] = found

    def _store_met(self, one: Someone) -> None:
        """Somebody whom only other sheets name becomes a person with the first row that is taken in."""
        if one.in_vault or one.record_id in self._stored:
            return
        who = one.who
        values = {
            "given_name": who.given, "family_name": who.family, "birth_date": who.born, "birth_year": who.birth_year,
            "personal_number": who.number,
        }  # fmt: skip
        self._keep_person(one, core.person({**values, **one.values}, (), self._code(one), self._regime))

    def _keep_person(self, one: Someone, draft: Draft) -> None:
        self._stored.add(one.record_id)
        self.plan.items.append(Item(Person, one.record_id, draft))

    def _reserve_codes(self) -> None:
        """Codes of the workbook that are free go to their people before any are minted."""
        for one in self.people.everybody:
            code = one.who.code
            if not one.in_vault and code and not self._vault.code_taken(code) and code.casefold() not in self._taken:
                self._taken.add(code.casefold())
                one.values["own_code"] = code

    def _code(self, one: Someone) -> str:
        if one.values.get("own_code"):
            return str(one.values["own_code"])
        return next(code for code in self._codes if code.casefold() not in self._taken)


def _stays_unknown(row: ReadRow) -> bool:
    """Whether the person of the row is not to be told: a caller without consent, somebody anonymous."""
    values = row.values
    return bool(values.get("anonymous")) or (row.concept == "phonecall" and not values.get("consent"))
