"""The demonstration's register: agencies that help, groups and how they stand, and the people who are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from gvi_desktop.domain.agency import Agency, AgencyDraft, AgencyKind, Offer
from gvi_desktop.domain.group import Cohesion, Group, RelationDraft, RelationKind
from gvi_desktop.domain.membership import Accuracy, Membership, Reliability
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import Person, PersonRole, Protection, Supervision
from gvi_desktop.services import agencies, groups, memberships, people, quality
from gvi_desktop.services.unit import Unit, draft_of

OFFICERS = ("Karin Norén", "Peter Strand", "Lena Fors")
BASIS = "Kartläggningen och samtal med dem som känner gruppen; prövat mot källan vid översynen."
ENFORCING = ("Polisen", "Frivården")
HELPERS = (
    (
        "Socialtjänsten",
        AgencyKind.SOCIAL_SERVICES,
        "019-00 00 10",
        "mån–fre 8–17",
        "Bostad, ekonomi, stöd till föräldrar och hjälp att lämna kriminalitet.",
        "Housing, money, support for parents and help to leave crime.",
        "Stan, novac, podrška roditeljima i pomoć da napustiš kriminal.",
    ),
    (
        "Föreningen Nya vägar",
        AgencyKind.ASSOCIATION,
        "019-00 00 20",
        "alla dagar 10–22",
        "Någon att prata med som själv har lämnat, praktik och idrott.",
        "Somebody to talk to who has left too, work placements and sport.",
        "Neko za razgovor ko je i sam to napustio, praksa i sport.",
    ),
    (
        "Arbetsmarknadsenheten",
        AgencyKind.MUNICIPALITY,
        "019-00 00 30",
        "mån–tors 9–16",
        "Praktik, jobb och utbildning, med en handledare som följer med.",
        "Work placements, jobs and training, with somebody who comes along.",
        "Praksa, posao i obrazovanje, uz nekoga ko ide s tobom.",
    ),
    (
        "Beroendecentrum",
        AgencyKind.HEALTH,
        "019-00 00 40",
        "mån–fre 8–16",
        "Hjälp att sluta med droger, och stöd vid oro, sömnsvårigheter och svåra minnen.",
        "Help to stop using drugs, with sleep, worry and hard memories.",
        "Pomoć da prestaneš s drogom, san, nemir i teška sjećanja.",
    ),
)
GROUPS = {
    "Vivalla Norra": ("Vivalla", 18, Cohesion.TIGHT),
    "Oxhagen": ("Oxhagen", 15, Cohesion.NETWORK),
    "Varberga": ("Varberga", 16, Cohesion.NETWORK),
    "Baronbackarna": ("Baronbackarna", 12, Cohesion.LOOSE),
    "Brickebacken": ("Brickebacken", 12, Cohesion.LOOSE),
    "Centrum": ("Centrum", 14, Cohesion.NETWORK),
}
RELATIONS = (
    ("Vivalla Norra", "Oxhagen", RelationKind.CONFLICT, 210, "Polisens lägesbild"),
    ("Varberga", "Centrum", RelationKind.CONFLICT, 150, "Socialtjänsten och polisen, samstämmigt"),
    ("Oxhagen", "Centrum", RelationKind.ALLIANCE, 180, "Polisens lägesbild"),
)


@dataclass(frozen=True)
class Cast:
    """Ids of people: who is called to the first meeting, who to the next, and who is visited between them."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    visited: tuple[str, ...]


def agencies_of(unit: Unit) -> None:
    """The office's particulars, and the agencies: those that help stand in the directory with what they offer."""
    unit.change(
        Office,
        unit.office.id,
        phone="019-00 00 00",
        phone_hours="",
        parties=("Polisen", "Frivården", "Örebro kommun", "Länsstyrelsen"),
        area="Örebro tätort",
    )
    known = {one.name for one in unit.find(Agency)}
    for name, kind in zip(ENFORCING, (AgencyKind.POLICE, AgencyKind.PROBATION), strict=True):
        if name not in known:
            agencies.add(unit, AgencyDraft(name=name, agency_kind=kind))
    for name, kind, phone, hours, sv, en, bs in HELPERS:
        offers = (Offer("sv", sv), Offer("en", en), Offer("bs", bs))
        agencies.add(
            unit,
            AgencyDraft(name=name, agency_kind=kind, phone=phone, hours=hours, in_directory=True, offers=offers),
        )


def relations_of(unit: Unit) -> None:
    """What is known of the groups, and the conflicts and the alliance between them, each with its source."""
    by_name = {group.name: group for group in unit.find(Group)}
    for name, (area, size, cohesion) in GROUPS.items():
        review = unit.today + timedelta(days=180)
        known = draft_of(by_name[name], area=area, size=size, cohesion=cohesion, next_review_on=review)
        groups.change(unit, by_name[name].id, known)
        quality.mark_reviewed(unit, "group", by_name[name].id)
    for one, other, kind, days, source in RELATIONS:
        draft = RelationDraft(
            group=by_name[one].id,
            other=by_name[other].id,
            relation_kind=kind,
            from_on=unit.today - timedelta(days=days),
            source=source,
        )
        groups.add_relation(unit, draft)


def review(unit: Unit) -> Cast:
    """Look through adults of each group, and choose who is called; the rest of the import stays to review."""
    m = unit.table(Membership).c
    first: list[str] = []
    second: list[str] = []
    visited: list[str] = []
    for place, group in enumerate(unit.find(Group, order_by=unit.table(Group).c.sort_text)):
        links = {link.person: link for link in unit.find(Membership, m.group == group.id)}
        found = unit.by_ids(Person, links).values()
        ready = sorted(
            (one for one in found if one.protection is Protection.NONE and one.birth_date),
            key=lambda one: (str(one.birth_date), one.code_name),
        )
        duty = [one for one in ready if one.supervision is not Supervision.NONE]
        free = [one for one in ready if one.supervision is Supervision.NONE]
        early, late = [*duty[:1], *free[:1]], [*duty[1:2], *free[1 : 3 - len(duty[1:2])]]
        others = free[3:5]
        for one in (*early, *late, *others):
            _reviewed(unit, one, links[one.id], OFFICERS[place % len(OFFICERS)], one in early or one in late)
        first += _ids(early)
        second += _ids(late)
        visited += _ids(others)
    return Cast(tuple(first), tuple(second), tuple(visited))


def _ids(found: Iterable[Person]) -> list[str]:
    return [one.id for one in found]


def _reviewed(unit: Unit, person: Person, link: Membership, officer: str, messenger: bool) -> None:
    until = unit.today + timedelta(days=240)
    role = PersonRole.MESSENGER if messenger else PersonRole.GROUP_LINKED
    duty = person.supervision is not Supervision.NONE
    people.change(
        unit,
        person.id,
        draft_of(person, role=role, supervision_officer=officer if duty else "", next_review_on=until),
    )
    quality.mark_reviewed(unit, "person", person.id)
    known = draft_of(
        link, basis=BASIS, review_on=until, reliability=Reliability.MOSTLY, accuracy=Accuracy.PROBABLE
    )
    memberships.change(unit, link.id, known)
    quality.mark_reviewed(unit, "membership", link.id)


def approve(unit: Unit) -> int:
    """The colleague approves every link whose grounds have been looked through; returns how many. The others of the
    import wait, and count for nothing yet."""
    waiting = [one for one in unit.find(Membership) if not one.approved_by and one.basis == BASIS]
    return len([memberships.approve(unit, one.id) for one in waiting])
