"""A password on a PDF that leaves the vault, where whoever saves it wants one."""

from __future__ import annotations

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.letters import protect

LEAST = protect.LEAST


def fits(password: str) -> bool:
    """Whether it may be used; empty is none, and may."""
    try:
        need(password)
    except VaultError:
        return False
    return True


def need(password: str) -> None:
    """VaultError("pdf_password") for one that is too short or too long; empty is none."""
    if password:
        try:
            protect.checked(password)
        except protect.PasswordError:
            raise VaultError("pdf_password", least=LEAST) from None


def locked(pdf: bytes, password: str) -> bytes:
    """The PDF behind the password, or as it is where the password is empty; VaultError as `need`."""
    need(password)
    return protect.protected(pdf, password) if password else pdf
