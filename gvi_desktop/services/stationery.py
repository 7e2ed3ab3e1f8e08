"""The office's letterhead, as the papers want it."""

from __future__ import annotations

import base64

from gvi_desktop.letters.given import Letterhead
from gvi_desktop.services.unit import Unit


def letterhead(unit: Unit) -> Letterhead:
    """Programme, owner, parties, phone, logo and purpose of the vault's office."""
    office = unit.office
    return Letterhead(
        programme=office.programme,
        town=office.town,
        agency=office.agency,
        parties=office.parties,
        phone=office.phone,
        logo=base64.b64decode(office.logo) if office.logo else None,
        purpose=office.purpose,
        phone_hours=office.phone_hours,
    )
