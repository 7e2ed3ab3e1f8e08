"""Office tab: who owns the vault and why it is kept; this stands on everything that leaves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gvi_desktop.domain.office import Office, own_window
from gvi_desktop.services import office
from ui.kit.act import Act
from ui.kit.files import ask_open
from ui.office.tab import OfficeTab

FIELDS = ("programme", "town", "agency", "agency_kind", "phone", "phone_hours", "purpose", "parties", "area")
DEFAULTS = ("from_on", "to_on", "time_zone", "language", "number_prefix")


class AboutTab(OfficeTab):
    """Programme, owner, purpose, parties, phone, logo."""

    def name(self) -> str:
        return self.tr("Office")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return office.get(unit)

    def draw(self, found: Office) -> None:
        self.title(found.programme, f"{found.agency}, {found.town}")
        if self.page.may_administer:
            self.action(self.tr("Change"), lambda: self.page.open_form("office", found.id), icon="pencil")
            self.action(self.tr("Choose a logo"), self._choose_logo)
            if found.logo:
                self.action(self.tr("Remove the logo"), self._no_logo)
        self.section(self.tr("On everything that leaves the vault"))
        for name in FIELDS:
            self.row(self.words.label("office", name), self._shown(getattr(found, name)))
        self.row(self.words.label("office", "logo"), self.tr("Chosen") if found.logo else self.tr("None"))
        self.section(self.tr("Defaults"))
        for name in DEFAULTS:
            self.row(self.words.label("office", name), self._shown(getattr(found, name)))
        if (own := own_window(found)) is not None:
            told = self.tr("{left} mm from the left, {top} mm from above, {width} × {height} mm")
            measures = told.format(left=own.left, top=own.top, width=own.width, height=own.height)
            self.row(self.tr("Window of your own envelopes"), measures)

    def _shown(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(value)
        return self.words.value(value) if hasattr(value, "value") else str(value)

    def _choose_logo(self) -> None:
        ask_open(self, self.tr("Choose a logo"), self.tr("Pictures (*.png *.svg)"), self._set_logo)

    def _set_logo(self, path: Path) -> None:
        self.page.tasks.run(self, _read, path, then=lambda picture: self.page.do(Act(office.set_logo, picture)))

    def _no_logo(self) -> None:
        self.page.do(Act(office.set_logo, None))


def _read(path: Path) -> bytes:
    """As much as a logo may have, and so much more that it is found too large."""
    with path.open("rb") as file:
        return file.read(office.LOGO_MOST + 1)
