"""What can be taken in: the concepts, their columns, how each column's cells are read, and what a sheet must have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reads(StrEnum):
    """How the cells of a column are understood."""

    TEXT = "text"
    NOTE = "note"
    CODE = "code"
    PAST = "past"
    DAY = "day"
    TIME = "time"
    YES = "yes"
    MAYBE = "maybe"
    NUMBER = "number"
    WORD = "word"
    WORD_OR_NOTE = "word_or_note"
    NAME = "name"
    NAME_REVERSED = "name_reversed"
    NAME_PART = "name_part"
    IDENTITY = "identity"
    TEAM = "team"
    ITEMS = "items"
    MESSAGES = "messages"


@dataclass(frozen=True)
class Field:
    """One column: how it is read; for words the vocabulary, and what an unknown word becomes."""

    reads: Reads
    vocabulary: str = ""
    otherwise: str | None = None
    many: bool = False
    """Several columns may be this field."""


@dataclass(frozen=True)
class Concept:
    """One kind of sheet."""

    fields: dict[str, Field]
    needs: tuple[frozenset[str], ...]
    """Of each of these sets a sheet must have at least one column."""
    tells: frozenset[str]
    """Columns that no other kind of sheet has: they weigh more."""
    refers: bool = True
    """Whether each row concerns a person."""


TEXT, NOTE = Field(Reads.TEXT), Field(Reads.NOTE, many=True)
PAST, DAY, YES = Field(Reads.PAST), Field(Reads.DAY), Field(Reads.YES)


def word(vocabulary: str, otherwise: str | None = None) -> Field:
    """A value of the vocabulary; an unknown word is refused, or (with `otherwise`) kept as a note beside that value."""
    return Field(Reads.WORD if otherwise is None else Reads.WORD_OR_NOTE, vocabulary, otherwise)


WHO = {
    "ref": Field(Reads.CODE),
    "given_name": Field(Reads.NAME_PART),
    "family_name": Field(Reads.NAME_PART),
    "name": Field(Reads.NAME),
    "name_reversed": Field(Reads.NAME_REVERSED),
    "identity": Field(Reads.IDENTITY),
}
"""Columns by which any sheet points at a person."""
ANYBODY = frozenset({"ref", "name", "name_reversed", "given_name", "family_name", "identity"})
UNSAID = ""
"""`otherwise` of a word that may be left open: the field stays empty and the words go to the note."""

CONCEPTS: dict[str, Concept] = {
    "person": Concept(
        {
            "code_name": Field(Reads.CODE),
            "number": Field(Reads.CODE),
            **{name: field for name, field in WHO.items() if name != "ref"},
            "birth_date": Field(Reads.IDENTITY),
            "birth_year": Field(Reads.IDENTITY),
            "group": TEXT,
            "source": TEXT,
            "basis": TEXT,
            "from_on": PAST,
            "language": TEXT,
            "interpreter": YES,
            "supervision": word("supervision"),
            "supervision_officer": TEXT,
            "supervision_ends_on": DAY,
            "protection": word("protection"),
            "role": word("role", "not_suspected"),
            "address": TEXT,
            "contact": Field(Reads.TEXT, many=True),
            "guardian": TEXT,
            "next_review_on": DAY,
            "last_reviewed_on": PAST,
            "note": NOTE,
        },
        (ANYBODY | {"code_name"},),
        frozenset({"family_name", "identity", "birth_date", "protection", "source", "supervision"}),
    ),
    "group": Concept(
        {
            "name": TEXT, "area": TEXT, "size": Field(Reads.NUMBER), "cohesion": word("cohesion", UNSAID),
            "status": word("group_status", "active"), "next_review_on": DAY, "note": NOTE,
        },
        (frozenset({"name"}), frozenset({"area", "size", "cohesion", "status"})),
        frozenset({"size", "cohesion"}),
        refers=False,
    ),
    "membership": Concept(
        {
            **WHO, "group": TEXT, "from_on": PAST, "to_on": DAY, "source": TEXT,
            "source_kind": word("source_kind", UNSAID), "basis": TEXT, "review_on": DAY,
        },
        (ANYBODY, frozenset({"group"}), frozenset({"from_on", "to_on", "basis", "source_kind"})),
        frozenset({"basis", "source_kind", "to_on"}),
    ),
    "notification": Concept(
        {
            **WHO, "on": PAST, "at": Field(Reads.TIME), "group": TEXT, "round": TEXT,
            "trigger": word("trigger", "other"), "place": word("place", "other"),
            "team": Field(Reads.TEAM), "language": TEXT, "interpreter": YES,
            "outcome": word("outcome"), "message_1": YES, "message_2": YES, "message_3": YES,
            "messages": Field(Reads.MESSAGES), "guardian_present": YES, "others_heard": TEXT,
            "reaction": word("reaction", UNSAID), "asked_for_help": YES, "legal_information": YES, "handout": TEXT,
            "concern_considered": YES, "next_step": TEXT, "note": NOTE,
        },
        (ANYBODY, frozenset({"on"}), frozenset({"outcome", "message_1", "messages", "reaction", "team", "place"})),
        frozenset({"outcome", "message_1", "message_2", "message_3", "messages", "team", "guardian_present"}),
    ),
    "callin": Concept(
        {
            **WHO, "number": Field(Reads.NUMBER), "on": DAY, "start": Field(Reads.TIME), "venue": TEXT, "group": TEXT,
            "basis": word("basis"), "seat": Field(Reads.NUMBER), "attendance": word("attendance"),
        },
        (frozenset({"on"}), frozenset({"number", "attendance", "basis"}), frozenset({"number", "venue", "attendance"})),
        frozenset({"number", "basis", "attendance", "venue"}),
    ),
    "phonecall": Concept(
        {
            **WHO, "on": PAST, "at": Field(Reads.TIME), "channel": word("channel", UNSAID), "taken_by": TEXT,
            "caller": word("caller", "unknown"), "anonymous": YES, "number": TEXT,
            "heard_from": word("heard_from", "unknown"), "need": word("need", "other"), "acute_danger": YES,
            "action": NOTE, "handed_to": TEXT, "callback": Field(Reads.MAYBE), "consent": YES, "note": NOTE,
        },
        (
            frozenset({"on"}),
            frozenset({"caller", "need", "callback"}),
            frozenset({"need", "action", "anonymous", "caller"}),
        ),
        frozenset({"caller", "anonymous", "callback", "need", "action"}),
        refers=False,
    ),
    "focus": Concept(
        {
            "number": Field(Reads.NUMBER), "group": TEXT, "incident": Field(Reads.ITEMS), "start_on": PAST,
            "end_on": PAST, "decided_by": TEXT, "decided_on": PAST, "basis": TEXT, "review_on": DAY,
            "proportionality": TEXT, "measures": Field(Reads.ITEMS), "end_reason": word("end_reason", UNSAID),
            "evaluation": NOTE,
        },
        (frozenset({"group"}), frozenset({"start_on"}), frozenset({"incident", "measures", "end_reason", "end_on"})),
        frozenset({"incident", "measures", "end_reason", "decided_by", "start_on"}),
        refers=False,
    ),
    "incident": Concept(
        {
            "on": PAST, "type": word("incident_type", "other"), "area": TEXT, "group": TEXT,
            "certainty": word("certainty", "unknown"), "retaliation_risk": YES, "note": NOTE,
        },
        (frozenset({"on"}), frozenset({"type"}), frozenset({"area", "group", "retaliation_risk", "certainty"})),
        frozenset({"type", "retaliation_risk", "certainty"}),
        refers=False,
    ),
    "help": Concept(
        {
            **WHO, "asked_on": PAST, "help_kind": word("help_kind", "other"), "provider": TEXT,
            "first_contact_on": PAST, "stage": word("stage", "offered"), "ended_why": TEXT, "consent": YES,
            "anonymous": YES, "asked_how": word("asked_how", "other"), "note": NOTE,
        },
        (frozenset({"asked_on"}), frozenset({"help_kind"})),
        frozenset({"help_kind", "provider", "first_contact_on", "stage"}),
    ),
}  # fmt: skip
"""Kinds of sheets by the concept that most of a row becomes."""

ALSO = {"invitee": "callin", "measure": "focus"}
"""Concepts that come in with the rows of another."""
