"""Where the free text of other records names people who are to be erased, and how their names are taken out of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as replace_values
from functools import cache
from typing import Any, get_origin, get_type_hints

import orjson
from sqlalchemy import func, literal, or_, select

from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.kinds import BY_KIND, RECORDS
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Compartment, draft_fields
from gvi_desktop.services import compartments, unreadtexts
from gvi_desktop.services.search import titles_of
from gvi_desktop.services.subject_values import STAFF
from gvi_desktop.services.telling import Telling
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.watching import Watch
from gvi_desktop.storage import histories
from gvi_desktop.storage.statements import chunks
from gvi_desktop.wording import Words

NEVER = frozenset({"user", "office", "regime", "ground", "contact"})
"""Kinds that are about the office and its staff, not about people in the vault."""
ASIDE = frozenset({
    "peer", "reference", "sha256", "said_sha256", "template_version", "version", "number", "language", "code",
    "ground", "fingerprint", "made_by", "team", "teams",
})  # fmt: skip
"""Fields that hold codes, or the names of those who work here."""
IDENTITY = {"person": frozenset({"code_name", "given_name", "family_name", "personal_number"})}
"""What others are called themselves: the same name there is theirs."""
ROWS = 400
BEFORE, AFTER = 14, 36
"""Letters shown before and after a name; few before it, so that a narrow column does not cut off the name itself."""
WORD = re.compile(r"[^\W_]+")
SENTENCE = re.compile(r"(?:^|[.!?:]\s*)$")
"""What stands before the first word of a sentence."""


@dataclass(frozen=True)
class Mention:
    """A field of another record that names somebody to be erased. `sure`: it can only mean them; else it may be
    another's name or an ordinary word, and somebody decides. `place` names it in decisions."""

    kind: str
    id: str
    field: str
    title: str
    excerpt: str
    sure: bool
    unread: bool = False
    """It stands in what only a later version reads."""

    @property
    def place(self) -> str:
        """Record and field."""
        return f"{self.kind}/{self.id}/{self.field}"


def telling_of(unit: Unit, people: Collection[Person]) -> Telling:
    """What tells of these people; what tells of others too is no sure sign."""
    known, gone = Telling(people), {one.id for one in people}
    p, g = unit.table(Person).c, unit.table(Guardian).c
    names = (p.code_name, p.given_name, p.family_name, p.address)
    rows = unit.connection.execute(select(p.id, p.personal_number, p.contact_ways, *names))
    for chunk in iter(lambda: rows.fetchmany(ROWS), []):
        for record_id, number, ways, code, given, family, address in chunk:
            if record_id in gone:
                continue
            given, family = given or "", family or ""
            reached = orjson.loads(ways) if ways else []
            whole = (f"{given} {family}", f"{family} {given}", given, family, *given.split(), *family.split())
            known.share((*whole, code or "", address or "", *reached), ((number or "")[-11:], *reached))
    for person, name, phone, address in unit.connection.execute(select(g.person, g.name, g.phone, g.address)):
        if person not in gone:
            name, phone = name or "", phone or ""
            known.share((name, *name.split(), phone, address or ""), (phone,))
    return known


def names_somebody(unit: Unit, text: str) -> bool:
    """Whether a text that stays for ever names anybody in the vault: by code name or family name, or by a given name
    that can be no first word of a sentence."""
    words = {one[0]: SENTENCE.search(text[: one.start()]) is not None for one in WORD.finditer(text)}
    capitals = {one: first for one, first in words.items() if one[0].isupper() or any(map(str.isdigit, one))}
    p = unit.table(Person).c
    for word, first in capitals.items():
        fields = (p.code_name, p.family_name) if first else (p.code_name, p.family_name, p.given_name)
        for sought in {word, word.removesuffix("s")} - {""}:
            among = (literal(" ").concat(one).concat(" ") for one in fields)
            hit = or_(*(one.contains(f" {sought} ", autoescape=True) for one in among))
            if unit.connection.execute(select(p.id).where(hit).limit(1)).first() is not None:
                return True
    return False


def find(
    unit: Unit, telling: Telling, without: Collection[str] = (), watch: Watch | None = None
) -> list[Mention]:
    """Every field of every record that names them, kind by kind; `without` = records that go anyway."""
    found: list[Mention] = []
    watch = watch or Watch()
    for record in RECORDS:
        if record.kind in NEVER or not _fields(record):
            continue
        hits = list(_in_kind(unit, record, telling, frozenset(without), watch))
        hidden = record.compartment_of_kind not in Compartment or not compartments.may_read(
            unit, record.compartment_of_kind
        )
        titles = titles_of(unit, record, sorted({one[0] for one in hits}))
        for record_id, name, text in hits:
            places = telling.hits(text)
            sure = all(one.sure for one in places)
            excerpt = "" if hidden else _excerpt(text, places[0].start, places[0].end)
            title = titles.get(record_id, "")
            found.append(Mention(record.kind, record_id, name, "" if title == record_id else title, excerpt, sure))
    return found + _unread(unit, telling, frozenset(without))


def _unread(unit: Unit, telling: Telling, without: frozenset[str]) -> list[Mention]:
    """The same in what only a later version reads; shown only to those who see every compartment."""
    found: dict[str, Mention] = {}
    hidden = not all(compartments.may_read(unit, one) for one in Compartment)
    for kind, record_id, name, text in unreadtexts.texts(unit, telling):
        if record_id in without:
            continue
        places = telling.hits(text)
        excerpt = "" if hidden else _excerpt(text, places[0].start, places[0].end)
        one = Mention(kind, record_id, name, "", excerpt, all(place.sure for place in places), unread=True)
        before = found.get(one.place)  # the other value of a field in conflict
        found[one.place] = one if before is None or before.sure else before
    return list(found.values())


def text_at(unit: Unit, one: Mention) -> str | None:
    """What stands in the place of a mention now; None where there is nothing any more."""
    if one.unread:
        return unreadtexts.text_at(unit, one.id, one.field)
    t = unit.table(BY_KIND[one.kind])
    row = unit.connection.execute(select(t.c[one.field]).where(t.c.id == one.id)).first()
    return None if row is None else row[0]


def described(unit: Unit, one: Mention, text: str, place: tuple[int, int] | None) -> Mention:
    """The mention with its title and a piece of the text around a place, as far as the user sees it."""
    record = BY_KIND.get(one.kind)
    if record is None:
        hidden, title = not all(compartments.may_read(unit, room) for room in Compartment), ""
    else:
        hidden = not compartments.may_read(unit, record.compartment_of_kind)
        title = titles_of(unit, record, [one.id]).get(one.id, "")
    excerpt = "" if hidden or place is None else _excerpt(text, *place)
    return replace_values(one, title="" if title == one.id else title, excerpt=excerpt)


def _in_kind(
    unit: Unit, record: type[Any], telling: Telling, without: frozenset[str], watch: Watch
) -> Iterator[tuple[str, str, str]]:
    t, names = unit.table(record), _fields(record)
    whole: Any = literal("")
    for name in names:
        whole = whole + literal("\n") + func.coalesce(t.c[name], "")
    near: list[str] = []
    rows = unit.connection.execute(select(t.c.id, whole))
    for chunk in iter(lambda: rows.fetchmany(ROWS), []):
        watch.more(len(chunk))
        if telling.near("\n".join(row[1] for row in chunk)):
            near += [one for one, text in chunk if one not in without and telling.near(text) and telling.hits(text)]
    for ids in chunks(near):
        for row in unit.connection.execute(select(t.c.id, *(t.c[name] for name in names)).where(t.c.id.in_(ids))):
            for name, text in zip(names, row[1:], strict=True):
                if text and telling.hits(text):
                    yield row[0], name, text


def replace(unit: Unit, telling: Telling, found: Iterable[Mention]) -> int:
    """Put a neutral word in the place of the names; the old text is in no journal entry. Returns how many fields."""
    somebody = Words(unit.office.language.value).text("retention", "somebody")
    by_record: dict[tuple[str, str], list[str]] = {}
    unread: dict[tuple[str, str], list[str]] = {}
    for one in found:
        (unread if one.unread else by_record).setdefault((one.kind, one.id), []).append(one.field)
    unreadtexts.replace(unit, telling, unread, somebody)
    for (kind, record_id), names in by_record.items():
        record = BY_KIND[kind]
        t = unit.table(record)
        row = unit.connection.execute(select(*(t.c[name] for name in names)).where(t.c.id == record_id)).one()
        caps = _caps(record)
        values = {
            name: telling.replaced(text or "", somebody)[: caps.get(name)]
            for name, text in zip(names, row, strict=True)
        }
        unit.store.redact(record, record_id, values)
    return sum(len(names) for some in (by_record, unread) for names in some.values())


def settle(unit: Unit, telling: Telling, kept: Collection[str] = ()) -> int:
    """Where offices differ on a value and one of the values names them, what is shown stays, without the name. Returns
    in how many records."""
    count = 0
    for record_id, kind in histories.in_conflict(unit.connection, telling.near):
        state = histories.load(unit.connection, record_id)
        if state is None or record_id in kept or kind in NEVER or kind not in BY_KIND:
            continue
        names = [
            name
            for name, cell in state.cells.items()
            if len(cell.siblings) > 1 and any(_names(telling, value) for _, value in cell.siblings.values())
        ]
        if names and (known := [name for name in names if name in _fields_of(kind)]):
            shown = {name: state.cells[name].shown or "" for name in known}
            somebody = Words(unit.office.language.value).text("retention", "somebody")
            values = {name: telling.replaced(str(text), somebody) for name, text in shown.items()}
            unit.store.redact(BY_KIND[kind], record_id, values)
            count += 1
    return count


def _names(telling: Telling, value: object) -> bool:
    return isinstance(value, str) and any(one.sure for one in telling.hits(value))


def undecided(found: Iterable[Mention], decided: Mapping[str, bool]) -> list[Mention]:
    """Those of which nobody has said whether they mean the person."""
    return [one for one in found if not one.sure and one.place not in decided]


def _fields(record: type[Any]) -> tuple[str, ...]:
    """The fields of a kind in which a name may stand as text."""
    return _fields_of(record.kind)


@cache
def _fields_of(kind: str) -> tuple[str, ...]:
    record = BY_KIND[kind]
    hints, never = get_type_hints(record), STAFF | ASIDE | IDENTITY.get(record.kind, frozenset())
    return tuple(
        one.name
        for one in draft_fields(record)
        if one.name not in never
        and not one.metadata.get("ref")
        and (hints[one.name] is str or get_origin(hints[one.name]) is tuple)
    )


def _caps(record: type[Any]) -> dict[str, int]:
    hints = get_type_hints(record)
    fields = draft_fields(record)
    return {one.name: one.metadata["cap"] for one in fields if hints[one.name] is str and one.metadata.get("cap")}


def _excerpt(text: str, start: int, end: int) -> str:
    least, most = 0, len(text)
    if text[:1] in ("{", "["):  # a list kept as one text: nothing of what stands around the words
        least, close = text.rfind('"', 0, start) + 1, text.find('"', end)
        most = close if close >= 0 else most
    first, last = max(least, start - BEFORE), min(most, end + AFTER)
    piece = " ".join(text[first:last].replace("\\n", " ").split())
    return ("…" if first > least else "") + piece + ("…" if last < most else "")
