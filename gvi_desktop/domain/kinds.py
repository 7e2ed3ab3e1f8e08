"""The register of all concepts: kind name to draft and record class."""

from __future__ import annotations

from typing import Any

from gvi_desktop.domain.agency import Agency
from gvi_desktop.domain.block import Block
from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.extension import Extension
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.ground import Ground
from gvi_desktop.domain.group import Group, Relation
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.lettertext import LetterText
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.pause import Pause
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.plan import Plan
from gvi_desktop.domain.regime import Regime
from gvi_desktop.domain.rightscase import RightsCase
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.script import Script
from gvi_desktop.domain.speaker import Speaker
from gvi_desktop.domain.task import Task
from gvi_desktop.domain.user import User

RECORDS: tuple[Any, ...] = (
    Office,
    User,
    Agency,
    Person,
    Guardian,
    Pause,
    Extension,
    Group,
    Relation,
    Membership,
    Incident,
    Callin,
    Invitee,
    Speaker,
    Block,
    Script,
    Plan,
    Round,
    Notification,
    Phonecall,
    Help,
    Focus,
    Measure,
    Task,
    Letter,
    LetterText,
    Disclosure,
    RightsCase,
    Ground,
    Regime,
    Contact,
)

BY_KIND: dict[str, Any] = {record.kind: record for record in RECORDS}
