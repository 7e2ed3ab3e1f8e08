"""The office of the vault: read, change, its logo; agencies' and grounds' registers have services of their own."""

from __future__ import annotations

import base64
from dataclasses import replace

from gvi_desktop.domain.errors import RefusedError, VaultError
from gvi_desktop.domain.ground import Ground, GroundDraft
from gvi_desktop.domain.ground import problems as ground_problems
from gvi_desktop.domain.office import Office, OfficeDraft, problems
from gvi_desktop.letters import logo
from gvi_desktop.services.unit import Unit

LOGO_MOST = logo.MOST_BYTES


def get(unit: Unit) -> Office:
    """The office."""
    return unit.office


def change(unit: Unit, draft: OfficeDraft) -> str:
    """Change what is printed on exports and the defaults; the logo stays as it is."""
    kept = replace(draft, logo=unit.office.logo)
    if found := problems(kept):
        raise RefusedError(found, kind="office")
    unit.put(Office, unit.office.id, kept)
    return unit.office.id


def set_logo(unit: Unit, picture: bytes | None) -> None:
    """Another logo (PNG or SVG within the limits of the letters), or none; the old one is kept where it is refused.

    VaultError: logo_too_large, logo_not_png, logo_svg_part.
    """
    content = ""
    if picture is not None:
        try:
            logo.checked(picture)
            content = base64.b64encode(picture).decode()
        except logo.LogoError as fault:
            raise VaultError(fault.code, **fault.data) from fault
    unit.title = "office.logo"
    unit.change(Office, unit.office.id, logo=content)


def grounds(unit: Unit) -> list[Ground]:
    """The legal grounds, by title."""
    return unit.find(Ground, order_by=unit.table(Ground).c.sort_text)


def get_ground(unit: Unit, ground_id: str) -> Ground:
    """One ground."""
    return unit.get(Ground, ground_id)


def add_ground(unit: Unit, draft: GroundDraft) -> str:
    """A ground of the office's own."""
    _check(unit, draft, "")
    return unit.add(Ground, draft).id


def change_ground(unit: Unit, ground_id: str, draft: GroundDraft) -> str:
    """Change a ground; disclosures already made keep its code."""
    _check(unit, draft, ground_id)
    unit.put(Ground, ground_id, draft)
    return ground_id


def _check(unit: Unit, draft: GroundDraft, own: str) -> None:
    if found := ground_problems(draft):
        raise RefusedError(found, kind="ground")
    if any(one.code == draft.code and one.id != own for one in unit.find(Ground)):
        raise RefusedError("ground_code_taken", kind="ground", field="code", name=draft.code)
