"""The proof of a vault as a sheet of paper."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gvi_desktop.domain.user import Right
from gvi_desktop.letters.pages import proof as page
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.services.checking import Check
from gvi_desktop.services.stationery import letterhead
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically
from gvi_desktop.wording import Words


def verdict(one: Check) -> str:
    """The key of the word for it: `fault`, `due` or `ok`."""
    return "fault" if not one.ok else "due" if one.due else "ok"


def detail(name: str, one: Check, words: Words) -> str:
    """What was found, in the reader's language; of a fault the technical words as they are."""
    if one.figures:
        return words.text("safety", f"found_{name}", **one.figures)
    if one.ok:
        return words.text("safety", "found_none") if one.due else ""
    return one.detail


def sheet(unit: Unit, checks: Mapping[str, Check], language: str = "") -> bytes:
    """One page with each check, what was found and what it means; a `print` in the journal."""
    unit.need(Right.PRINT)
    words = Words(language or unit.office.language.value)

    def said(key: str, **values: object) -> str:
        return words.text("safety", key, **values)

    def shown_as(name: str, one: Check) -> page.Shown:
        title = f"{words.text('checks', name)} – {said(verdict(one))}"
        return page.Shown(title, detail(name, one, words), said(f"means_{name}"))

    shown = [shown_as(name, one) for name, one in checks.items()]
    whole = said("proof_whole" if all(one.ok for one in checks.values()) else "proof_fault")
    when = unit.local(unit.now).strftime("%Y-%m-%d %H:%M")
    unit.note("print", None, "proof")
    under = f"{whole}\n{said('proof_when', when=when)}"
    return page.draw(said("proof_title"), under, shown, letterhead(unit), Marks(unit.today), words.language)


def save(unit: Unit, checks: Mapping[str, Check], path: Path, language: str = "") -> None:
    """The sheet into a file."""
    write_atomically(path, sheet(unit, checks, language))
