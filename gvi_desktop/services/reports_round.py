"""The report of a round of notifications: who was aimed at, what each day and team did, and who is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gvi_desktop.domain.notification import Notification, Outcome, Reaction
from gvi_desktop.domain.person import Person, is_minor
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.user import Right
from gvi_desktop.services.report_parts import Report, Row, Section, Teller, day, filled
from gvi_desktop.services.roundplan import Board, Tally, board
from gvi_desktop.services.suppress import alone, blocks, part, safe, summed
from gvi_desktop.services.unit import Unit


def make(unit: Unit, round_id: str, language: str, *, public: bool = False) -> Report:
    """The report; the public one says neither name nor reason nor team."""
    unit.need(Right.READ)
    tell = Teller(language, public=public)
    one = unit.get(Round, round_id)
    n = unit.table(Notification).c
    visits = unit.find(Notification, n.round == round_id, n.corrected == 0, order_by=(n.on, n.at))
    made = [visit for visit in visits if visit.is_attempt]
    talks = [visit for visit in made if visit.is_talk]
    young = _under_18(unit, talks)
    sections = (
        _public(one, made, talks, young, tell)
        if public
        else _whole(one, board(unit, round_id), made, talks, young, tell)
    )
    notes = [tell("note_effect"), tell("note_people"), tell("note_round")]
    notes += [tell("note_small"), tell("note_overlap")] if public else []
    title = tell("round_title_public" if public else "round_title", name=one.name)
    return Report(title, _dates(one), filled(sections), tuple(notes))


def _dates(one: Round) -> str:
    return " – ".join(part for part in (day(one.from_on), day(one.to_on)) if part)


def _under_18(unit: Unit, talks: Sequence[Notification]) -> int:
    people = unit.by_ids(Person, {talk.person for talk in talks})
    return sum(
        talk.on is not None and talk.person in people and is_minor(people[talk.person], talk.on) for talk in talks
    )


def _whole(
    one: Round,
    shared: Board,
    made: Sequence[Notification],
    talks: Sequence[Notification],
    young: int,
    tell: Teller,
) -> list[Section]:
    met = {talk.person for talk in talks}
    progress = (
        ("targets", len(one.targets)),
        ("attempts", len(made)),
        ("talks", len(talks)),
        ("individuals", len(met)),
        ("left_over", len(one.targets - met)),
        ("talks_under_18", young),
        ("talks_with_all_three_messages", sum(t.message_1 and t.message_2 and t.message_3 for t in talks)),
        ("asked_for_help", sum(t.asked_for_help for t in talks)),
        ("follow_ups_30", sum(t.followup_30_on is not None for t in talks)),
    )
    columns = ("planned", "attempts", "talks", "individuals")
    days = [(day(on), *_tally(tally)) for on, tally in shared.by_day.items()]
    teams = [(team or tell("no_team"), *_tally(tally)) for team, tally in shared.by_team.items()]
    outcomes = Counter(visit.outcome for visit in made)
    reactions = Counter(talk.reaction for talk in talks if talk.reaction)
    return [
        tell.facts("round_about", (("reason", one.reason), ("responsible", one.responsible))),
        tell.facts("progress", progress, figures=True),
        tell.table("by_day", ("date", *columns), days),
        tell.table("by_team", ("team", *columns), teams if one.teams else ()),
        tell.table(
            "by_outcome", ("figure", "value"), [(tell.words.value(o), outcomes[o]) for o in Outcome if outcomes[o]]
        ),
        tell.table(
            "by_reaction", ("figure", "value"), [(tell.words.value(r), reactions[r]) for r in Reaction if reactions[r]]
        ),
    ]


def _tally(tally: Tally) -> Row:
    return tally.planned, tally.attempts, tally.talks, tally.individuals


def _public(
    one: Round, made: Sequence[Notification], talks: Sequence[Notification], young: int, tell: Teller
) -> list[Section]:
    """Numbers that stay five or more whatever is taken away from them."""
    missed = len(made) - len(talks)
    both = safe(len(talks), missed)
    met = {talk.person for talk in talks}
    targets = len(one.targets)
    rows: tuple[tuple[str, int | None], ...] = (
        # Taken from the targets, those who were met leave those who were not.
        ("targets", targets if part(len(one.targets & met), targets) is not None else None),
        ("attempts", len(made) if both else None),
        ("talks", alone(len(talks))),
        ("individuals", alone(len(met))),
        ("talks_under_18", part(young, len(talks))),
        ("asked_for_help", part(sum(talk.asked_for_help for talk in talks), len(talks))),
    )
    shown = tuple((tell(name), tell.cell(number)) for name, number in rows)
    days = sorted({visit.on for visit in made if visit.on is not None})
    counted = [
        (sum(talk.on == on for talk in talks), sum(visit.on == on and not visit.is_talk for visit in made))
        for on in days
    ]
    by_day = [
        (" – ".join(dict.fromkeys((day(days[block[0]]), day(days[block[-1]])))), sum(sums), sums[0])
        for block in (blocks(counted) or () if both else ())
        for sums in (summed(counted, block),)
    ]
    return [
        Section("progress", tell("progress"), (tell("figure"), tell("value")), shown),
        tell.table("by_day", ("date", "attempts", "talks"), by_day),
    ]
