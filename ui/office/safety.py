"""Safety tab: prove that the vault is encrypted and whole; backups, and a restore for trial."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from gvi_desktop.domain.user import Right
from gvi_desktop.services import letters_pages, proofpaper, proving, restoretest
from gvi_desktop.services.checking import Check
from gvi_desktop.services.restoretest import Tested
from ui.kit.act import Act
from ui.kit.busy import run_with_progress
from ui.kit.cards import card
from ui.kit.dates import show_moment
from ui.kit.files import ask_save
from ui.kit.printers import ask_printer, neutral_title, printers, send
from ui.kit.tokens import Tone
from ui.office.tab import OfficeTab

TONES = {"ok": Tone.GOOD, "due": Tone.SOON, "fault": Tone.LATE}
DAMAGE = ("pages", "integrity", "header")


class SafetyTab(OfficeTab):
    """The checks are run when somebody asks: they read the whole file."""

    def __init__(self, page: Any) -> None:
        self._checks: dict[str, Check] = {}
        super().__init__(page)

    def name(self) -> str:
        return self.tr("Safety")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return restoretest.last(unit), restoretest.due(unit)

    def draw(self, found: Any) -> None:
        tested, due = found
        self.title(
            self.tr("Safety"), self.tr("The vault is one encrypted file. Nothing in it leaves this computer by itself.")
        )
        self.action(self.tr("Prove it is encrypted"), self._check, icon="shield-check")
        self.action(self.tr("Back up now"), self._back_up)
        self.action(self.tr("Back up to a file"), self._back_up_to)
        self.action(self.tr("Restore for trial"), self._rehearse)
        if any(not self._checks[name].ok for name in DAMAGE if name in self._checks):
            self.notice(
                self.tr(
                    "The vault is damaged. Write nothing more in it: lock it, and choose “Damaged vault?” where you "
                    "unlock. What can be read is saved there, and the newest good backup is offered."
                ),
                Tone.LATE,
            )
        if self._checks:  # what was just asked for comes first
            self._draw_proof(self._checks)
        self._draw_backups(tested, due)
        if not self._checks:
            self._draw_proof({})

    def _draw_backups(self, tested: Tested | None, due: bool) -> None:
        self.section(self.tr("Backups"))
        last = self.page.tasks.workspace.backed_up_at
        self.row(self.tr("Newest backup"), show_moment(last) if last else self.tr("none yet"))
        self.row(self.tr("Last tested restore"), self._told(tested))
        if due:
            self.notice(self.tr("Nobody has restored a backup for trial for a quarter of a year. It takes a moment."))
        self.text(
            self.tr(
                "A backup is made by itself at most twice a day, opened and checked before it counts. The newest five "
                "stay, and one a day for fourteen days."
            ),
            quiet=True,
        )

    def _draw_proof(self, checks: Mapping[str, Check]) -> None:
        self.section(self.tr("Proof"))
        if checks:
            whole = all(one.ok for one in checks.values())
            verdict = self.words.text("safety", "proof_whole" if whole else "proof_fault")
            self.notice(verdict, Tone.GOOD if whole else Tone.LATE)
        if checks and self.page.desk.user.may(Right.PRINT):
            self.action(self.tr("Print"), self._print, icon="printer")
            self.action(self.tr("Save as PDF"), self._save, icon="file-down")
        if not checks:
            self.text(
                self.tr("Check the vault to see that every page is authentic and the history unbroken."), quiet=True
            )
        for name, one in checks.items():
            kind = proofpaper.verdict(one)
            badge = (self.words.text("safety", kind), TONES[kind])
            found = proofpaper.detail(name, one, self.words)
            lines = [found] if found else []
            lines.append(self.words.text("safety", f"means_{name}"))
            self.put(card(self.words.text("checks", name), badges=[badge], lines=lines))

    def _told(self, tested: Tested | None) -> str:
        if tested is None:
            return self.tr("never")
        if not tested.ok:
            return self.tr("{when}: the backup of {made} could not be restored. Make a new one.").format(
                when=show_moment(tested.at), made=show_moment(tested.made_at)
            )
        held = ", ".join(f"{self.words.kinds(kind)}: {number}" for kind, number in tested.counts)
        text = self.tr("{when}: the backup of {made} is whole. Entries: {entries}, the newest of {newest}. {held}")
        return text.format(
            when=show_moment(tested.at), made=show_moment(tested.made_at), entries=tested.entries,
            newest=show_moment(tested.newest) if tested.newest else "–", held=held,
        )  # fmt: skip

    def _check(self) -> None:
        self.page.tasks.run(self, proving.prove, self.page.tasks.workspace, then=self._checked)

    def _checked(self, found: dict[str, Check]) -> None:
        self._checks = found
        if any(not found[name].ok for name in DAMAGE if name in found):
            self.show_found((None, True))  # what the page else asks the vault for may stand on a damaged page
        else:
            self.reload()

    def _rehearse(self) -> None:
        self.page.tasks.run(self, restoretest.rehearse, self.page.tasks.workspace, then=self._rehearsed)

    def _rehearsed(self, found: Tested) -> None:
        whole = self.tr("The newest backup was restored for trial and is whole.")
        self.page.desk.say(whole if found.ok else self.tr("The newest backup could not be restored. Make a new one."))
        self.reload()

    def _print(self) -> None:
        self.page.tasks.run(self, printers, then=self._ask_printer)

    def _ask_printer(self, names: list[str]) -> None:
        text = self.tr("One sheet with each check and what was found. No record of anybody stands on it.")
        ask_printer(self, names, self.tr("Print the proof"), text, self._print_on)

    def _print_on(self, printer: str) -> None:
        language = self.page.desk.settings.language
        hand_over = partial(self._send, printer)
        self.page.tasks.write(self, proofpaper.sheet, self._checks, language, then=hand_over)

    def _send(self, printer: str, pdf: bytes) -> None:
        span = (0, letters_pages.page_count(pdf) - 1)
        run_with_progress(
            self, self.page.tasks, self.tr("Printing"), send, printer, neutral_title(), pdf, span,
            then=lambda _pages: self.page.desk.say(self.tr("Handed to the printer.")),
        )  # fmt: skip

    def _save(self) -> None:
        name = self.tr("proof") + ".pdf"
        ask_save(self, self.tr("Save the proof"), name, self.tr("PDF (*.pdf)"), self._save_at)

    def _save_at(self, path: Path) -> None:
        act = Act(proofpaper.save, self._checks, path, self.page.desk.settings.language)
        self.page.do(act, self.tr("Saved."))

    def _back_up(self) -> None:
        self.page.tasks.run(self, self.page.tasks.workspace.back_up, then=self._backed_up)

    def _back_up_to(self) -> None:
        pattern = self.tr("Backups (*.gvibackup)")
        ask_save(self, self.tr("Back up to a file"), "gvi.gvibackup", pattern, self._back_up_at)

    def _back_up_at(self, path: Path) -> None:
        self.page.tasks.run(self, self.page.tasks.workspace.back_up, path, then=self._backed_up)

    def _backed_up(self, _made: Path) -> None:
        self.page.desk.say(self.tr("Backup made, opened and checked."))
        self.reload()
