"""Swedish order for lists sorted in the window: å ä ö last, capitals and accents beside their plain letters."""

import unicodedata

_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}


def swedish(text: str) -> str:
    """A key that sorts as a Swedish reader expects."""
    lowered = unicodedata.normalize("NFC", text).casefold()
    return "".join(_LAST.get(sign) or unicodedata.normalize("NFD", sign)[0] for sign in lowered)


_QUICK = str.maketrans(_LAST)


def quickly(text: str) -> str:
    """Nearly the same for a hundred thousand texts at once: å ä ö last, other accents as they are."""
    return text.casefold().translate(_QUICK)
