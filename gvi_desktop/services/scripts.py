"""Scripts and their shared blocks: draft, approve (which pins the text), new version, retire; where a block is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gvi_desktop.domain.block import CORE_MESSAGES, Block, BlockDraft
from gvi_desktop.domain.block import problems as block_problems
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.script import (
    Approval,
    Audience,
    Passage,
    Remark,
    Script,
    ScriptDraft,
    ScriptProblem,
    ScriptStatus,
    covered,
    fingerprint,
    problems,
    reading_seconds,
)
from gvi_desktop.domain.scripttext import unknown
from gvi_desktop.services import scriptfill
from gvi_desktop.services.legalcheck import judged
from gvi_desktop.services.pickers import SHOWN, Choice
from gvi_desktop.services.scriptsaid import Said, where
from gvi_desktop.services.textcheck import lix_of, remarks
from gvi_desktop.services.unit import Unit, draft_of


@dataclass(frozen=True)
class ScriptView:
    """A script with its text as it stands (pinned once approved), coverage, reading time and the editor's remarks."""

    id: str
    record: Script
    passages: tuple[Passage, ...]
    said: tuple[str, ...]
    """The passages' texts with what the office gives put in their fields."""
    covered: frozenset[str]
    seconds: int
    remarks: tuple[Remark, ...]
    """Of a draft only: an approved text has been judged."""
    lix: float | None
    """Of a Swedish text that is long enough for the measure."""
    newer: str | None
    """The approved version that has taken this one's place."""
    used: Said | None = None
    """Where it was said; told of one script, not of a list."""


@dataclass(frozen=True)
class BlockView:
    """A block with the scripts that are built of it, and the editor's remarks."""

    id: str
    record: Block
    users: tuple[Script, ...]
    remarks: tuple[Remark, ...]
    seconds: int
    lix: float | None


def listed(unit: Unit) -> list[ScriptView]:
    """All scripts, by title and newest version first."""
    t = unit.table(Script)
    blocks = {block.id: block for block in unit.find(Block)}
    found = unit.find(Script, order_by=(t.c.sort_text, t.c.version.desc()))
    newer = {one.supersedes: one.id for one in found if one.supersedes and one.status is ScriptStatus.APPROVED}
    known = {language: scriptfill.values(unit, language) for language in {script.language for script in found}}
    return [
        _view(script, _passages(script, blocks), known[script.language], (), newer.get(script.id)) for script in found
    ]


def get(unit: Unit, script_id: str) -> ScriptView:
    """One script with the editor's remarks."""
    script = unit.get(Script, script_id)
    known = unit.by_ids(Block, script.blocks)
    found = _passages(script, known)
    pointed: tuple[Remark, ...] = ()
    if script.status is ScriptStatus.DRAFT:
        used = [known[one] for one in script.blocks if one in known]
        checked = frozenset(at for at, block in enumerate(used) if block.legal_checked)
        pointed = remarks(unit, [passage.text for passage in found], script.language, checked)
    view = _view(script, found, scriptfill.values(unit, script.language), pointed, _newer(unit, script))
    return replace(view, used=where(unit, script))


def passages(unit: Unit, script: Script) -> tuple[Passage, ...]:
    """The text of a script: pinned once approved, else of its blocks as they are now."""
    return _passages(script, unit.by_ids(Block, script.blocks))


def add(unit: Unit, draft: ScriptDraft) -> str:
    """A new draft script."""
    if found := problems(draft):
        raise RefusedError(found, kind="script")
    clean = draft_of(draft, status=ScriptStatus.DRAFT, approvals=(), passages=(), sha256="")
    return unit.add(Script, clean).id


def change(unit: Unit, script_id: str, draft: ScriptDraft) -> str:
    """Change a draft; an approved script never changes, a new version does."""
    before = unit.get(Script, script_id)
    if before.status is not ScriptStatus.DRAFT:
        raise RefusedError(ScriptProblem.APPROVED_NEVER_CHANGES, kind="script")
    if found := problems(draft):
        raise RefusedError(found, kind="script")
    kept = draft_of(draft, status=before.status, version=before.version, supersedes=before.supersedes)
    # A change of the text makes earlier approvals void.
    approvals = before.approvals if draft.blocks == before.blocks else ()
    unit.put(Script, script_id, draft_of(kept, approvals=approvals, passages=(), sha256=""))
    return script_id


def approve(unit: Unit, script_id: str, agency: str, by: str = "") -> None:
    """One agency says yes. The first yes pins the text by value and hash; from then on it never changes."""
    script = unit.get(Script, script_id)
    found = passages(unit, script)
    if script.status is ScriptStatus.RETIRED:
        raise RefusedError(ScriptProblem.NOT_DRAFT, kind="script")
    if not any(passage.text.strip() for passage in found):
        raise RefusedError(ScriptProblem.EMPTY, kind="script")
    if not agency.strip():
        raise RefusedError("missing", kind="script", field="approvals")
    if strange := unknown(passage.text for passage in found):
        raise RefusedError(ScriptProblem.UNKNOWN_FIELD, kind="script", name=", ".join(strange))
    fresh = Approval(agency.strip(), by.strip() or unit.user.name, unit.today)
    others = tuple(one for one in script.approvals if one.agency != fresh.agency)
    unit.title = "script.approve"
    unit.change(
        Script,
        script_id,
        status=ScriptStatus.APPROVED,
        approvals=(*others, fresh),
        passages=found,
        sha256=fingerprint(found),
    )


def new_version(unit: Unit, script_id: str) -> str:
    """A draft that follows an approved or retired script: same blocks, next version number; one at a time."""
    script = unit.get(Script, script_id)
    if script.status is ScriptStatus.DRAFT:
        raise RefusedError(ScriptProblem.NOT_APPROVED, kind="script")
    t = unit.table(Script)
    followers = unit.find(Script, t.c.supersedes == script.id)
    if any(one.status is ScriptStatus.DRAFT for one in followers):
        raise RefusedError(ScriptProblem.HAS_DRAFT, kind="script")
    known = unit.by_ids(Block, script.blocks)
    draft = ScriptDraft(
        title=script.title,
        role=script.role,
        audience=script.audience,
        language=script.language,
        blocks=tuple(one for one in script.blocks if one in known),
        version=max(one.version for one in (script, *followers)) + 1,
        supersedes=script.id,
        note=script.note,
    )
    unit.title = "script.new_version"
    return unit.add(Script, draft).id


def retire(unit: Unit, script_id: str) -> None:
    """Take an approved script out of use; what was said with it stays readable."""
    if unit.get(Script, script_id).status is not ScriptStatus.APPROVED:
        raise RefusedError(ScriptProblem.NOT_APPROVED, kind="script")
    unit.title = "script.retire"
    unit.change(Script, script_id, status=ScriptStatus.RETIRED)


def remove(unit: Unit, script_id: str) -> None:
    """Remove a draft; an approved script is retired instead."""
    if unit.get(Script, script_id).status is not ScriptStatus.DRAFT:
        raise RefusedError(ScriptProblem.APPROVED_NEVER_CHANGES, kind="script")
    unit.remove(Script, script_id)


def is_outdated(unit: Unit, script: Script) -> bool:
    """Whether a newer approved version has taken its place."""
    return _newer(unit, script) is not None


def talk_options(unit: Unit, text: str) -> list[Choice]:
    """Approved scripts for talks whose title holds the text, in the office's language and the newest version first."""
    t, language = unit.table(Script).c, unit.office.language.value
    found = unit.find(Script, t.audience == Audience.TALK.value, t.status == ScriptStatus.APPROVED.value)
    fits = [one for one in found if text.casefold() in one.title.casefold()]
    ranked = sorted(fits, key=lambda one: (one.language != language, one.title.casefold(), -one.version))
    return [_choice(one) for one in ranked[:SHOWN]]


def resolve(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known scripts."""
    found = unit.by_ids(Script, ids)
    return [_choice(found[one]) for one in ids if one in found]


# ---------------------------------------------------------------------- blocks


def blocks(unit: Unit, language: str | None = None) -> list[Block]:
    """All blocks (of a language), by title."""
    t = unit.table(Block)
    where = [t.c.language == language] if language else []
    return unit.find(Block, *where, order_by=t.c.sort_text)


def add_block(unit: Unit, draft: BlockDraft) -> str:
    """A new block."""
    if found := block_problems(draft):
        raise RefusedError(found, kind="block")
    return unit.add(Block, judged(unit, draft)).id


def change_block(unit: Unit, block_id: str, draft: BlockDraft) -> str:
    """Change a block; drafts that use it follow, approved scripts keep their pinned text. A changed text needs a new
    legal check."""
    if found := block_problems(draft):
        raise RefusedError(found, kind="block")
    unit.put(Block, block_id, judged(unit, draft, unit.get(Block, block_id)))
    return block_id


def remove_block(unit: Unit, block_id: str) -> None:
    """Remove a block that no draft uses."""
    users = [script for script in used_in(unit, block_id) if script.status is ScriptStatus.DRAFT]
    if users:
        raise RefusedError("block_in_use", kind="block", name=", ".join(script.title for script in users))
    unit.remove(Block, block_id)


def used_in(unit: Unit, block_id: str) -> list[Script]:
    """The scripts that are built of a block."""
    t = unit.table(Script)
    return unit.find(Script, t.c.blocks.contains(block_id, autoescape=True), order_by=t.c.sort_text)


def block(unit: Unit, block_id: str) -> BlockView:
    """One block with where it is used."""
    one = unit.get(Block, block_id)
    checked = frozenset({0}) if one.legal_checked else frozenset[int]()
    pointed = remarks(unit, [one.text], one.language, checked)
    users = tuple(used_in(unit, block_id))
    said = scriptfill.filled([one.text], scriptfill.values(unit, one.language))
    return BlockView(one.id, one, users, pointed, reading_seconds(said), lix_of(said, one.language))


def uncovered(view: ScriptView) -> tuple[str, ...]:
    """The core messages a script does not serve."""
    return tuple(message.value for message in CORE_MESSAGES if message.value not in view.covered)


def _passages(script: Script, known: dict[str, Block]) -> tuple[Passage, ...]:
    if script.passages:
        return script.passages
    used = (known[one] for one in script.blocks if one in known)
    return tuple(Passage(block.title, block.message, block.text) for block in used)


def _view(
    script: Script,
    found: tuple[Passage, ...],
    values: Mapping[str, str],
    pointed: tuple[Remark, ...],
    newer: str | None,
) -> ScriptView:
    said = scriptfill.filled((passage.text for passage in found), values)
    measured = lix_of(said, script.language)
    return ScriptView(script.id, script, found, said, covered(found), reading_seconds(said), pointed, measured, newer)


def _newer(unit: Unit, script: Script) -> str | None:
    t = unit.table(Script).c
    found = unit.find(Script, t.supersedes == script.id, t.status == ScriptStatus.APPROVED.value, limit=1)
    return found[0].id if found else None


def _choice(script: Script) -> Choice:
    return Choice(script.id, script.title, f"v{script.version} · {script.language}")
