"""Safety tab: prove that the vault is encrypted and whole; backups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gvi_desktop.services import checking
from gvi_desktop.services.checking import Check
from ui.kit.badge import Badge
from ui.kit.dates import show_moment
from ui.kit.files import ask_save
from ui.kit.tokens import Tone
from ui.office.tab import OfficeTab


class SafetyTab(OfficeTab):
    """The checks are run when somebody asks: they read the whole file."""

    def __init__(self, page: Any) -> None:
        self._checks: dict[str, Check] = {}
        super().__init__(page)

    def name(self) -> str:
        return self.tr("Safety")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return None

    def draw(self, found: Any) -> None:
        self.title(
            self.tr("Safety"), self.tr("The vault is one encrypted file. Nothing in it leaves this computer by itself.")
        )
        self.action(self.tr("Check the vault"), self._check, icon="shield-check")
        self.action(self.tr("Back up now"), self._back_up)
        self.action(self.tr("Back up to a file"), self._back_up_to)
        self.section(self.tr("Backups"))
        last = self.page.tasks.workspace.backed_up_at
        self.row(self.tr("Newest backup"), show_moment(last) if last else self.tr("none yet"))
        self.text(
            self.tr(
                "A backup is made by itself at most twice a day, opened and checked before it counts. The newest five "
                "stay, and one a day for fourteen days."
            ),
            quiet=True,
        )
        self.section(self.tr("Proof"))
        if not self._checks:
            self.text(
                self.tr("Check the vault to see that every page is authentic and the history unbroken."), quiet=True
            )
        for name, one in self._checks.items():
            tone, word = (Tone.GOOD, self.tr("ok")) if one.ok else (Tone.LATE, self.tr("fault"))
            self.row(self.words.text("checks", name), Badge(word, tone))

    def _check(self) -> None:
        self.page.tasks.run(self, checking.check, self.page.tasks.workspace, then=self._checked)

    def _checked(self, found: dict[str, Check]) -> None:
        self._checks = found
        self.reload()

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
