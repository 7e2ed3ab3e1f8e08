"""The people of the vault as an import looks them up: by number, by code name, by name and birth, by sound."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.intake.names import same_name
from gvi_desktop.services.importing_alike import Alike
from gvi_desktop.services.importing_views import Candidate, Why
from gvi_desktop.services.importing_who import Who, by_sound, contradicts, names_agree
from gvi_desktop.services.unit import Unit


class VaultPeople:
    """Everybody in the vault, read once. Only ids and code names go out: a protected person stays behind the code."""

    def __init__(self, unit: Unit) -> None:
        p = unit.table(Person).c
        columns = (p.id, p.code_name, p.given_name, p.family_name, p.birth_date, p.birth_year, p.personal_number)
        rows = unit.connection.execute(select(*columns, p.protection).where(p.removed == 0))
        self._people: dict[str, Who] = {}
        self._protected: set[str] = set()
        self._by_number: dict[str, str] = {}
        self._by_code: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] | None = None
        self._alike: dict[str, Alike[str]] = {}
        for row in rows:
            born = date.fromisoformat(row[4]) if row[4] else None
            who = Who((row[1],) if row[1] else (), row[2] or "", row[3] or "", born, row[5], row[6] or "")
            self._people[row[0]] = who
            if row[7] != Protection.NONE.value:
                self._protected.add(row[0])
            if who.number:
                self._by_number[who.number] = row[0]
            if who.code:
                self._by_code[who.code.casefold()] = row[0]
            if who.name:
                self._by_name.setdefault(same_name(who.name), []).append(row[0])

    def code_taken(self, code: str) -> bool:
        """Whether somebody in the vault goes by that code name."""
        return code.casefold() in self._by_code

    def by_code(self, who: Who) -> str | None:
        """The person with one of the codes, unless name, birth or number say otherwise."""
        for code in who.codes:
            known = self._by_code.get(code.casefold())
            other = self._people.get(known or "")
            if other is not None and names_agree(other, who) and not contradicts(other, who):
                return known
        return None

    def same(self, who: Who) -> str | None:
        """The one who is certainly meant: same number, same code name, or same name with the same (or no) birth."""
        twin = self._by_number.get(who.number)
        if twin is not None and names_agree(self._people[twin], who):
            return twin
        if (known := self.by_code(who)) is not None:
            return known
        named = self._by_name.get(same_name(who.name), []) if who.name else []
        fitting = [one for one in named if not contradicts(self._people[one], who)]
        if who.born:
            born = [one for one in fitting if self._people[one].born == who.born]
            return born[0] if len(born) == 1 else None
        nothing = [one for one in fitting if self._people[one].year is None and not self._people[one].number]
        if who.year is None and len(named) == len(nothing) == 1:
            return nothing[0]
        return None

    def alike(self, who: Who) -> list[tuple[Why, str]]:
        """Those who may be meant, with the reason."""
        found: dict[str, Why] = {}
        codes = (self._by_code.get(code.casefold()) for code in who.codes)
        for known in (self._by_number.get(who.number), *codes):
            if known is not None:
                found[known] = Why.SAME_NUMBER
        if who.name:
            for why, known in self._sounding(by_sound(who)).best(who):
                found.setdefault(known, why)
        return [(why, known) for known, why in found.items()]

    def candidate(self, known: str) -> Candidate:
        """A person as a proposal shows them: by code name; of a protected person not even the year."""
        who = self._people[known]
        return Candidate(known, who.code, None if known in self._protected else who.year, True)

    def _sounding(self, key: str) -> Alike[str]:
        if self._by_sound is None:
            self._by_sound = {}
            for known, who in self._people.items():
                if who.name:
                    self._by_sound.setdefault(by_sound(who), []).append(known)
        if key not in self._alike:
            self._alike[key] = Alike((known, self._people[known]) for known in self._by_sound.get(key, ()))
        return self._alike[key]
