"""The colours and measures of the window, in one place, for light, dark and high contrast."""

from dataclasses import dataclass
from enum import Enum

GRID = 8  # pixels at 100 %
FONT = "Inter"
FONT_POINTS = 10.0


class Tone(Enum):
    """What a colour says; words always say it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True)
class Tokens:
    """One theme's colours as #rrggbb; `x` and `x_soft` are a text colour and the surface it is read on."""

    name: str
    dark: bool
    window: str  # behind everything, and the side bar
    surface: str  # lists, forms, detail
    raised: str  # headers, hover
    border: str  # quiet lines
    edge: str  # the outline of something one can type in or press
    text: str
    muted: str
    accent: str  # fills of the primary button, marks, focus ring
    accent_hover: str
    on_accent: str
    accent_text: str  # links and chosen words on a surface
    accent_soft: str  # the chosen row
    on_accent_soft: str
    neutral: str
    neutral_soft: str
    good: str
    good_soft: str
    soon: str
    soon_soft: str
    late: str
    late_soft: str

    def ink(self, tone: Tone) -> str:
        return {
            Tone.NEUTRAL: self.neutral,
            Tone.ACCENT: self.on_accent_soft,
            Tone.GOOD: self.good,
            Tone.SOON: self.soon,
            Tone.LATE: self.late,
        }[tone]

    def paper(self, tone: Tone) -> str:
        return {
            Tone.NEUTRAL: self.neutral_soft,
            Tone.ACCENT: self.accent_soft,
            Tone.GOOD: self.good_soft,
            Tone.SOON: self.soon_soft,
            Tone.LATE: self.late_soft,
        }[tone]

    def pairs(self) -> dict[str, tuple[str, str]]:
        """Every pair of text and ground the window shows, by name, so that a test can measure them all."""
        grounds = {"window": self.window, "surface": self.surface, "raised": self.raised}
        inks = {"text": self.text, "muted": self.muted, "accent_text": self.accent_text, "late": self.late}
        found = {f"{ink} on {ground}": (inks[ink], grounds[ground]) for ink in inks for ground in grounds}
        found["on_accent on accent"] = (self.on_accent, self.accent)
        found["on_accent on accent_hover"] = (self.on_accent, self.accent_hover)
        for tone in Tone:
            found[f"{tone.value} badge"] = (self.ink(tone), self.paper(tone))
        return found


LIGHT = Tokens(
    name="light", dark=False,
    window="#f1f4f4", surface="#ffffff", raised="#f6f8f8", border="#d9dfdf", edge="#879394",
    text="#17211f", muted="#52605f",
    accent="#0b5f5b", accent_hover="#084b48", on_accent="#ffffff", accent_text="#0b5f5b",
    accent_soft="#d9ecea", on_accent_soft="#093f3c",
    neutral="#45524f", neutral_soft="#e9eded", good="#1c6238", good_soft="#e0f2e6",
    soon="#7a4a00", soon_soft="#ffefcf", late="#b02319", late_soft="#fce7e5",
)  # fmt: skip

DARK = Tokens(
    name="dark", dark=True,
    window="#12181a", surface="#191f21", raised="#20282a", border="#2f393b", edge="#6d7b7d",
    text="#e5ebea", muted="#a0aeae",
    accent="#4fb8af", accent_hover="#6bcac2", on_accent="#06201e", accent_text="#6bcac2",
    accent_soft="#173c3a", on_accent_soft="#cdeeea",
    neutral="#c2cccb", neutral_soft="#2b3436", good="#86d9a5", good_soft="#15351f",
    soon="#f2bd5c", soon_soft="#3a2b0c", late="#ff9d93", late_soft="#481d19",
)  # fmt: skip

CONTRAST = Tokens(
    name="contrast", dark=True,
    window="#000000", surface="#000000", raised="#101010", border="#9a9a9a", edge="#ffffff",
    text="#ffffff", muted="#e6e6e6",
    accent="#4dfff0", accent_hover="#a6fff7", on_accent="#000000", accent_text="#4dfff0",
    accent_soft="#00403b", on_accent_soft="#ffffff",
    neutral="#ffffff", neutral_soft="#2a2a2a", good="#8dffb4", good_soft="#00310f",
    soon="#ffd23f", soon_soft="#332600", late="#ffb3ab", late_soft="#4d0500",
)  # fmt: skip

THEMES = {tokens.name: tokens for tokens in (LIGHT, DARK, CONTRAST)}


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours after WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
