"""What a member of staff does in a day, a service each: what must be there first, and what the service is called with.

The walk of roles guesses arguments, and half of the services that write want something that nobody guesses. Here each
gets it from a coordinator in the same step, and is then called as staff by another user; all is taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from kit.callins import MadeCallin, add_person, go
from kit.lines import call, focus, incident, measure, wish
from kit.people import linked

from gvi_desktop.domain.agency import AgencyDraft, AgencyKind
from gvi_desktop.domain.callin import Callin, CallinDraft, GoDecision
from gvi_desktop.domain.disclosure import DisclosureDraft, DisclosureWay
from gvi_desktop.domain.extension import ExtensionDraft
from gvi_desktop.domain.focus import EndReason
from gvi_desktop.domain.group import GroupDraft, RelationDraft
from gvi_desktop.domain.invitee import Attendance
from gvi_desktop.domain.membership import Accuracy, Membership, Reliability
from gvi_desktop.domain.notification import NotificationDraft, Outcome, PlaceKind, TeamMember
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.pause import PauseDraft
from gvi_desktop.domain.person import GuardianDecision, Protection
from gvi_desktop.domain.regime import RegimeDraft
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.rightscase import RightsCaseDraft, RightsOutcome, RightsType, RightsWay
from gvi_desktop.domain.round import RoundDraft, RoundTeam
from gvi_desktop.domain.script import ScriptDraft
from gvi_desktop.services import (
    callins,
    clocks,
    focusing,
    groups,
    helping,
    incidents,
    invitees,
    lettertexts,
    memberships,
    minors,
    notifications,
    people,
    phonecalls,
    rehearsals,
    retention,
    rightscases,
    rounds,
    scripts,
)
from gvi_desktop.services.drafting import BlockText
from gvi_desktop.services.roundplan import Share
from gvi_desktop.services.unit import Unit

CARD = "card:sv"
TEXT = "title: Kort\nheading: Kort\n---\n# Hör av dig\n\nVi svarar när du vill.\n\n> {{phone}}\n"
TEAMS = (RoundTeam("Norr", (TeamMember("Polisen"),)),)
Chore = Callable[[Unit, MadeCallin], tuple[Any, ...]]


def _who(made: MadeCallin) -> str:
    return next(iter(made.people.values()))


def _seat(made: MadeCallin) -> str:
    return next(iter(made.invitees.values()))


def _talk(made: MadeCallin, **more: Any) -> NotificationDraft:
    said: dict[str, Any] = {"person": _who(made), "on": date(2026, 11, 22), "outcome": Outcome.REACHED}
    return NotificationDraft(**{**said, "team": (TeamMember("Polisen"),), **more})


def _logged(unit: Unit, made: MadeCallin) -> str:
    return notifications.log(unit, _talk(made))


def _focus(unit: Unit, made: MadeCallin) -> str:
    group = made.groups["Norr"]
    shot = incidents.add(unit, incident(group=group, area="Vivalla"))
    return focusing.start(unit, focus(group, incidents=frozenset({shot})))


def _measured(unit: Unit, made: MadeCallin) -> tuple[str, str]:
    started = _focus(unit, made)
    return started, focusing.add_measure(unit, measure(started))


def _link(unit: Unit, made: MadeCallin) -> str:
    return memberships.add(unit, _linked(made, "Söder"))


def _linked(made: MadeCallin, group: str) -> Any:
    return linked(made.people["Norr-1"], made.groups[group])


def _relation(unit: Unit, made: MadeCallin) -> str:
    return groups.add_relation(unit, _between(made))


def _between(made: MadeCallin, **more: Any) -> RelationDraft:
    return RelationDraft(group=made.groups["Norr"], other=made.groups["Söder"], **more)


def _clocked(unit: Unit, _made: MadeCallin) -> str:
    regime = retention.add_regime(unit, RegimeDraft(code="t", name="Två år", months=12, hard_months=24, source="Lag"))
    made = add_person(unit, "Klocka-1")
    return people.change(unit, made, replace(people.get(unit, made), regime=regime, retention_from=date(2026, 1, 10)))


def _pause(who: str) -> PauseDraft:
    return PauseDraft(person=who, from_on=date(2026, 11, 1), why="I anstalt")


def _paused(unit: Unit, made: MadeCallin) -> str:
    return clocks.add_pause(unit, _pause(_clocked(unit, made)))


def _extension(unit: Unit, made: MadeCallin) -> ExtensionDraft:
    return ExtensionDraft(person=_clocked(unit, made), on=date(2026, 10, 1), ground="Ny registrering", source="Polisen")


def _case(made: MadeCallin) -> RightsCaseDraft:
    return RightsCaseDraft(
        case_type=RightsType.CORRECTION, received_on=date(2026, 11, 20), from_whom="Den registrerade",
        way=RightsWay.POST, about="Födelseåret är fel.", person=_who(made),
    )  # fmt: skip


DECIDED = RightsCaseDraft(
    outcome=RightsOutcome.GRANTED, reason="Rätt.", decided_on=date(2026, 11, 21), decided_by="Lina"
)


def _asked(unit: Unit, made: MadeCallin) -> str:
    return rightscases.add(unit, _case(made))


def _decided(unit: Unit, made: MadeCallin) -> str:
    return rightscases.decide(unit, _asked(unit, made), DECIDED)


def _young(unit: Unit) -> str:
    return add_person(unit, "Ung-1", birth_year=None, birth_date=date(2010, 5, 1))


def _proposed(unit: Unit) -> str:
    return minors.propose_minor(unit, _young(unit), GuardianDecision.CONSENTS, "Risken är akut.")


def _round(unit: Unit, made: MadeCallin) -> str:
    return rounds.plan(unit, _planned(made))


def _planned(made: MadeCallin) -> RoundDraft:
    return RoundDraft(name="Vår", from_on=date(2026, 11, 22), targets=frozenset(made.people.values()), teams=TEAMS)


def _rehearsing(unit: Unit, made: MadeCallin) -> str:
    rehearsals.begin(unit, made.id)
    rehearsals.correct(unit, made.id, Correction("Mikrofonen tjuter", "Anna"))
    return made.id


def _evening(unit: Unit, made: MadeCallin) -> str:
    """The day of the call-in has come."""
    go(unit, made.id)
    unit.change(Callin, made.id, on=unit.today)
    return made.id


def _at_door(unit: Unit, made: MadeCallin) -> str:
    _evening(unit, made)
    return _seat(made)


def _arrived(unit: Unit, made: MadeCallin) -> str:
    invitees.check_in(unit, _at_door(unit, made))
    return _seat(made)


def _stopped(unit: Unit, made: MadeCallin) -> str:
    hidden = add_person(unit, "Dold-1", made.groups["Norr"], protection=Protection.REGISTRATION)
    return invitees.invite(unit, made.id, [hidden])[0]


def _kept(unit: Unit) -> str:
    unit.change(Office, unit.office.id, phone="019-21 10 00")
    lettertexts.keep(unit, CARD, TEXT)
    return CARD


def _used(unit: Unit) -> str:
    lettertexts.take_into_use(unit, _kept(unit))
    return CARD


def _script(unit: Unit) -> str:
    return scripts.add(unit, ScriptDraft(title="Nytt", language="sv"))


def _held(unit: Unit, made: MadeCallin) -> str:
    _evening(unit, made)
    for code, seat in made.invitees.items():
        invitees.mark(unit, seat, Attendance.NO_SHOW if code == "Norr-1" else Attendance.CAME)
    callins.hold(unit, made.id)
    return made.id


TODAY, SOON = date(2026, 11, 22), date(2026, 12, 1)
LATER = TODAY + timedelta(days=14)

CHORES: dict[str, Chore] = {
    "aftercallin.plan_talks": lambda u, m: (_held(u, m), [m.people["Norr-1"]], SOON),
    "agencies.add": lambda _u, _m: (AgencyDraft(name="Frivården", agency_kind=AgencyKind.PROBATION),),
    "callins.create": lambda u, _m: (CallinDraft(number=callins.next_number(u), on=SOON, start=time(18)),),
    "callins.decide": lambda _u, m: (m.id, "72", GoDecision.GO, "Allt är på plats."),
    "callins.hold": lambda u, m: (_evening(u, m),),
    "callins.follow_up": lambda u, m: (_held(u, m), TODAY),
    "clocks.add_pause": lambda u, m: (_pause(_clocked(u, m)),),
    "clocks.change_pause": lambda u, m: (made := _paused(u, m), replace(clocks.get_pause(u, made), why="Häkte")),
    "clocks.end_pause": lambda u, m: (_paused(u, m),),
    "clocks.remove_pause": lambda u, m: (_paused(u, m),),
    "clocks.add_extension": lambda u, m: (_extension(u, m),),
    "clocks.remove_extension": lambda u, m: (clocks.add_extension(u, _extension(u, m)),),
    "disclosures.note_spoken": lambda _u, m: (
        DisclosureDraft(on=TODAY, way=DisclosureWay.SPOKEN, what="Namn", people=frozenset({_who(m)}), agency="Polisen",
                        ground="own-agency", decided_by="Lina"),),
    "focusing.start": lambda u, m: (
        focus(m.groups["Norr"], incidents=frozenset({incidents.add(u, incident(group=m.groups["Norr"]))})),),
    "focusing.change": lambda u, m: (one := _focus(u, m), replace(focusing.get(u, one), basis="Tydligare grund.")),
    "focusing.review": lambda u, m: (_measured(u, m)[0], LATER),
    "focusing.end": lambda u, m: (_measured(u, m)[0], TODAY, EndReason.EFFECT_FELT, "Lugnt."),
    "focusing.add_measure": lambda u, m: (measure(_focus(u, m)),),
    "focusing.change_measure": lambda u, m: (
        (pair := _measured(u, m))[1], measure(pair[0], what="Fotpatrull")),
    "groups.add": lambda _u, _m: (GroupDraft(name="Väster", area="Oxhagen"),),
    "groups.add_relation": lambda _u, m: (_between(m),),
    "groups.change_relation": lambda u, m: (_relation(u, m), _between(m, source="Polisen")),
    "groups.end_relation": lambda u, m: (_relation(u, m), TODAY),
    "groups.remove_relation": lambda u, m: (_relation(u, m),),
    "helping.follow_up": lambda u, _m: (
        helping.add(u, wish(provider="Bostadslaget", first_contact_on=TODAY)), 3, "Arbetar."),
    "invitees.invite": lambda u, m: (m.id, [add_person(u, "Ny-1", m.groups["Norr"])]),
    "invitees.mark": lambda u, m: (_at_door(u, m), Attendance.CAME),
    "invitees.check_in": lambda u, m: (_at_door(u, m),),
    "invitees.check_out": lambda u, m: (_arrived(u, m),),
    "invitees.leave_early": lambda u, m: (_arrived(u, m),),
    "lettertexts.keep": lambda _u, _m: (CARD, TEXT),
    "lettertexts.sign_off": lambda u, _m: (_kept(u), "Lina Jurist"),
    "lettertexts.take_into_use": lambda u, _m: (_kept(u),),
    "lettertexts.drop_draft": lambda u, _m: (_kept(u),),
    "lettertexts.back_to_shipped": lambda u, _m: (_used(u),),
    "memberships.add": lambda _u, m: (_linked(m, "Söder"),),
    "memberships.approve": lambda u, m: (_link(u, m),),
    "memberships.change": lambda u, m: (one := _link(u, m), replace(u.get(Membership, one), basis="Sedd igen.")),
    "memberships.review": lambda u, m: (_link(u, m), date(2027, 5, 1), Reliability.MOSTLY, Accuracy.PROBABLE),
    "minors.propose_minor": lambda u, _m: (_young(u), GuardianDecision.CONSENTS, "Risken är akut."),
    "minors.approve_minor": lambda u, _m: (_proposed(u),),
    "notifications.log": lambda _u, m: (_talk(m),),
    "notifications.change": lambda u, m: (_logged(u, m), _talk(m, place=PlaceKind.CUSTODY)),
    "notifications.correct": lambda u, m: (_logged(u, m), _talk(m, place=PlaceKind.CUSTODY)),
    "notifications.follow_up": lambda u, m: (_logged(u, m), 30, "Lugnt."),
    "notifications.remove": lambda u, m: (_logged(u, m),),
    "phonecalls.log": lambda _u, _m: (call(),),
    "phonecalls.change": lambda u, _m: (phonecalls.log(u, call()), call(at=time(12))),
    "phonecalls.consent": lambda u, m: (phonecalls.log(u, call()), _who(m), "", ["Socialtjänsten"]),
    "quality.mark_all_reviewed": lambda _u, m: ([("person", _who(m))],),
    "rehearsals.correct": lambda u, m: (rehearsals.begin(u, m.id), m.id, Correction("Ljudet"))[1:],
    "rehearsals.change": lambda u, m: (_rehearsing(u, m), 0, Correction("Ljudet", "Bo")),
    "rehearsals.tick": lambda u, m: (_rehearsing(u, m), 0),
    "rehearsals.finish": lambda u, m: (_rehearsing(u, m), 0),
    "rehearsals.make_task": lambda u, m: (_rehearsing(u, m), 0),
    "rehearsals.drop": lambda u, m: (_rehearsing(u, m), 0),
    "reviewing.keep": lambda u, m: ("group", m.groups["Norr"], date(2027, 3, 1), "Stämmer ännu."),
    "reviewing.close": lambda u, m: ("membership", _link(u, m), "Lämnade gruppen."),
    "rightscases.add": lambda _u, m: (_case(m),),
    "rightscases.change": lambda u, m: (_asked(u, m), replace(_case(m), about="Namnet är fel.")),
    "rightscases.decide": lambda u, m: (_asked(u, m), DECIDED),
    "rightscases.tell": lambda u, m: (_decided(u, m),),
    "rightscases.remove": lambda u, m: (_asked(u, m),),
    "roundplan.share_out": lambda u, m: (_round(u, m), [Share(_who(m), "Norr", SOON)]),
    "roundplan.share_evenly": lambda u, m: (_round(u, m), list(m.people.values()), ["Norr"], [SOON], 9),
    "rounds.change": lambda u, m: (_round(u, m), replace(_planned(m), name="Vårens")),
    "rounds.remove": lambda u, m: (_round(u, m),),
    "drafting.save": lambda _u, _m: (
        None, ScriptDraft(title="Nytt", language="sv"), [BlockText(title="Välkomna", text="Välkomna hit.")]),
    "invitees.clear_stop": lambda u, m: (_stopped(u, m), "Kallas muntligt, utan papper."),
    "speakerbook.give_care": lambda u, m: (_held(u, m), m.speakers[0])[1:],
    "scripts.change": lambda u, _m: (_script(u), ScriptDraft(title="Nyare", language="sv")),
    "scripts.remove": lambda u, _m: (_script(u),),
}  # fmt: skip
"""By name of the service; the setup is run by the coordinator, the call by whoever is tried."""
