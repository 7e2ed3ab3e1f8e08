"""A contact whose time has run out gets nothing, by whichever road, until somebody sets a later day."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from kit.arrivals import office_with_a_colleague
from kit.posting import make

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.services import accounts, contacts, exchangeviews, outgoing, receipts, sending
from gvi_desktop.services.workspace import Workspace


def until(office: Workspace, days: int) -> str:
    (contact,) = office.read(contacts.listed)
    office.write(lambda unit: unit.change(Contact, contact.id, expires_on=unit.today + timedelta(days=days)))
    return contact.id


def test_nothing_goes_to_a_contact_that_has_expired(tmp_path: Path) -> None:
    office = office_with_a_colleague(tmp_path)
    who = until(office, -1)
    request = sending.Request((who,))
    for road in (
        lambda: office.read(sending.preview, request),
        lambda: office.write(sending.export, request, tmp_path / "x.age"),
        lambda: make(office, sending.make, request),
        lambda: make(office, receipts.make_notice, who),
    ):
        with pytest.raises(RefusedError, match="contact_expired"):
            road()
    assert office.read(exchangeviews.recipient_options, "") == []
    assert office.read(accounts.listed) == [] and outgoing.left(office.folder) == []
    until(office, 0)  # the last day counts
    assert make(office, sending.make, request).path.exists()
    office.close()
