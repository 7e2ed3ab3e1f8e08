"""The colours that repeat what a badge of this place says."""

from gvi_desktop.domain.contact import ContactState
from gvi_desktop.services.folderlines import Lies
from ui.kit.tokens import Tone

CONTACT = {
    ContactState.VERIFIED: Tone.GOOD,
    ContactState.UNVERIFIED: Tone.SOON,
    ContactState.EXPIRED: Tone.LATE,
    ContactState.REVOKED: Tone.LATE,
}
BUNDLE = {"sent": Tone.NEUTRAL, "received": Tone.ACCENT, "merged": Tone.GOOD, "refused": Tone.LATE}
BUNDLE |= {"missing": Tone.SOON, "repeated": Tone.NEUTRAL, "older": Tone.NEUTRAL}
BUNDLE |= {"waiting": Tone.NEUTRAL, "not_sent": Tone.LATE, "unsure": Tone.SOON}
BUNDLE |= {"forked": Tone.LATE, "restored": Tone.ACCENT}
UNCOUNTED = ("receipt", "missing")
"""The states of bundles that hold no records, or nobody knows how many."""
LYING = {
    Lies.NEW: Tone.ACCENT,
    Lies.UNKNOWN: Tone.SOON,
    Lies.REFUSED: Tone.LATE,
    Lies.DAMAGED: Tone.SOON,
    Lies.READ: Tone.GOOD,
}
VERDICT = {
    "new": Tone.GOOD,
    "changed": Tone.ACCENT,
    "conflict": Tone.SOON,
    "erased": Tone.LATE,
    "buried": Tone.LATE,
    "refused": Tone.NEUTRAL,
    "quarantined": Tone.SOON,
}
