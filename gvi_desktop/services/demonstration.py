"""The demonstration: a coordinator's weeks on made-up people, played through the same services as the real work."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from gvi_desktop import clock, paths
from gvi_desktop.crypto.kdf import FLOOR
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.guardian import GuardianDraft
from gvi_desktop.domain.membership import Accuracy, MembershipDraft, Reliability, SourceKind
from gvi_desktop.domain.person import GuardianDecision, PersonDraft, PersonRole
from gvi_desktop.domain.user import Role
from gvi_desktop.services import (
    demonstration_callin,
    demonstration_clocks,
    demonstration_field,
    demonstration_next,
    demonstration_register,
    demonstration_rounds,
    demonstration_speakers,
    groups,
    guardians,
    importing,
    memberships,
    minors,
    people,
    unlocking,
    users,
)
from gvi_desktop.services.storyclock import WEEKS, Demonstration, StoryClock
from gvi_desktop.services.workspace import Workspace

FIRST_USER, SECOND_USER = "Anna Ek", "Bo Lind"


def passphrase() -> str:
    """A passphrase for a vault of made-up people: easy to type, different each time."""
    return f"prova-{secrets.token_hex(3)}"


PRACTICE = "demonstration"
"""The passphrase of the vault that the welcome window makes; it is said there, since nothing in it is real."""


def practice() -> Workspace:
    """A demonstration vault among the user's documents, open and ready to try things in."""
    place, number = paths.documents_folder(), 1
    while (folder := place / f"GVI demonstration {number}.gvi").exists():
        number += 1
    return build(folder, secret=PRACTICE).workspace


def build(
    folder: Path, say: Callable[[str], None] = lambda line: None, *, language: str = "sv", secret: str = ""
) -> Demonstration:
    """Make the vault in a folder that does not exist yet and play the story; the workspace stays open."""
    story = StoryClock()
    story.days_ago(WEEKS * 7)
    secret = secret or passphrase()
    new = unlocking.NewVault(
        office="GVI Örebro (påhittad)",
        town="Örebro",
        agency="Örebro kommun",
        agency_kind=AgencyKind.MUNICIPALITY,
        purpose="Minska det dödliga våldet i grupper, med respekt, tydlighet och hjälp till den som vill lämna.",
        user=FIRST_USER,
        passphrase=secret,
        language=language,
    )
    workspace, recovery = unlocking.create(folder, new, cost=FLOOR, clock=story)
    told = Demonstration(workspace, folder, new.user, secret, recovery, "", 0, "", "", "", new.agency, [])

    def note(line: str) -> None:
        told.notes.append(line)
        say(line)

    workspace.write(demonstration_register.agencies_of)
    shown = workspace.read(importing.preview, paths.resource("demo", "orebro-year-one.xlsx"))
    result = workspace.write(importing.take_in, shown)
    accepted = ", ".join(f"{kind} {number}" for kind, number in result.accepted.items())
    note(f"imported the workbook of year one: {accepted}; rejected {len(result.rejected)}")
    users.add(workspace, SECOND_USER, Role.STAFF, secret, cost=FLOOR)
    told.minor, told.workspace = _minor(workspace, folder, secret, story)
    note("a minor: guardian's decision and best interests noted, approved by a second user")
    _play(told, story, note)
    story.told = True
    told.workspace.clock = clock.now
    return told


def _play(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """Nineteen weeks, in the order in which they happened."""
    story.days_ago(WEEKS * 7 - 2)
    ws = told.workspace
    ws.write(demonstration_register.relations_of)
    cast = ws.write(demonstration_register.review)
    reviewed = len(cast.first) + len(cast.second) + len(cast.visited)
    note(f"reviewed {reviewed} imported people and their links; conflicts and an alliance noted with their sources")
    ws.close()
    colleague = unlocking.unlock(told.folder, SECOND_USER, told.passphrase, clock=story)
    links = colleague.write(demonstration_register.approve)
    colleague.close()
    ws = told.workspace = unlocking.unlock(told.folder, FIRST_USER, told.passphrase, clock=story)
    note(f"{links} links to groups approved by a colleague; the rest of the import waits and counts for nothing yet")
    approved = ws.write(demonstration_speakers.approve)
    note(f"approved {approved} scripts, each by {len(demonstration_speakers.AGENCIES)} agencies")
    demonstration_callin.play(told, story, cast, note)
    demonstration_field.help_given(told, story, note)
    demonstration_rounds.after(told, story, note)
    demonstration_next.begin(told, story, cast, note)
    demonstration_field.focus(told, story, note)
    demonstration_next.prepare(told, story, note)
    demonstration_rounds.before(told, story, cast, note)
    demonstration_field.phone_and_help(told, story, note)
    demonstration_clocks.run(told, cast, note)


def _minor(workspace: Workspace, folder: Path, secret: str, story: StoryClock) -> tuple[str, Workspace]:
    born = story().date().replace(day=1) - timedelta(days=16 * 365 + 40)
    draft = PersonDraft(
        given_name="Elliot",
        family_name="Sandgren",
        birth_date=born,
        language="svenska",
        role=PersonRole.GROUP_LINKED,
        address="Exempelgatan 4, 700 00 Örebro",
    )
    person = workspace.write(people.add, draft)
    group = next(one for one in workspace.read(groups.lines) if one.name == "Baronbackarna")
    link = MembershipDraft(
        person=person,
        group=group.id,
        source="Socialtjänsten",
        source_kind=SourceKind.OTHER_AGENCY,
        reliability=Reliability.RELIABLE,
        accuracy=Accuracy.CONFIRMED,
        basis="Samtal med familjen; han umgås dagligen med äldre i gruppen.",
        review_on=story().date() + timedelta(days=170),
    )
    tie = workspace.write(memberships.add, link)
    guardian = GuardianDraft(
        person=person,
        name="Karin Sandgren",
        relation="mamma",
        phone="070-000 00 00",
        address="Exempelgatan 4, 700 00 Örebro",
    )
    workspace.write(guardians.add, guardian)
    reason = "Han umgås med äldre i gruppen; ett tidigt samtal med familjen minskar risken att han dras in."
    workspace.write(minors.propose_minor, person, GuardianDecision.CONSENTS, reason)
    # The approval needs a second person: the colleague signs in with a passphrase of his own.
    workspace.close()
    colleague = unlocking.unlock(folder, SECOND_USER, secret, clock=story)
    colleague.write(minors.approve_minor, person)
    colleague.write(memberships.approve, tie)
    colleague.close()
    return person, unlocking.unlock(folder, FIRST_USER, secret, clock=story)
