"""Writing a script: its blocks side by side, what the editor says as one types, all of it saved as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gvi_desktop.domain.block import Block, BlockDraft, Message
from gvi_desktop.domain.block import problems as block_problems
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.script import Passage, Remark, Script, ScriptDraft, covered, problems, reading_seconds, words
from gvi_desktop.services import scriptfill, scripts
from gvi_desktop.services.pickers import SHOWN, Choice
from gvi_desktop.services.textcheck import lix_of, remarks
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class BlockText:
    """A block as it stands in the editor; without an id it is new. `users` are the other scripts built of it."""

    id: str = ""
    title: str = ""
    message: Message = Message.FRAME
    text: str = ""
    legal_checked: bool = False
    users: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manuscript:
    """A script opened in the editor."""

    script: Script
    blocks: tuple[BlockText, ...]


@dataclass(frozen=True)
class Findings:
    """What the editor says: words, seconds to say them, LIX (Swedish), the core messages covered, and remarks."""

    words: int = 0
    seconds: int = 0
    lix: float | None = None
    covered: frozenset[str] = frozenset()
    remarks: tuple[Remark, ...] = ()


def opened(unit: Unit, script_id: str) -> Manuscript:
    """A script with its blocks as they are now."""
    script = unit.get(Script, script_id)
    return Manuscript(script, tuple(block_texts(unit, script.blocks, script_id)))


def block_texts(unit: Unit, ids: Sequence[str], script_id: str = "") -> list[BlockText]:
    """Blocks for the editor, in the order asked for; their users leave out the script that is being written."""
    known = unit.by_ids(Block, ids)
    return [_text(unit, known[one], script_id) for one in ids if one in known]


def look(unit: Unit, language: str, blocks: Sequence[BlockText]) -> Findings:
    """What the editor says of the texts as they stand; remarks name the block by its place."""
    texts = [one.text for one in blocks]
    said = scriptfill.filled(texts, scriptfill.values(unit, language))
    checked = frozenset(at for at, one in enumerate(blocks) if one.legal_checked)
    return Findings(
        words(said),
        reading_seconds(said),
        lix_of(said, language),
        covered(Passage(one.title, one.message, one.text) for one in blocks),
        remarks(unit, texts, language, checked),
    )


def save(unit: Unit, script_id: str | None, draft: ScriptDraft, blocks: Sequence[BlockText]) -> str:
    """Store a draft script and the blocks that were written or changed in it, as one step."""
    if found := objections(draft, blocks):
        raise RefusedError(found, kind="script")
    used = tuple(dict.fromkeys(_store(unit, draft.language, one) for one in blocks))
    draft = replace(draft, blocks=used)
    unit.title = "script.change" if script_id else "script.add"
    return scripts.change(unit, script_id, draft) if script_id else scripts.add(unit, draft)


def objections(draft: ScriptDraft, blocks: Sequence[BlockText]) -> tuple[Problem, ...]:
    """What the rules object to in the script or in one of its blocks (told on the field blocks)."""
    found = list(problems(draft))
    for one in blocks:
        written = BlockDraft(title=one.title, message=one.message, language="sv", text=one.text)
        if block_problems(written):
            found.append(Problem("block_incomplete", "blocks", {"name": one.title.strip() or "–"}))
    return tuple(found)


def block_options(unit: Unit, language: str, text: str) -> list[Choice]:
    """Blocks of a language whose title holds the text."""
    found = scripts.blocks(unit, language)
    fits = [one for one in found if text.casefold() in one.title.casefold()]
    return [Choice(one.id, one.title, one.message.value) for one in fits[:SHOWN]]


def _text(unit: Unit, block: Block, script_id: str) -> BlockText:
    users = tuple(f"{one.title} (v{one.version})" for one in scripts.used_in(unit, block.id) if one.id != script_id)
    return BlockText(block.id, block.title, block.message, block.text, block.legal_checked, users)


def _store(unit: Unit, language: str, one: BlockText) -> str:
    written = BlockDraft(
        title=one.title, message=one.message, language=language, text=one.text, legal_checked=one.legal_checked
    )
    if not one.id:
        return scripts.add_block(unit, written)
    # A block that is taken from elsewhere keeps its own language.
    return scripts.change_block(unit, one.id, replace(written, language=unit.get(Block, one.id).language))
