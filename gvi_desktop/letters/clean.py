"""Taking out of values what has no shape on paper or would turn the writing around it."""

from __future__ import annotations

import re
import unicodedata

# Overrides of writing direction let a value rearrange the text around it; C0 and C1 controls have no shape at all.
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def clean(value: str) -> str:
    """A value without characters that have no shape or turn the writing; composed, so that a and ring are one å."""
    if value.isascii() and value.isprintable():  # as most are
        return value.strip()
    return unicodedata.normalize("NFC", _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\t", " "))).strip()
