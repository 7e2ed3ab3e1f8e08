"""Recalls in a manifest: what a colleague is asked to take away again, and the answer that it was done or not.

Both name the disclosure by its *reference*: the id of the bundle that handed it out, or the sender's own entry where no
bundle did. Only a bundle to one recipient carries them, since the reason is nobody else's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gvi_desktop.sync.strictjson import mapping, text

LONGEST = 2000
MOST = 500
"""Recalls, or answers, in one bundle."""


@dataclass(frozen=True, slots=True)
class RecallNotice:
    """Please take away what was disclosed on a day: what it was, and why it is recalled."""

    reference: str
    on: date
    what: str
    recalled: date
    why: str


@dataclass(frozen=True, slots=True)
class RecallAnswer:
    """What became of a recall at the receiver: done or not, by whom, and what there is to say about it."""

    reference: str
    done: bool
    on: date
    by: str
    note: str = ""


def notice_fields(notice: RecallNotice) -> dict[str, object]:
    return {
        "reference": notice.reference,
        "on": notice.on.isoformat(),
        "what": notice.what,
        "recalled": notice.recalled.isoformat(),
        "why": notice.why,
    }


def notice_of(value: object) -> RecallNotice:
    """ValueError, KeyError and TypeError for anything else."""
    fields = mapping(value)
    return RecallNotice(
        text(fields["reference"], 64),
        _day(fields),
        text(fields["what"], LONGEST, shortest=0),
        _day(fields, "recalled"),
        text(fields["why"], LONGEST, shortest=0),
    )


def answer_fields(answer: RecallAnswer) -> dict[str, object]:
    return {
        "reference": answer.reference,
        "done": answer.done,
        "on": answer.on.isoformat(),
        "by": answer.by,
        "note": answer.note,
    }


def answer_of(value: object) -> RecallAnswer:
    """ValueError, KeyError and TypeError for anything else."""
    fields = mapping(value)
    done = fields["done"]
    if not isinstance(done, bool):
        raise ValueError
    reference, note = text(fields["reference"], 64), text(fields["note"], LONGEST, shortest=0)
    return RecallAnswer(reference, done, _day(fields), text(fields["by"], 80, shortest=0), note)


def _day(fields: Mapping[str, object], name: str = "on") -> date:
    written = text(fields[name], 10)
    day = date.fromisoformat(written)
    if day.isoformat() != written:
        raise ValueError
    return day
