"""Scripts and their shared blocks: draft, approve (which pins the text), new version, retire; where a block is used."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop import paths
from gvi_desktop.domain.block import CORE_MESSAGES, Block, BlockDraft
from gvi_desktop.domain.block import problems as block_problems
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.script import (
    Approval,
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
    warnings,
)
from gvi_desktop.services.unit import Unit, draft_of


@dataclass(frozen=True)
class ScriptView:
    """A script with its text as it stands (pinned once approved), coverage, reading time and the editor's remarks."""

    id: str
    record: Script
    passages: tuple[Passage, ...]
    covered: frozenset[str]
    seconds: int
    remarks: tuple[Remark, ...]


def listed(unit: Unit) -> list[ScriptView]:
    """All scripts, by title and newest version first."""
    t = unit.table(Script)
    blocks = {block.id: block for block in unit.find(Block)}
    found = unit.find(Script, order_by=(t.c.sort_text, t.c.version.desc()))
    return [_view(script, _passages(script, blocks), ()) for script in found]


def get(unit: Unit, script_id: str) -> ScriptView:
    """One script with the editor's remarks."""
    script = unit.get(Script, script_id)
    found = _passages(script, unit.by_ids(Block, script.blocks))
    return _view(script, found, remarks(unit, found, script.language))


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
    """A draft that follows an approved script: same blocks, next version number."""
    script = unit.get(Script, script_id)
    draft = ScriptDraft(
        title=script.title,
        role=script.role,
        audience=script.audience,
        language=script.language,
        blocks=script.blocks,
        version=script.version + 1,
        supersedes=script.id,
        note=script.note,
    )
    return unit.add(Script, draft).id


def retire(unit: Unit, script_id: str) -> None:
    """Take a script out of use; what was said with it stays readable."""
    unit.change(Script, script_id, status=ScriptStatus.RETIRED)


def remove(unit: Unit, script_id: str) -> None:
    """Remove a draft; an approved script is retired instead."""
    if unit.get(Script, script_id).status is not ScriptStatus.DRAFT:
        raise RefusedError(ScriptProblem.APPROVED_NEVER_CHANGES, kind="script")
    unit.remove(Script, script_id)


def is_outdated(unit: Unit, script: Script) -> bool:
    """Whether a newer approved version has taken its place."""
    t = unit.table(Script)
    return unit.count(Script, t.c.supersedes == script.id, t.c.status == ScriptStatus.APPROVED.value) > 0


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
    return unit.add(Block, draft).id


def change_block(unit: Unit, block_id: str, draft: BlockDraft) -> str:
    """Change a block; drafts that use it follow, approved scripts keep their pinned text. A changed text needs a new
    legal check."""
    if found := block_problems(draft):
        raise RefusedError(found, kind="block")
    before = unit.get(Block, block_id)
    if draft.text != before.text and draft.legal_checked and before.legal_checked:
        draft = replace(draft, legal_checked=False)
    unit.put(Block, block_id, draft)
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


def remarks(unit: Unit, text: Sequence[Passage], language: str) -> tuple[Remark, ...]:
    """What the editor points at: threats, promises, legal claims and names of groups; word lists are data."""
    lists = tomllib.loads(paths.resource("warnings", "script_words.toml").read_text(encoding="utf-8")).get(language, {})
    names = [group.name for group in unit.find(Group, limit=2000)]
    found: list[Remark] = []
    for passage in text:
        found += warnings(passage.text, lists, names)
    return tuple(found)


def uncovered(view: ScriptView) -> tuple[str, ...]:
    """The core messages a script does not serve."""
    return tuple(message.value for message in CORE_MESSAGES if message.value not in view.covered)


def _passages(script: Script, known: dict[str, Block]) -> tuple[Passage, ...]:
    if script.passages:
        return script.passages
    used = (known[one] for one in script.blocks if one in known)
    return tuple(Passage(block.title, block.message, block.text) for block in used)


def _view(script: Script, found: tuple[Passage, ...], pointed: tuple[Remark, ...]) -> ScriptView:
    seconds = reading_seconds([passage.text for passage in found])
    return ScriptView(script.id, script, found, covered(found), seconds, pointed)
