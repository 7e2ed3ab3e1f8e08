"""A contact card (or key event) that stands as a code in a picture."""

from __future__ import annotations

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.intake import qr

MARK = b'{"format":"gvi-'
"""How cards and key events begin; other codes in a picture are passed over."""


def card_in(raw: bytes) -> bytes:
    """The card itself. BundleError "E_CARD_PICTURE", "E_CARD_NO_CODE" for a picture that holds none, or several."""
    if not qr.is_picture(raw):
        return raw
    found = {code for code in qr.codes(raw) if code.startswith(MARK)}
    if len(found) != 1:
        raise BundleError("E_CARD_NO_CODE")
    return found.pop()
