"""The people of a workbook: rows that are one person, people already in the vault, and those who may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gvi_desktop.domain.record import new_id
from gvi_desktop.intake.cell import Fault
from gvi_desktop.intake.names import same_name
from gvi_desktop.intake.reading import ReadRow
from gvi_desktop.services.importing_alike import PROPOSED, Alike
from gvi_desktop.services.importing_vault import VaultPeople
from gvi_desktop.services.importing_views import Candidate, Proposal, Why
from gvi_desktop.services.importing_who import (
    Who,
    by_sound,
    contradicts,
    name_field,
    names_agree,
    who_field,
    who_of,
)


@dataclass(eq=False)
class Someone:
    """A person that rows of the workbook speak of."""

    key: str
    who: Who
    rows: list[ReadRow]
    record_id: str
    values: dict[str, Any] = field(default_factory=dict)
    in_vault: bool = False
    rejected: bool = False
    order: int = 0
    stands_for: Someone | None = None

    @property
    def really(self) -> Someone:
        """Who it is after all, when two rows turned out to mean one person."""
        return self if self.stands_for is None else self.stands_for.really

    @property
    def row(self) -> ReadRow:
        """The first row that speaks of the person."""
        return self.rows[0]


class People:
    """Finds for each row whom it means; afterwards `proposals` holds what a user should decide."""

    def __init__(self, vault: VaultPeople, decisions: Mapping[str, str]) -> None:
        self._vault = vault
        self._decisions = decisions
        self.everybody: list[Someone] = []
        self.proposals: list[Proposal] = []
        self._by_code: dict[str, Someone] = {}
        self._by_number: dict[str, Someone] = {}
        self._by_name: dict[str, dict[Someone, None]] = {}
        self._by_sound: dict[str, dict[Someone, None]] = {}
        self._alike: dict[str, Alike[Someone]] = {}
        self._by_key: dict[str, Someone] = {}
        self._lost: set[str] = set()
        self._list_given = False

    # ------------------------------------------------------------------ rows

    def add_row(self, row: ReadRow) -> Someone | Fault:
        """A row of a list of people: somebody new, or one who stood in an earlier row already."""
        self._list_given = True
        who = who_of(row)
        twin = self._by_number.get(who.number)
        if twin is not None and not names_agree(twin.who, who):
            return row.fault("identity", "number_twice")
        for name in ("code_name", "number"):
            one = self._by_code.get(str(row.values.get(name, "")).casefold())
            if one is not None and not (names_agree(one.who, who) and not contradicts(one.who, who)):
                return row.fault(name, "number_twice")
        found = self._same_in_workbook(who) or self._new(row, who)
        self._learn(found, row, who)
        return found

    def add_lost(self, row: ReadRow) -> None:
        """A row of a list of people that was rejected: rows that point at it cannot be taken in either."""
        self._list_given = True
        who = who_of(row)
        self._lost |= {code.casefold() for code in who.codes} | ({same_name(who.name)} - {""})

    def refer(self, row: ReadRow) -> Someone | Fault:
        """Whom a row of another sheet means; a fault when that cannot be told."""
        who = who_of(row)
        if (fault := self._refused(row, who)) is not None:
            return fault
        found = self._same_in_workbook(who)
        if found is None and len(named := self._by_name.get(same_name(who.name), ()) if who.name else ()) > 0:
            fitting = [one for one in named if not contradicts(one.who, who)]
            if len(fitting) > 1:
                return row.fault(name_field(row), "several_of_that_name")
            if fitting and who.codes and self._list_given:
                return row.fault("ref", "number_unknown")
            found = fitting[0] if fitting and not who.codes else None
        if found is None and self._list_given and not who.name and self._vault.by_code(who) is None:
            return row.fault("ref", "number_unknown")
        if found is None:
            found = self._new(row, who)
            self._learn(found, row, who)
        return found

    def _refused(self, row: ReadRow, who: Who) -> Fault | None:
        for code in who.codes:
            one = self._by_code.get(code.casefold())
            if one is not None and not names_agree(one.who, who):
                return row.fault(name_field(row), "name_and_number_differ")
            if one is None and code.casefold() in self._lost:
                return row.fault(who_field(row), "person_rejected")
        if not who.codes and same_name(who.name) in self._lost and not self._by_name.get(same_name(who.name)):
            return row.fault(who_field(row), "person_rejected")
        return None

    def _same_in_workbook(self, who: Who) -> Someone | None:
        twin = self._by_number.get(who.number)
        if twin is not None and names_agree(twin.who, who):
            return twin
        for code in who.codes:
            one = self._by_code.get(code.casefold())
            if one is not None and names_agree(one.who, who) and not contradicts(one.who, who):
                return one
        if who.born and who.name:
            for one in self._by_name.get(same_name(who.name), ()):
                if one.who.born == who.born and not contradicts(one.who, who):
                    return one
        return None

    def _new(self, row: ReadRow, who: Who) -> Someone:
        made = Someone(f"{row.sheet}:{row.number}", who, [], new_id(), order=len(self._by_key))
        self.everybody.append(made)
        self._by_key[made.key] = made
        return made

    def _learn(self, one: Someone, row: ReadRow, who: Who) -> None:
        """What the row says of the person; what an earlier row said is kept."""
        one.rows.append(row)
        for name, value in row.values.items():
            if row.concept == "person" and one.values.get(name) in (None, "", ()):
                one.values[name] = value
        one.who = one.who.joined(who)
        for code in one.who.codes:
            self._by_code.setdefault(code.casefold(), one)
        if one.who.number:
            self._by_number.setdefault(one.who.number, one)
        if one.who.name:
            for index, key in ((self._by_name, same_name(one.who.name)), (self._by_sound, by_sound(one.who))):
                index.setdefault(key, {})[one] = None

    # ------------------------------------------------------------------ the vault, and proposals

    def settle(self) -> None:
        """Recognise who is in the vault already, and propose who may be; decisions made before are followed."""
        settled: dict[str, Someone] = {}
        for one in list(self.everybody):
            known = self._vault.same(one.who)
            if known is None and (proposal := self._proposal(one)) is not None:
                self.proposals.append(proposal)
                chosen = self._decisions.get(one.key, "")
                if chosen in self._by_key:
                    self._become(one, self._by_key[chosen])
                    continue
                known = chosen if chosen and chosen in {c.id for c in proposal.candidates} else None
            if known is not None:
                one.record_id, one.in_vault = known, True
                if known in settled:
                    one.in_vault = False
                    self._become(one, settled[known])
                else:
                    settled[known] = one

    def _become(self, one: Someone, other: Someone) -> None:
        """One is the other after all: rows that mean one mean the other."""
        other.rows.extend(one.rows)
        for name, value in one.values.items():
            if other.values.get(name) in (None, "", ()):
                other.values[name] = value
        one.stands_for = other
        self.everybody.remove(one)

    def _proposal(self, one: Someone) -> Proposal | None:
        found = [(why, self._vault.candidate(known)) for why, known in self._vault.alike(one.who)]
        found += [(why, _candidate(other)) for why, other in self._earlier(one)]
        if not found:
            return None
        order = list(Why)
        found.sort(key=lambda pair: order.index(pair[0]))
        row = one.row
        candidates = tuple(dict.fromkeys(candidate for _, candidate in found))[:PROPOSED]
        return Proposal(one.key, row.sheet, row.number, _shown(one), found[0][0], candidates)

    def _earlier(self, one: Someone) -> list[tuple[Why, Someone]]:
        """People of rows before who may be the same."""
        if not one.who.name:
            return []
        key = by_sound(one.who)
        if key not in self._alike:
            those = sorted(self._by_sound.get(key, ()), key=lambda other: other.order)
            self._alike[key] = Alike((other, other.who) for other in those)
        return self._alike[key].best(one.who, lambda other: other.order < one.order)


def _shown(one: Someone) -> str:
    """The name that a user must see to decide; of somebody with protected identity only the code."""
    protected = one.values.get("protection", "none") != "none"
    return (one.who.code or "•••") if protected else one.who.name or one.who.code


def _candidate(one: Someone) -> Candidate:
    return Candidate(one.key, one.who.code, one.who.year, False, one.row.sheet, one.row.number)


def first_day(days: Iterable[date | None]) -> date | None:
    """The earliest of some days."""
    return min((day for day in days if day is not None), default=None)
