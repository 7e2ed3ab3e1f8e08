"""A PDF that only opens with a password."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pikepdf

LEAST, MOST_BYTES = 8, 127


class PasswordError(ValueError):
    """A password that is too short to keep anybody out, or longer than readers take."""


def checked(password: str) -> str:
    """The password as readers compare it; PasswordError where it cannot be used."""
    plain = unicodedata.normalize("NFKC", password)
    if len(plain) < LEAST or len(plain.encode("utf-8", "replace")) > MOST_BYTES or not plain.isprintable():
        raise PasswordError
    return plain


def protected(pdf: bytes, password: str) -> bytes:
    """The same pages behind the password, with AES-256 (revision 6).

    It is no longer PDF/A, which allows no password, and its bytes differ each time. Raises PasswordError.
    """
    key = checked(password)
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(user=key, owner=key, R=6, aes=True, metadata=True))
    return out.getvalue()
