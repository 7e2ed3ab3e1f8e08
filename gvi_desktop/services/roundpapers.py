"""The papers of a round: what each team has before it on a day, by code name unless asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.round import Round, RoundTeam
from gvi_desktop.domain.user import Right
from gvi_desktop.letters.pages import teamlist
from gvi_desktop.letters.pages.paper import MOST_COPIES, Marks
from gvi_desktop.services import roundplan
from gvi_desktop.services.filepassword import locked
from gvi_desktop.services.papers import Order, PaperProblem
from gvi_desktop.services.roundplan import Errand
from gvi_desktop.services.stationery import letterhead
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically
from gvi_desktop.wording import Words

DESTROY_AFTER = timedelta(days=7)
"""Visits are logged the same day; the list need not outlive the week."""


def print_day(
    unit: Unit, round_id: str, day: date, order: Order | None = None, way: DisclosureWay = DisclosureWay.PRINT
) -> bytes:
    """What is planned for a day as PDF, a sheet for each team: one `print` in the journal, one entry in the disclosure
    register. Who has a protected identity, or may not be visited, stands on no list; each real name shown is noted."""
    unit.need(Right.PRINT)
    order = order or Order()
    if not 1 <= order.copies <= MOST_COPIES:
        raise RefusedError(PaperProblem.BAD_COPIES, most=MOST_COPIES)
    one = unit.get(Round, round_id)
    errands = [each for each in roundplan.errands(unit, round_id, day) if not each.protected and not each.stops]
    if not errands:
        raise RefusedError(PaperProblem.NOTHING_TO_PRINT)
    words = Words(order.language or unit.office.language.value)
    shown = _shown(unit, errands, order.names)
    crews = [
        teamlist.Crew(
            name or words.text("roundpapers", "no_team"),
            _members(one.teams, name),
            [_call(words, each, day, shown[each.id]) for each in errands if each.team == name],
        )
        for name in dict.fromkeys(each.team for each in errands)
    ]
    marks = Marks(unit.today, order.copies, max(day, unit.today) + DESTROY_AFTER)
    pdf = teamlist.draw(f"{one.name} · {day.isoformat()}", crews, letterhead(unit), marks, words.language)
    unit.title = "round.print"
    unit.note("print", one, f"{day.isoformat()} {order.copies}")
    _disclose(unit, one, day, order.copies, errands, way)
    return pdf


def print_day_to(unit: Unit, round_id: str, day: date, order: Order, path: Path, password: str = "") -> None:
    """The lists into a file, behind a password where one is given; when the disk refuses, nothing has been noted. What
    lies on a disk is handed out, so printing is not right enough."""
    unit.need(Right.EXPORT)
    write_atomically(path, locked(print_day(unit, round_id, day, order, DisclosureWay.FILE), password))


def _call(words: Words, errand: Errand, day: date, name: str) -> teamlist.Call:
    know = [words.text("roundpapers", "under_18")] if errand.minor else []
    if errand.language:
        spoken = words.text("roundpapers", "interpreter", language=errand.language)
        know.append(spoken if errand.interpreter else errand.language)
    tried = []
    if errand.last is not None and errand.last.outcome is not None and errand.last.on is not None:
        key = "tried_once" if errand.tried == 1 else "tried"
        said = {"count": errand.tried, "day": errand.last.on.isoformat(), "outcome": words.value(errand.last.outcome)}
        tried.append(words.text("roundpapers", key, **said))
    if errand.planned_on < day:
        tried.append(words.text("roundpapers", "planned_earlier", day=errand.planned_on.isoformat()))
    return teamlist.Call(name, ", ".join(errand.groups), ", ".join(know), "; ".join(tried))


def _members(teams: Sequence[RoundTeam], name: str) -> str:
    found = [member for team in teams if team.name == name for member in team.members]
    return " · ".join(", ".join(part for part in (one.agency, one.name) if part) for one in found)


def _shown(unit: Unit, errands: Sequence[Errand], names: bool) -> dict[str, str]:
    """What each person is called on the list, by id of the visit."""
    if not names:
        return {each.id: each.code_name for each in errands}
    people = unit.by_ids(Person, {each.person for each in errands})
    for person in people.values():
        unit.note("reveal", person, "print")
    return {each.id: people[each.person].full_name or each.code_name for each in errands}


def _disclose(
    unit: Unit, one: Round, day: date, copies: int, errands: Sequence[Errand], way: DisclosureWay
) -> None:
    """Every print makes an entry (records.md, disclosure), in the words of the office."""
    words = Words(unit.office.language.value)
    unit.add(
        Disclosure,
        DisclosureDraft(
            on=unit.today,
            way=way,
            what=words.text("roundpapers", "printed", day=day.isoformat(), round=one.name, copies=copies),
            records=len(errands),
            people=frozenset(each.person for each in errands),
            agency=unit.office.agency,
            ground=OWN_AGENCY,
            decided_by=unit.user.name,
        ),
    )
