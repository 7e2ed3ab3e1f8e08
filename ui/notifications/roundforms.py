"""The forms of a round: what it is and who is in its teams, and how its people are shared out over teams and days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.notification import Trigger
from gvi_desktop.domain.round import Round, RoundDraft, RoundProblem, problems
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import incidents, pickers, roundplan, rounds
from gvi_desktop.services.incidents import RoundAfter
from gvi_desktop.services.roundplan import Proposal
from ui.kit.act import Act
from ui.kit.dates import show_date, today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.fields.ref import Choosable, Option, RefField, RefsField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.text import label
from ui.kit.words import Words
from ui.notifications.team import TeamsField

AFTER = "incident:"
"""Before the id of the incident that a new round follows."""
MOST = 4  # visits of a team in a day, unless another number is wanted
LONGEST = 92  # days that are looked through for a share-out


@dataclass(frozen=True)
class RoundForms:
    """Makes the forms of rounds; `show(id)` goes back to a round when its people have been shared out."""

    words: Words
    tasks: Tasks
    show: Callable[[str], object]

    def round(self, record: Round | None, about: str = "") -> FormPanel:
        """A round: why, when, the people it is to reach, and its teams; `about` may name the incident it follows."""
        group = RefField(
            "of_group",
            self.tasks,
            pickers.group_options,
            pickers.resolve_groups,
            QCoreApplication.translate("VisitForms", "Add everybody of a group"),
        )
        targets = RefsField("targets", self.tasks, pickers.person_options, pickers.resolve_people)
        form = Form(
            [
                TextField("name", required=True),
                NoteField("reason", lines=3),
                Row(DateField("from_on", required=True), DateField("to_on")),
                TextField("responsible"),
                targets,
                group,
                TeamsField("teams", lines=4),
            ],
            self.words,
            "round",
            RoundDraft,
        )
        form.load(record if record is not None else {"from_on": today()})

        def add(found: Sequence[Choosable]) -> None:
            known = targets.value()
            targets.restore([*targets.state(), *([c.id, c.text, c.note] for c in found if c.id not in known)])
            group.set_value(None)

        def chosen(which: str | None) -> None:
            if which:
                self.tasks.read(form, rounds.members, which, then=add)

        form.on("of_group", chosen)

        def begin(after: RoundAfter) -> None:
            if not form.dirty:
                form.fill(_begun(self.words, after))
                add(after.people)

        if record is None and about.startswith(AFTER):
            self.tasks.read(form, incidents.round_after, about.removeprefix(AFTER), then=begin)

        def draft() -> RoundDraft:
            return form.make(RoundDraft, imported=record.imported if record else False)

        return FormPanel(
            QCoreApplication.translate("VisitForms", "Change the round")
            if record
            else QCoreApplication.translate("VisitForms", "New round"),
            form,
            save=lambda: Act(rounds.change, record.id, draft()) if record else Act(rounds.plan, draft()),
            check=lambda: problems(draft()),
        )

    def share(self, record: Round) -> FormPanel:
        """Who goes to whom and when: the people left, the teams and the days; the proposal is shown while one types."""
        known = [Option(team.name, team.name) for team in record.teams]

        def find(_unit: Any, text: str) -> Sequence[Option]:
            return [one for one in known if text.casefold() in one.text.casefold()]

        def resolve(_unit: Any, names: Sequence[str]) -> Sequence[Option]:
            return [one for one in known if one.id in names]

        said = label("", role="muted")
        said.setAccessibleName(QCoreApplication.translate("ShareForm", "Proposal"))
        people = RefsField(
            "people",
            self.tasks,
            pickers.person_options,
            pickers.resolve_people,
            QCoreApplication.translate("ShareForm", "Who is to be visited"),
            hint=QCoreApplication.translate(
                "ShareForm", "Those who are left and have no visit planned. Who is added and has one is moved."
            ),
        )
        first = DateField("first", QCoreApplication.translate("ShareForm", "From"), required=True)
        last = DateField("last", QCoreApplication.translate("ShareForm", "Until"), required=True)
        teams = RefsField("crews", self.tasks, find, resolve, QCoreApplication.translate("ShareForm", "Teams"))
        weekends = CheckField("weekends", QCoreApplication.translate("ShareForm", "Saturdays and Sundays too"))
        most = NumberField(
            "most", QCoreApplication.translate("ShareForm", "Visits a team and day, at most"), low=1, high=50
        )
        trigger = ChoiceField("trigger", Trigger, self.words.label("notification", "trigger"), required=True)
        heading = QCoreApplication.translate("ShareForm", "Proposal")
        form = Form(
            [people, teams, Row(first, last), weekends, most, trigger, Section(heading), said], self.words, "round"
        )
        begins = max(today(), record.from_on or today())
        ends = max(begins, record.to_on or begins + timedelta(days=13))
        teams.restore([[one.id, one.text, one.note] for one in known])
        form.load({"first": begins, "last": ends, "most": MOST, "trigger": Trigger.OTHER})

        def wanted() -> tuple[Any, ...]:
            values = form.values()
            order = [one.id for one in known if one.id in values["crews"]]
            return record.id, values["people"], order, _days(values), values["most"] or MOST

        def show(found: Proposal) -> None:
            said.setText(_told(found))

        def ask() -> None:
            self.tasks.read(form, roundplan.propose, *wanted(), then=show, only="share")

        def begin(left: Sequence[Choosable]) -> None:
            if not people.value():
                people.restore([[one.id, one.text, one.note] for one in left])
                form.settle()
                ask()

        form.changed.connect(ask)
        self.tasks.read(form, _left, record.id, then=begin)

        def found() -> list[Problem]:
            values = form.values()
            wrong = [Problem(CommonProblem.MISSING, one) for one in ("crews", "people") if not values[one]]
            wrong += [Problem(CommonProblem.MISSING, one) for one in ("first", "last") if values[one] is None]
            if not wrong and not _days(values):
                wrong.append(Problem(RoundProblem.NO_DAYS, "last"))
            return wrong

        return FormPanel(
            QCoreApplication.translate("ShareForm", "Share out over teams and days"),
            form,
            save=lambda: Act(roundplan.share_evenly, *wanted(), form.values()["trigger"] or Trigger.OTHER),
            check=found,
            save_text=QCoreApplication.translate("ShareForm", "Plan these visits"),
            then=lambda _visits: self.show(record.id),
        )


def _begun(words: Words, after: RoundAfter) -> dict[str, Any]:
    """Name, reason and day of a round that follows an incident: what happened, not why it was judged so."""
    incident = after.incident
    what, day = words.value(incident.incident_type), show_date(incident.on)
    name = QCoreApplication.translate("VisitForms", "After {incident} {day}").format(incident=what.casefold(), day=day)
    where = f", {incident.area}" if incident.area else ""
    reason = QCoreApplication.translate("VisitForms", "Notifications after an incident: {incident}{where}, {day}.")
    said = reason.format(incident=what.casefold(), where=where, day=day)
    return {"name": f"{after.group}: {name}"[:80] if after.group else name, "reason": said, "from_on": today()}


def _left(unit: Any, round_id: str) -> Sequence[Choosable]:
    return pickers.resolve_people(unit, roundplan.open_targets(unit, round_id))


def _days(values: dict[str, Any]) -> list[date]:
    first, last = values["first"], values["last"]
    if first is None or last is None:
        return []
    span = [first + timedelta(days=at) for at in range(min((last - first).days + 1, LONGEST))]
    return [day for day in span if values["weekends"] or day.weekday() < 5]


def _told(found: Proposal) -> str:
    """The proposal in words: a line for each day and team, then who finds no place and who may not be visited."""
    places: dict[tuple[date, str], list[str]] = {}
    for one in found.shares:
        places.setdefault((one.day, one.team), []).append(found.names[one.person])
    lines = [f"{show_date(day)} · {team}: {', '.join(names)}" for (day, team), names in places.items()]
    if found.left_over:
        text = QCoreApplication.translate("ShareForm", "No place is left for {count}: {names}")
        lines.append(text.format(count=len(found.left_over), names=_names(found, found.left_over)))
    if found.stopped:
        text = QCoreApplication.translate("ShareForm", "Not to be visited yet: {names}")
        lines.append(text.format(names=_names(found, found.stopped)))
    return "\n".join(lines) or QCoreApplication.translate("ShareForm", "Nobody is left to be shared out.")


def _names(found: Proposal, people: Sequence[str]) -> str:
    return ", ".join(found.names[one] for one in people)
