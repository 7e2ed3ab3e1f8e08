"""Languages as they are written: with which family of faces, and from which side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gvi_desktop.letters import bidi
from gvi_desktop.letters.style import Face


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language is set; `faces` are put in the place of the Latin ones."""

    code: str
    faces: Mapping[Face, Face]
    rtl: bool = False

    @property
    def family(self) -> str:
        """The family of its faces."""
        return self.faces[Face.regular].family

    def isolated(self, text: str, ltr: bool = False) -> str:
        """A value that can neither turn the writing around it nor be turned by it; numbers (`ltr`) run to the right."""
        if not self.rtl or not text:
            return text
        return f"{bidi.LRI if ltr else bidi.FSI}{text}{bidi.PDI}"


_LATIN = {face: face for face in (Face.regular, Face.bold, Face.italic)}
_ARABIC = {Face.regular: Face.arabic, Face.bold: Face.arabic_bold, Face.italic: Face.arabic}
_ETHIOPIC = {Face.regular: Face.ethiopic, Face.bold: Face.ethiopic_bold, Face.italic: Face.ethiopic}

LATIN = Tongue("", _LATIN)
_OWN = {
    **{code: Tongue(code, _ARABIC, rtl=True) for code in ("ar", "ckb", "fa", "prs")},
    "ti": Tongue("ti", _ETHIOPIC),
}


def tongue(language: str) -> Tongue:
    """How a language is written; those without a family of their own as Latin."""
    return _OWN.get(language, LATIN)
