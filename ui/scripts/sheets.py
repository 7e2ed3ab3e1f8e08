"""The reading views of the place: a script with what was approved, and a block with where it is used."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.script import ScriptStatus, words
from gvi_desktop.domain.scripttext import parts
from gvi_desktop.services.drafting import Findings
from gvi_desktop.services.scripts import BlockView, ScriptView
from ui.kit.dates import show_date
from ui.kit.detail import Detail
from ui.kit.text import label
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.scripts.findings import FindingsView
from ui.scripts.wording import LANGUAGES, law

TONES = {ScriptStatus.DRAFT: Tone.SOON, ScriptStatus.APPROVED: Tone.GOOD, ScriptStatus.RETIRED: Tone.NEUTRAL}


class Deeds(Protocol):
    """What the page does when a button is pressed."""

    def edit(self) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...
    def show_record(self, record_id: str) -> None: ...
    def new_version(self) -> None: ...
    def retire(self) -> None: ...
    def print_script(self) -> None: ...
    def show_callin(self, callin: str) -> None: ...


class ScriptSheets(QObject):
    """Draws for the user who is signed in; who may not write gets no buttons."""

    def __init__(self, words: Words, deeds: Deeds, *, may_write: bool, may_print: bool) -> None:
        super().__init__()
        self.words = words
        self.deeds = deeds
        self.may_write = may_write
        self.may_print = may_print

    def script(self, detail: Detail, view: ScriptView) -> None:
        """A script from its status to its text."""
        one, draft = view.record, view.record.status is ScriptStatus.DRAFT
        role = self.words.value(one.role) if one.role else ""
        language = LANGUAGES.get(one.language, one.language)
        detail.title(one.title, " · ".join(p for p in (role, self.words.value(one.audience), language) if p))
        detail.badge(self.words.value(one.status), TONES[one.status])
        detail.badge(self.tr("Version {version}").format(version=one.version))
        if self.may_write:
            self._actions(detail, view)
        if self.may_print and view.passages:
            detail.action(self.tr("Print in large type"), self.deeds.print_script, icon="printer")
        if view.newer:
            newer = view.newer
            detail.notice(self.tr("A newer version has been approved."))
            detail.action(self.tr("Go to the newer version"), lambda: self.deeds.show_record(newer), icon="arrow-right")
        if not draft:
            self._pinned(detail, view)
            self._said(detail, view)
        detail.section(self.tr("About the text"))
        found = FindingsView(self.words)
        findings = Findings(words(view.said), view.seconds, view.lix, view.covered, view.remarks)
        found.show_findings(findings, one.language, [passage.title for passage in view.passages])
        if draft and self.may_write:
            found.pointed.connect(lambda _: self.deeds.edit())
        detail.put(found)
        detail.section(self.tr("Text"))
        if not view.passages:
            detail.text(self.tr("No blocks yet."), quiet=True)
        for passage, said in zip(view.passages, view.said, strict=True):
            detail.text(self._served(passage.title, passage.message), quiet=True)
            self._read(detail, said)
        if one.note:
            detail.section(self.words.label("script", "note"))
            detail.text(one.note)

    def _actions(self, detail: Detail, view: ScriptView) -> None:
        status = view.record.status
        if status is ScriptStatus.DRAFT:
            detail.action(self.tr("Write"), self.deeds.edit, icon="pencil", kind="primary", tip="F2")
        if status is not ScriptStatus.RETIRED:
            text = self.tr("Approve") if status is ScriptStatus.DRAFT else self.tr("Another agency approves")
            detail.action(text, lambda: self.deeds.open_form("approve", view.id), icon="check")
        if status is not ScriptStatus.DRAFT:
            detail.action(self.tr("New version"), self.deeds.new_version, icon="copy")
        if status is ScriptStatus.APPROVED:
            detail.action(self.tr("Retire"), self.deeds.retire, icon="archive")

    def _pinned(self, detail: Detail, view: ScriptView) -> None:
        one = view.record
        detail.section(self.tr("What was approved is pinned"))
        for given in one.approvals:
            detail.row(given.agency, " · ".join(part for part in (given.by, show_date(given.on)) if part))
        detail.row(self.words.label("script", "version"), str(one.version))
        checksum = " ".join(one.sha256[at : at + 8] for at in range(0, len(one.sha256), 8))
        detail.row(self.words.label("script", "sha256"), checksum)

    def block(self, detail: Detail, view: BlockView) -> None:
        """A block, its text and the scripts that are built of it."""
        one = view.record
        detail.title(one.title, self._served("", one.message))
        if one.legal_checked:
            detail.badge(self.tr("Checked by a lawyer"), Tone.GOOD)
            detail.row(self.words.label("block", "legal_checked"), law(one))
        if self.may_write:
            detail.action(self.tr("Edit"), self.deeds.edit, icon="pencil", tip="F2")
        detail.section(self.tr("Text"))
        self._read(detail, one.text)
        detail.section(self.tr("About the text"))
        found = FindingsView(self.words, lights=False)
        findings = Findings(words([one.text]), view.seconds, view.lix, frozenset(), view.remarks)
        found.show_findings(findings, one.language, [one.title])
        if self.may_write:
            found.pointed.connect(lambda _: self.deeds.edit())
        detail.put(found)
        detail.section(self.tr("Used in"))
        if not view.users:
            detail.text(self.tr("No script uses it."), quiet=True)
        for user in view.users:
            state = f"v{user.version} · {self.words.value(user.status)}"
            detail.row(state, user.title, partial(self.deeds.show_record, user.id))

    def _said(self, detail: Detail, view: ScriptView) -> None:
        """Where it was said, and that the text is still the one that was said."""
        used = view.used
        if used is None or not (used.callins or used.talks):
            return
        detail.section(self.tr("What was said with it"))
        still, other = self.tr("the same text"), self.tr("another text than the one kept here")
        for one in used.callins:
            name = " · ".join(
                part for part in (f"{self.words.kind('callin')} {one.number or '–'}", show_date(one.on)) if part
            )
            go = partial(self.deeds.show_callin, one.callin)
            detail.row(name[:1].upper() + name[1:], still if one.same else other, go)
        if used.talks:
            said = still if not used.other else self.tr("{count} with another text").format(count=used.other)
            detail.row(self.tr("Talks: {count}").format(count=used.talks), said)
        if used.other or not all(one.same for one in used.callins):
            detail.notice(self.tr("What was said is no longer what is kept here."), Tone.LATE)

    def _read(self, detail: Detail, text: str) -> None:
        """The words, with cues set apart from what is said."""
        for part in parts(text):
            if part.cue:
                detail.put(label(f"▸ {part.cue}", "small", strong=True, role="muted"))
            if part.text:
                detail.put(label(part.text, "body"))

    def _served(self, title: str, message: Message) -> str:
        said = self.words.value(message)
        served = said if message is Message.FRAME else f"{message.value}. {said}"
        return " – ".join(part for part in (title, served) if part)
