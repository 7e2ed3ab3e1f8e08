"""Letter texts: drafted, checked with line and suggestion, taken into use, followed by new versions, signed off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gvi_desktop.domain.errors import NotFoundError, Problem, RefusedError
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.lettertext import (
    LetterText,
    LetterTextDraft,
    LetterTextProblem,
    TextStatus,
    fingerprint,
    problems,
)
from gvi_desktop.domain.user import Right
from gvi_desktop.letters import fields, judging, templates
from gvi_desktop.letters.fields import Condition
from gvi_desktop.letters.kinds import CLASS
from gvi_desktop.letters.render import render
from gvi_desktop.letters.sample import sample
from gvi_desktop.letters.stopcodes import StoppedError
from gvi_desktop.letters.template import Fault
from gvi_desktop.services import stationery
from gvi_desktop.services.unit import Unit, draft_of
from gvi_desktop.wording import Words

KINDS = tuple(LetterKind)


@dataclass(frozen=True)
class TextLine:
    """A kind of letter in a language: the office's text in use and its draft, where there are any."""

    letter_kind: LetterKind
    language: str
    used: LetterText | None = None
    draft: LetterText | None = None
    older: int = 0
    """How many versions are out of use."""

    @property
    def id(self) -> str:
        return f"{self.letter_kind.value}:{self.language}"

    @property
    def reviewed(self) -> bool:
        """Whether somebody who speaks the language stands for the text."""
        signed = self.used is not None and bool(self.used.reviewed_by)
        return signed or templates.reviewed(self.letter_kind, self.language)


@dataclass(frozen=True)
class TextView:
    """One of them to be read and written: the text as it stands, what is wrong with it, and its versions."""

    line: TextLine
    text: str
    shipped: str
    faults: tuple[Fault, ...]
    versions: tuple[LetterText, ...]
    """Newest first, the draft among them."""


@dataclass(frozen=True)
class Shown:
    """A text as it is being written: its faults, or the page it makes (empty where it would be too long)."""

    faults: tuple[Fault, ...] = ()
    pdf: bytes = b""
    pages: int = 0


@dataclass(frozen=True)
class Offer:
    """What may stand between braces: (key, name) of fields, conditions, and of the fields that may be empty."""

    fields: tuple[tuple[str, str], ...]
    conditions: tuple[Condition, ...]
    optional: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...] = ()
    """What every word that may stand in some letter is called: fields, those of a list's rows, and lists."""


def listed(unit: Unit) -> list[TextLine]:
    """Every kind in every language that letters are written in."""
    found = unit.find(LetterText)
    return [_line(kind, language, found) for kind in KINDS for language in templates.languages(kind)]


def view(unit: Unit, line_id: str) -> TextView:
    """One kind of letter in one language; its draft where there is one."""
    kind, _, language = line_id.partition(":")
    letter_kind = LetterKind(kind)
    versions = _versions(unit, letter_kind, language)
    line = _line(letter_kind, language, versions)
    shipped = templates.source(letter_kind, language)
    current = line.draft or line.used
    text = current.text if current else shipped
    return TextView(line, text, shipped, judging.faults(letter_kind, text, language), tuple(versions))


def in_use(unit: Unit, kind: LetterKind) -> dict[str, str]:
    """The office's own texts of a kind, by language."""
    return {one.language: one.text for one in _used(unit, kind)}


def signed(unit: Unit, kind: LetterKind) -> frozenset[str]:
    """The languages in which somebody who speaks the language has signed off the office's text of a kind."""
    return frozenset(one.language for one in _used(unit, kind) if one.reviewed_by)


def keep(unit: Unit, line_id: str, text: str) -> str:
    """Keep a text as the draft of its kind and language, faulty or not; a version in use is never changed by it."""
    seen = view(unit, line_id).line
    if seen.draft is not None:
        changed = draft_of(seen.draft, text=text, sha256=fingerprint(text))
        if found := problems(changed):
            raise RefusedError(found, kind="lettertext")
        unit.put(LetterText, seen.draft.id, changed)
        return seen.draft.id
    newest = max((one.version for one in _versions(unit, seen.letter_kind, seen.language)), default=0)
    made = LetterTextDraft(
        letter_kind=seen.letter_kind,
        language=seen.language,
        text=text,
        version=newest + 1,
        supersedes=seen.used.id if seen.used else None,
        sha256=fingerprint(text),
    )
    if found := problems(made):
        raise RefusedError(found, kind="lettertext")
    unit.title = "lettertext.keep"
    return unit.add(LetterText, made).id


def take_into_use(unit: Unit, line_id: str) -> None:
    """Letters are written with the draft from now on; RefusedError tells line and word of whatever is wrong with it."""
    unit.need(Right.WRITE)
    line = view(unit, line_id).line
    if line.draft is None:
        raise RefusedError(LetterTextProblem.NOT_DRAFT, kind="lettertext")
    if found := judging.faults(line.letter_kind, line.draft.text, line.language):
        spoken = unit.office.language.value
        said = [Problem(LetterTextProblem.FAULTY, "text", {"fault": sentence(one, spoken)}) for one in found]
        raise RefusedError(said, kind="lettertext")
    if line.used is not None:
        unit.change(LetterText, line.used.id, status=TextStatus.RETIRED)
    unit.title = "lettertext.use"
    whose = unit.user.name
    unit.change(LetterText, line.draft.id, status=TextStatus.IN_USE, approved_by=whose, approved_on=unit.today)


def drop_draft(unit: Unit, line_id: str) -> None:
    """Throw the draft away."""
    line = view(unit, line_id).line
    if line.draft is None:
        raise RefusedError(LetterTextProblem.NOT_DRAFT, kind="lettertext")
    unit.title = "lettertext.drop"
    unit.remove(LetterText, line.draft.id)


def back_to_shipped(unit: Unit, line_id: str) -> None:
    """Letters are written with the program's own text again; the office's stays readable."""
    line = view(unit, line_id).line
    if line.used is not None:
        unit.title = "lettertext.retire"
        unit.change(LetterText, line.used.id, status=TextStatus.RETIRED)


def sign_off(unit: Unit, line_id: str, by: str) -> None:
    """Somebody who speaks the language has read the text in use and stands for it."""
    seen = view(unit, line_id)
    line, name = seen.line, by.strip()
    if not name:
        raise RefusedError("missing", kind="lettertext", field="reviewed_by")
    unit.title = "lettertext.review"
    if line.used is not None:
        unit.change(LetterText, line.used.id, reviewed_by=name, reviewed_on=unit.today)
        return
    # The program's own text may be another in a newer program: what was read is what was signed.
    made = LetterTextDraft(
        letter_kind=line.letter_kind,
        language=line.language,
        text=seen.shipped,
        status=TextStatus.IN_USE,
        version=max((one.version for one in seen.versions), default=0) + 1,
        sha256=fingerprint(seen.shipped),
        approved_by=unit.user.name,
        approved_on=unit.today,
        reviewed_by=name,
        reviewed_on=unit.today,
    )
    unit.add(LetterText, made)


def look(unit: Unit, line_id: str, text: str, conditions: Iterable[Condition] = ()) -> Shown:
    """What is wrong with a text while it is written; while nothing is, the page it makes with samples filled in, for
    somebody for whom these conditions hold. Nothing is recorded.
    """
    kind, _, language = line_id.partition(":")
    letter_kind = LetterKind(kind)
    if found := judging.faults(letter_kind, text, language):
        return Shown(found)
    head = stationery.letterhead(unit)
    letter = sample(letter_kind, language, text, unit.today, frozenset(conditions), head)
    try:
        drawn = render([letter], head, language)
    except StoppedError:
        return Shown()
    return Shown(pdf=drawn.pdf, pages=max(last for _, last in drawn.pages))


def offer(line_id: str, language: str) -> Offer:
    """What may be put into a text of that kind, by its name: fields, conditions, and fields that may be empty."""
    kind = LetterKind(line_id.partition(":")[0])
    keys = [key for key, field in fields.FIELDS.items() if field.compartment in CLASS[kind]]
    named = [(key, fields.label(key, language)) for key in keys]
    optional = tuple(one for one in named if fields.FIELDS[one[0]].optional)
    names = tuple((key, fields.label(key, language)) for key in fields.names() if key not in set(Condition))
    return Offer(tuple(named), tuple(Condition), optional, names)


def sentence(fault: Fault, language: str) -> str:
    """A fault in one sentence, with its line and the word that may have been meant."""
    own = Words(language)
    said = own.text("lettertexts", fault.code.value, line=fault.line, word=fault.word)
    meant = fault.suggestion and fault.suggestion != fault.word
    return f"{said} {own.text('lettertexts', 'meant', word=fault.suggestion)}" if meant else said


def rivals(unit: Unit) -> list[list[LetterText]]:
    """Texts of one kind and language that are all in use, since two offices each took one into use before they met.
    Until somebody chooses, letters are written with the same of them in every office: the last."""
    t = unit.table(LetterText).c
    beside: dict[tuple[str, str], list[LetterText]] = {}
    for one in unit.find(LetterText, t.status == TextStatus.IN_USE.value, order_by=(t.version, t.id)):
        beside.setdefault((str(one.letter_kind), one.language), []).append(one)
    return [found for found in beside.values() if len(found) > 1]


def settle(unit: Unit, chosen: str) -> None:
    """Of several texts in use, this one stays so; the others stay readable."""
    unit.need(Right.WRITE)
    beside = next((found for found in rivals(unit) if chosen in {one.id for one in found}), [])
    if not beside:
        raise NotFoundError("record_not_found", kind="lettertext")
    for one in beside:
        if one.id != chosen:
            unit.change(LetterText, one.id, status=TextStatus.RETIRED)
    # Said anew of the chosen one too: should another office choose otherwise meanwhile, that is seen as a conflict.
    with unit.store.batch([chosen]) as batch:
        batch.set_cells(batch.living(LetterText, chosen, {"status"}), {"status": TextStatus.IN_USE.value})
    unit.store.note("choose", LetterText.kind, chosen)


def _used(unit: Unit, kind: LetterKind) -> list[LetterText]:
    t = unit.table(LetterText).c
    place = (t.letter_kind == kind.value, t.status == TextStatus.IN_USE.value)
    return unit.find(LetterText, *place, order_by=(t.version, t.id))


def _versions(unit: Unit, kind: LetterKind, language: str) -> list[LetterText]:
    t = unit.table(LetterText).c
    return unit.find(LetterText, t.letter_kind == kind.value, t.language == language, order_by=t.version.desc())


def _line(kind: LetterKind, language: str, found: Iterable[LetterText]) -> TextLine:
    mine = [one for one in found if one.letter_kind is kind and one.language == language]
    by_status = {status: [one for one in mine if one.status is status] for status in TextStatus}

    def newest(status: TextStatus) -> LetterText | None:
        return max(by_status[status], key=lambda one: (one.version, one.id), default=None)

    older = len(by_status[TextStatus.RETIRED])
    return TextLine(kind, language, newest(TextStatus.IN_USE), newest(TextStatus.DRAFT), older)
