"""What lies outside a day's chores, a service each: handing out, exchanging, looking after the vault, choosing between
versions. Each gets what it wants from a coordinator in the same step, is then called by another user, and taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from kit import workbooks
from kit.callins import MadeCallin, add_person
from kit.chores import CARD, DECIDED, LATER, TEXT, _asked, _round, _who
from kit.letterbox import called, under_supervision, with_office
from kit.vaults import CHEAP, PASSPHRASE, SettableClock, new_vault

from gvi_desktop.domain.agency import AgencyDraft, AgencyKind
from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.deed import Judgement
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay, RecallState
from gvi_desktop.domain.ground import GroundDraft
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.lettertext import LetterText, TextStatus
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.window import Measures
from gvi_desktop.services import (
    agencies,
    checking,
    contacts,
    disclosures,
    exchangefolder,
    identity,
    importing,
    letters,
    lettertexts,
    plans,
    receiving,
    reports,
    rightscases,
    roundplan,
    sending,
    unlocking,
)
from gvi_desktop.services.checking import Check
from gvi_desktop.services.papers import Order
from gvi_desktop.services.roundplan import Share
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
TODAY = date(2026, 11, 22)


@dataclass
class World:
    """An office, a colleague whose bundle lies there and whose edit meets ours, a stranger, and a lost vault."""

    vault: Path
    folder: Path
    made: MadeCallin
    other: str
    """Id of another user, who is to be tried."""
    contact: str
    bundle: Path
    group: str
    """Both offices gave it another name."""
    stranger: bytes
    lost: bytes
    words: str
    checks: Mapping[str, Check]
    numbers: Any = None

    def path(self) -> Path:
        """A file that is not there yet."""
        self.numbers = self.numbers or count()
        return self.folder / f"made{next(self.numbers)}"

    def kept(self, content: bytes) -> Path:
        path = self.path()
        path.write_bytes(content)
        return path

    def people(self) -> Path:
        path = self.folder / f"{self.path().name}.xlsx"
        workbooks.xlsx(path, Personer=[["Kod", "Förnamn", "Efternamn"], ["Q1", "Kim", "Lund"]])
        return path


def world(office: Workspace, made: MadeCallin, other: str, clock: SettableClock, folder: Path) -> World:
    """Bo's office and ours meet; afterwards both rename the same group, and Bo's bundle waits."""
    bo = new_vault(folder / "bo.gvi", user="Bo", office="GVI Söder", clock=clock)
    stranger = new_vault(folder / "cia.gvi", user="Cia", office="GVI Väster", clock=clock)
    new = unlocking.NewVault("GVI Öster", "Örebro", "Kommunen", AgencyKind.MUNICIPALITY, "Syfte", "Dan", PASSPHRASE)
    lost, words = unlocking.create(folder / "lost.gvi", new, cost=CHEAP, clock=clock)
    for at, known in ((office, bo), (bo, office)):
        at.write(contacts.verify, at.write(contacts.add, known.read(identity.card)), contacts.VerifiedHow.IN_PERSON)
    group = office.write(lambda unit: unit.add(Group, GroupDraft(name="Öster", area="Brickebacken"))).id
    bo.write(receiving.take_in, bo.read(receiving.read, _sent(office, folder)))
    for at, name in ((office, "Öst"), (bo, "Österut")):
        clock.move(minutes=1)
        at.write(lambda unit, name=name: unit.change(Group, group, name=name))
    made_world = World(
        office.folder, folder, made, other, office.read(contacts.listed)[0].id, _sent(bo, folder), group,
        stranger.read(identity.card), lost.read(identity.card), words, checking.check(office),
    )  # fmt: skip
    for one in (bo, stranger, lost):
        one.close()
    return made_world


def _sent(office: Workspace, folder: Path) -> Path:
    return office.write(sending.export, sending.Request((office.read(contacts.listed)[0].id,)), folder).path


def _taken(unit: Unit, w: World) -> str:
    opened = receiving.read(unit, w.bundle)
    receiving.take_in(unit, opened)
    return opened.manifest.bundle_id


def _watched(unit: Unit, w: World) -> None:
    exchangefolder.take(unit, w.folder)


def _waiting(unit: Unit, w: World) -> str:
    return sending.make(unit, sending.Request((w.contact,)), w.path()).bundle


def _told(unit: Unit, w: World) -> str:
    who, ground = frozenset({_who(w.made)}), "own-agency"
    draft = DisclosureDraft(on=TODAY, what="Födelseår", people=who, agency="Polisen", ground=ground)
    return disclosures.note_spoken(unit, replace(draft, way=DisclosureWay.SPOKEN, decided_by="Lina"))


def _recalled_to_us(unit: Unit, _w: World) -> str:
    draft = DisclosureDraft(
        on=TODAY, way=DisclosureWay.BUNDLE, what="Namn", agency="Polisen", received=True, recalled_on=TODAY,
        recalled_why="Fel person.", recall_state=RecallState.ASKED,
    )  # fmt: skip
    return unit.add(Disclosure, draft).id


def _rivals(unit: Unit) -> str:
    lettertexts.keep(unit, CARD, TEXT)
    lettertexts.take_into_use(unit, CARD)
    used = lettertexts.in_use(unit, LetterKind.CARD)
    (one, *_) = unit.find(LetterText, unit.table(LetterText).c.status == TextStatus.IN_USE.value)
    assert used
    return unit.add(LetterText, replace(one, version=one.version + 1)).id


def _visits(unit: Unit, w: World) -> str:
    made = _round(unit, w.made)
    roundplan.share_out(unit, made, [Share(_who(w.made), "Norr", TODAY)])
    return made


def _drawn(unit: Unit) -> int:
    """Entry 1 of the history, which was the coordinator's, is in the sample."""
    row = {"seq": 1, "month": "2026-10", "user": unit.user.id, "drawn": "2026-11-01T12:00:00Z"}
    unit.connection.execute(ledger.sample.insert().values(**row))
    return 1


def _helper(unit: Unit) -> tuple[str, ...]:
    kind = AgencyKind.OTHER
    agencies.add(unit, AgencyDraft(name="Jouren", agency_kind=kind, phone="019-1", in_directory=True))
    return ("sv",)


def _letters(unit: Unit, w: World) -> Any:
    with_office(unit)
    who = unit.get(Callin, called(unit, under_supervision(unit, "Tall-1"), w.made.people["Norr-1"]))
    return letters.prepare(unit, LetterKind.NOTICE, callin=who.number)


def _letter(unit: Unit) -> Any:
    with_office(unit)
    return letters.prepare(unit, LetterKind.NOTIFICATION, "sv", person=add_person(unit, "Ny-1", given_name="Kim"))


Deed = Callable[[Unit, World], tuple[Any, ...]]

DEEDS: dict[str, Deed] = {
    "conflicts.choose": lambda u, w: (_taken(u, w), "group", w.group, "name", "Öst")[1:],
    "contacts.add": lambda _u, w: (w.stranger,),
    "contacts.add_file": lambda _u, w: (w.kept(w.stranger),),
    "contacts.add_given": lambda _u, w: (w.stranger,),
    "contacts.change": lambda u, w: (w.contact, replace(contacts.get(u, w.contact).record, purpose="Samordning")),
    "contacts.remove": lambda _u, w: (w.contact,),
    "contacts.revoke": lambda _u, w: (w.contact,),
    "contacts.verify": lambda _u, w: (w.contact, contacts.VerifiedHow.PHONE),
    "directory.print_directory": lambda u, _w: (_helper(u),),
    "directory.print_to": lambda u, w: (_helper(u), Order(), w.path()),
    "envelopes.keep": lambda _u, _w: (Measures(20, 45, 90, 30),),
    "exchangefolder.choose": lambda _u, w: (w.folder, w.vault),
    "exchangefolder.make": lambda u, w: (_watched(u, w), sending.Request((w.contact,)), w.path())[1:],
    "exchangefolder.make_receipt": lambda u, w: (_watched(u, w), _taken(u, w), w.path())[1:],
    "identity.export": lambda _u, w: (w.path(), "fem blåa kor"),
    "importing.take_in": lambda u, w: (importing.preview(u, w.people()),),
    "letters.save": lambda u, w: (_letters(u, w), w.path(), True),
    "letters_making.make": lambda u, w: (_letters(u, w), True),
    "lettertexts.settle": lambda u, _w: (_rivals(u),),
    "lettertextfiles.save_word": lambda u, w: (
        _letter(u), w.path()),
    "office.add_ground": lambda _u, _w: (GroundDraft(code="g9", title="Ny grund", source="Lag"),),
    "office.set_logo": lambda _u, _w: (LOGO,),
    "ownkeys.revoke_lost": lambda _u, w: (w.lost, w.words),
    "ownkeys.revoke_lost_by_file": lambda _u, w: (w.kept(w.lost), w.words),
    "plans.import_from": lambda u, w: (w.kept(plans.export_template(u, plans.default(u).id)),),
    "plans.import_template": lambda u, _w: (plans.export_template(u, plans.default(u).id),),
    "proofpaper.save": lambda _u, w: (w.checks, w.path()),
    "proofpaper.sheet": lambda _u, w: (w.checks,),
    "recalls.answer": lambda u, w: (_recalled_to_us(u, w), RecallState.DONE),
    "outgoing.arrived": lambda u, w: (_waiting(u, w), "paket.age"),
    "outgoing.lost": lambda u, w: (_waiting(u, w),),
    "receipts.make_notice": lambda _u, w: (w.contact, w.path()),
    "receipts.make_receipt": lambda u, w: (_taken(u, w), w.path()),
    "receipts.write_receipt": lambda u, w: (_taken(u, w), w.path()),
    "receiving.take_in": lambda u, w: (receiving.read(u, w.bundle),),
    "report_files.save": lambda u, w: (_report(u), "csv", "sv", w.path()),
    "report_parts.register": lambda u, _w: ("csv", _report(u)),
    "rightscases.recall": lambda u, w: (
        told := _told(u, w), rightscases.decide(u, _asked(u, w.made), DECIDED), [told])[1:],
    "roundpapers.print_day": lambda u, w: (_visits(u, w), TODAY),
    "roundpapers.print_day_to": lambda u, w: (_visits(u, w), TODAY, Order(), w.path()),
    "sampling.review": lambda u, _w: (_drawn(u), Judgement.FINE),
    "sending.make": lambda _u, w: (sending.Request((w.contact,)), w.path()),
    "sending.export": lambda _u, w: (sending.Request((w.contact,)), w.folder),
    "users.set_withheld": lambda _u, w: (w.other, frozenset({Compartment.HELP})),
}  # fmt: skip
"""By name of the service; the setup is run by the coordinator, the call by whoever is tried."""


def _report(unit: Unit) -> Any:
    return reports.make(unit, reports.Wish(reports.ReportKind.MONTH, Period(TODAY, LATER)))
