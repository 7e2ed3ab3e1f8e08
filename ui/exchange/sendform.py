"""The form of a bundle to be sent: to whom, how much of it, and the disclosure that it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import exchangeviews, pickers
from gvi_desktop.services.exchangeviews import ExchangeView
from ui.exchange.ground import GroundField
from ui.kit.fields.number import CheckField
from ui.kit.fields.ref import RefsField
from ui.kit.fields.text import NoteField
from ui.kit.fields.ticks import TicksField
from ui.kit.form import Form, Section
from ui.kit.tasks import Tasks
from ui.kit.words import Words


def send_form(words: Words, tasks: Tasks, view: ExchangeView) -> Form:
    """Empty, with the grounds in force on the day of the reading."""
    return Form(
        [
            RefsField(
                "contacts", tasks, exchangeviews.recipient_options, exchangeviews.resolve_recipients,
                QCoreApplication.translate("SendTab", "To"), required=True,
                hint=QCoreApplication.translate("SendTab", "Verified contacts only. Press ↓ for the list."),
            ),
            TicksField(
                "compartments", Compartment,
                QCoreApplication.translate("SendTab", "Only these parts"),
                hint=QCoreApplication.translate("SendTab", "None ticked: everything the contact may receive."),
            ),
            RefsField(
                "callins", tasks, exchangeviews.callin_options, exchangeviews.resolve_callins,
                QCoreApplication.translate("SendTab", "Only these call-ins"),
                hint=QCoreApplication.translate("SendTab", "Empty: not narrowed to call-ins."),
            ),
            RefsField(
                "rounds", tasks, exchangeviews.round_options, exchangeviews.resolve_rounds,
                QCoreApplication.translate("SendTab", "Only these rounds"),
                hint=QCoreApplication.translate("SendTab", "Empty: not narrowed to rounds."),
            ),
            CheckField(
                "everything",
                QCoreApplication.translate("SendTab", "Not only chosen call-ins and rounds"),
                hint=QCoreApplication.translate("SendTab", "Everything within the contact's clearance leaves."),
            ),
            CheckField(
                "since_last",
                QCoreApplication.translate("SendTab", "Only what came after the last bundle"),
                hint=QCoreApplication.translate("SendTab", "Smaller, but a bundle that was lost leaves a gap."),
            ),
            RefsField(
                "named", tasks, exchangeviews.protected_options, pickers.resolve_people,
                QCoreApplication.translate("SendTab", "Protected people, named one by one"),
                hint=QCoreApplication.translate(
                    "SendTab", "Nothing about them leaves otherwise. Each needs a ground and a weighing of its own."
                ),
            ),
            Section(
                QCoreApplication.translate("SendTab", "Disclosure"),
                QCoreApplication.translate(
                    "SendTab",
                    "Needed for another agency and for protected people. Both sides register it, and the receiver "
                    "reads the ground, the weighing and the conditions.",
                ),
            ),
            GroundField("ground", [one for one in view.grounds if one.code != OWN_AGENCY], view.today),
            NoteField("weighing", lines=3),
            NoteField("conditions", lines=2),
        ],
        words, "disclosure",
    )  # fmt: skip
