"""Languages of letters: what people call them, which kinds have texts in them, and whether a speaker has read those."""

from __future__ import annotations

from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.letters import templates
from gvi_desktop.letters.templates import READERS
from gvi_desktop.letters.words import LANGUAGES
from gvi_desktop.wording import Words

ALL = (*LANGUAGES, *READERS)

# As coordinators write them in a person's record, in Swedish, English or the language itself. "Kurdiska" alone is not
# here: Kurmanji and Sorani are written in different alphabets, and a guess would be a letter that cannot be read.
_SPOKEN = {
    "sv": "swe svenska swedish",
    "en": "eng engelska english",
    "ar": "arabiska arabic العربية",
    "so": "somaliska somali soomaali",
    "kmr": "kurmanji kurmanci kurmancî kurmandji nordkurdiska",
    "ckb": "sorani soranî centralkurdiska سۆرانی",
    "fa": "persiska persian farsi فارسی",
    "prs": "dari دری",
    "ti": "tigrinja tigrinska tigrinya ትግርኛ",
    "tr": "turkiska turkish türkçe",
    "bs": "hr sr bosniska bosnian bosanski kroatiska croatian hrvatski serbiska serbian srpski bks bcs",
    "pl": "polska polish polski",
    "fi": "finska finnish suomi",
}
_CODES = {word: code for code, words in _SPOKEN.items() for word in (code, *words.split())}


def code_of(spoken: str) -> str:
    """The code of a language as somebody wrote it down, or nothing."""
    return _CODES.get(spoken.strip().casefold(), "")


def offered(kind: LetterKind | str) -> tuple[str, ...]:
    """The languages that this kind of letter can be printed in."""
    return templates.languages(LetterKind(kind))


def name(code: str, language: str) -> str:
    """What a language is called in another; its code where it is not one of ours."""
    return Words(language).text("letters", f"language_{code}") if code in ALL else code
