"""Retention and legal grounds: how long data may be kept, what is due, and on which ground it is handed out."""

from __future__ import annotations

from typing import Any

from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.user import Right
from gvi_desktop.services import erasedelsewhere, office, retention
from gvi_desktop.services.mentions import Mention
from gvi_desktop.services.retention import Due
from ui.kit.cards import Button, card
from ui.kit.dates import show_date
from ui.kit.erasewizard import EraseWizard
from ui.kit.namesleft import NamesLeft
from ui.kit.tokens import Tone
from ui.office.tab import OfficeTab

SHOWN = 50


class RetentionTab(OfficeTab):
    """Whose time is up, and the regimes that say so."""

    def name(self) -> str:
        return self.tr("Retention")

    @staticmethod
    def fetch(unit: Any) -> Any:
        asked = erasedelsewhere.waiting(unit) if unit.user.may(Right.ERASE) else []
        return retention.due(unit), retention.regimes(unit), retention.standing_count(unit), asked

    def draw(self, found: Any) -> None:
        due, regimes, standing, asked = found
        self.title(
            self.tr("Retention"), self.tr("Data is kept as long as a regime allows, and never past its hard limit.")
        )
        if due:
            self.notice(self.tr("People who have passed their time: {count}").format(count=len(due)), Tone.LATE)
            if self.page.may_erase:
                self.action(self.tr("Erase all that is due…"), lambda: self._wizard(due), kind="danger")
        if asked:
            told = self.tr("Names in your texts of people erased elsewhere, to decide on: {count}")
            self.notice(told.format(count=len(asked)), Tone.SOON)
            self.action(self.tr("Decide on names…"), lambda: self._names(asked))
        self.section(self.tr("Due for erasure"))
        if not due:
            self.text(self.tr("Nobody's time is up."), quiet=True)
        if standing:
            text = self.tr("Clocks that stand still because of custody: {count}.").format(count=standing)
            self.text(text, quiet=True)
        for one in due[:SHOWN]:
            line = self.tr("{regime}; due {end}, hard limit {hard}").format(
                regime=one.clock.regime, end=show_date(one.clock.end), hard=show_date(one.clock.hard_end)
            )
            buttons = [Button(self.tr("Erase…"), self._eraser(one))] if self.page.may_erase else []
            self.put(card(one.code_name, act=self._opener(one.id), lines=[line], buttons=buttons))
        if len(due) > SHOWN:
            self.text(self.tr("and {count} more").format(count=len(due) - SHOWN), quiet=True)
        add = self.tr("Add a regime") if self.page.may_administer else ""
        self.section(self.tr("Regimes"), add, lambda: self.page.open_form("regime"))
        for regime in regimes:
            times = self.tr("{months} months, at most {hard}").format(months=regime.months, hard=regime.hard_months)
            change = [Button(self.tr("Change"), self._changer(regime.id), "pencil")] if self.page.may_administer else []
            self.put(
                card(
                    regime.name,
                    badges=[(times, Tone.NEUTRAL)],
                    lines=[regime.start_event, regime.source],
                    buttons=change,
                )
            )

    def _opener(self, person: str) -> Any:
        return lambda: self.page.desk.show_record("person", person)

    def _changer(self, regime: str) -> Any:
        return lambda: self.page.open_form("regime", regime)

    def _eraser(self, one: Due) -> Any:
        return lambda: self._wizard([one])

    def _names(self, asked: list[Mention]) -> None:
        dialog = NamesLeft(self, self.page.desk, asked)
        dialog.accepted.connect(self.reload)
        dialog.open()

    def _wizard(self, due: list[Due]) -> None:
        EraseWizard(self, self.page.desk, due).open()


class GroundsTab(OfficeTab):
    """The dated list of legal grounds for disclosures."""

    def name(self) -> str:
        return self.tr("Legal grounds")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return office.grounds(unit), unit.today

    def draw(self, found: Any) -> None:
        listed, today = found
        self.title(self.tr("Legal grounds"), self.tr("A lawyer keeps this list right; the program only follows it."))
        if self.page.may_administer:
            self.action(self.tr("Add a ground"), lambda: self.page.open_form("ground"), icon="plus")
        self.each(listed, lambda one: self._card(one, valid=one.valid(today)))

    def _card(self, one: Ground, *, valid: bool) -> Any:
        badge = (self.tr("holds"), Tone.GOOD) if valid else (self.tr("does not hold today"), Tone.LATE)
        span = " – ".join(show_date(day) if day else "" for day in (one.valid_from, one.valid_to))
        buttons = [Button(self.tr("Change"), self._changer(one.id), "pencil")] if self.page.may_administer else []
        return card(one.title, badges=[badge], lines=[one.text, one.source, span.strip(" –")], buttons=buttons)

    def _changer(self, ground: str) -> Any:
        return lambda: self.page.open_form("ground", ground)
