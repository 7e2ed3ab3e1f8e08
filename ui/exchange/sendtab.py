"""Send: to whom, on what ground; then every record and field that would leave; only then the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.domain.contact import Preset
from gvi_desktop.domain.errors import GviError, RefusedError
from gvi_desktop.services import exchangefolder, sending
from gvi_desktop.services.exchangeviews import ExchangeView
from gvi_desktop.services.stopping import CANCELLED
from gvi_desktop.services.workspace import Workspace
from ui.exchange.carrier import Make, cancelled, send_out
from ui.exchange.listing import BundleSheet, leaving_columns, scrolled
from ui.exchange.sendform import send_form
from ui.exchange.sides import Doing, sides
from ui.exchange.whatleft import what_in_words
from ui.kit.busy import run_with_progress
from ui.kit.dates import show_date
from ui.kit.files import ask_save
from ui.kit.form import Form
from ui.kit.tasks import Progress
from ui.kit.text import button, label
from ui.kit.theme import px
from ui.kit.tokens import Tone


def _look(workspace: Workspace, request: sending.Request, progress: Progress) -> sending.Outgoing:
    return workspace.read(sending.preview, request, progress)


class SendTab(QWidget):
    """What the preview shows is computed as the bundle itself would be; a change of the form takes it away."""

    def __init__(self, page: Doing) -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.view: ExchangeView | None = None
        self.form: Form | None = None
        self.outgoing: sending.Outgoing | None = None
        self._request: sending.Request | None = None
        self._codes: tuple[str, ...] = ()
        # The form has a turn of its own: with the tab's own in one, the window would stand still for too long.
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._make_due)
        self.sheet = BundleSheet(
            self.tr("Records that would leave"), leaving_columns(page.words), page.words, lambda one: str(one.kind),
            self.tr("All kinds"),
        )  # fmt: skip
        self._scroll = QScrollArea()
        self._scroll.setObjectName("sheet")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        bar = QWidget()
        bar.setObjectName("actionBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        under = QVBoxLayout(bar)
        under.setContentsMargins(px(3), px(1), px(2), px(1.25))
        self.problem = label("", role="problem")
        self.problem.hide()
        under.addWidget(self.problem)
        row = QHBoxLayout()
        self.look_button = button(self.tr("Show what would leave"), self.look, kind="primary", icon_name="eye")
        row.addWidget(self.look_button)
        row.addStretch()
        under.addLayout(row)
        column.addWidget(bar)
        bar.setEnabled(page.may_export)
        split = self.split = sides(left, scrolled(self.sheet), (42, 36))
        split.setSizes([460, 640])
        split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self._draw()

    def show_view(self, view: ExchangeView) -> None:
        """Take the contacts and grounds of this reading; the form is made anew only when the grounds have changed."""
        self.view = view
        codes = tuple(one.code for one in view.grounds if one.valid(view.today))
        if self.form is None or codes != self._codes:
            self._codes = codes
            self._due.start(1)

    def send_to(self, contact: str) -> None:
        """Begin a bundle for a contact."""
        self._make_due()
        if self.form is not None:
            self.form.field("contacts").set_value([contact])

    def look(self) -> None:
        """Ask what would leave."""
        if self.form is None:
            return
        request = self._asked()
        self._tell("")
        if self._unnarrowed(request):
            sentence = self.tr("Choose the call-ins or rounds it is about, or tick that everything may leave.")
            self.form.show_problems([])
            self._tell(sentence)
            return
        self.split.show_detail()
        run_with_progress(
            self, self.page.tasks, self.tr("Looking at what would leave"), _look, self.page.tasks.workspace, request,
            then=lambda found: self._show(request, found), failed=self._refused,
        )  # fmt: skip

    def write(self) -> None:
        """Ask for the file, then write."""
        request = self._request
        if request is None:
            return

        def choose(name: str) -> None:
            title, pattern = self.tr("Write the bundle"), self.tr("Encrypted bundles (*.age)")
            ask_save(self, title, name, pattern, lambda path: self.write_to(path, request))

        self.page.tasks.read(self, sending.proposed_name, then=choose)

    def write_to(self, path: Path, request: sending.Request | None = None) -> None:
        """Write what the preview showed to a file."""
        wanted = request or self._request
        if wanted is not None:
            self._send_out(lambda workspace, room, told: workspace.write(sending.make, wanted, room, told), path)

    def put(self) -> None:
        """Write what the preview showed into the exchange folder, if that answered when it was last looked at."""
        view, wanted = self.page.desk.folder.view, self._request
        if view is not None and view.fault:
            self._tell(self.page.words.text("exchange", f"folder_fault_{view.fault}"))
        elif wanted is not None:
            self._send_out(lambda workspace, room, told: workspace.write(exchangefolder.make, wanted, room, told))

    def _send_out(self, make: Make, path: Path | None = None) -> None:
        send_out(self, self.page.tasks, make, path, then=self._written, failed=self._not_written)

    def _make_due(self) -> None:
        if self.view is None or (self.form is not None and not self._due.isActive()):
            return
        self._due.stop()
        form = send_form(self.words, self.page.tasks, self.view)
        form.changed.connect(self._forget)
        for name in ("contacts", "named"):
            form.on(name, lambda _value: self._ask_ground())
        self.form = form
        self._scroll.setWidget(form)

    def _ask_ground(self) -> None:
        form = self.form
        if form is None or self.view is None:
            return
        chosen = form.field("contacts").value()
        records = [line.view.record for line in self.view.contacts if line.id in chosen]
        own = self.view.agency.casefold()
        other = any(one.preset is not Preset.COLLEAGUE or one.agency.casefold() != own for one in records)
        for name in ("ground", "weighing", "conditions"):
            form.show_field(name, other or not records or bool(form.field("named").value()))
        form.show_field("everything", any(one.preset is Preset.PARTNER for one in records))

    def _unnarrowed(self, request: sending.Request) -> bool:
        """A partner agency gets chosen call-ins and rounds; all of its clearance only when somebody has said so."""
        if self.view is None or self.form is None or request.callins or request.rounds:
            return False
        lines = [line for line in self.view.contacts if line.id in request.contacts]
        partner = any(line.view.record.preset is Preset.PARTNER for line in lines)
        return partner and not self.form.field("everything").value()

    def _asked(self) -> sending.Request:
        values = self.form.values() if self.form is not None else {}
        parts = tuple(sorted(one.value for one in values["compartments"]))
        return sending.Request(
            contacts=tuple(sorted(values["contacts"])),
            ground=values["ground"],
            compartments=parts or None,
            callins=tuple(sorted(values["callins"])),
            rounds=tuple(sorted(values["rounds"])),
            named=tuple(sorted(values["named"])),
            since_last=bool(values["since_last"]),
            note=values["weighing"],
            conditions=values["conditions"],
        )

    def _show(self, request: sending.Request, found: sending.Outgoing) -> None:
        self._request, self.outgoing = request, found
        self._draw()

    def _forget(self) -> None:
        self._request = self.outgoing = None
        self._tell("")
        self._draw()

    def _draw(self) -> None:
        detail, found = self.sheet.detail, self.outgoing
        detail.start()
        if found is None:
            self.sheet.show_records([])
            detail.title(self.tr("Nothing leaves before you have seen it"))
            detail.text(
                self.tr(
                    "Choose who it is for, then look at every record and field that would leave. Only then a file is "
                    "written, encrypted so that nobody but the recipients can open it."
                ),
                quiet=True,
            )
            return
        detail.title(self.tr("To {names}").format(names=", ".join(found.to)))
        detail.action(self.tr("Write bundle…"), self.write, icon="file-down", kind="primary")
        if self.page.desk.folder.folder is not None:
            detail.action(self.tr("Put it into the exchange folder"), self.put, icon="folder-open")
        for kind, number in sorted(found.by_kind.items()):
            detail.badge(f"{self.words.kinds(kind)}: {number}", Tone.ACCENT)
        if found.kept_back:
            detail.notice(
                self.tr("Records kept back because they concern people with protected identity: {count}.").format(
                    count=found.kept_back
                )
            )
        if found.unapproved:
            text = self.tr("Links to groups kept back until a second user has approved them: {count}.")
            detail.notice(text.format(count=found.unapproved))
        if not found.records and not found.erasures:
            detail.text(self.tr("Nothing new for them. A bundle would only say what you have taken in."))
        if found.erasures:
            text = self.tr("Erasures that go along, without anything of what was erased: {count}.")
            detail.text(text.format(count=found.erasures))
        if not found.same_agency:
            detail.text(self.tr("This is a disclosure to another agency and is entered in the register."), quiet=True)
        if found.known:
            text = self.tr("They have had {known} of {all} records before; these go again with what has changed.")
            detail.text(text.format(known=found.known, all=len(found.records)), quiet=True)
        self._earlier(found)
        self.sheet.show_records(found.records)

    def _earlier(self, found: sending.Outgoing) -> None:
        """What the register says was handed out to them before."""
        detail = self.sheet.detail
        detail.section(self.tr("Handed out to them before"))
        if not found.earlier:
            detail.text(self.tr("Nothing yet."), quiet=True)
        for one in found.earlier:
            said = [what_in_words(self.words, one.what), one.conditions]
            if one.recalled_on is not None:
                said.append(self.tr("recalled {date}").format(date=show_date(one.recalled_on)))
            name = f"{show_date(one.on)}, {one.contact}" if len(found.to) > 1 else show_date(one.on)
            detail.row(name, " · ".join(filter(None, said)))

    def _refused(self, error: GviError) -> None:
        if error.code == CANCELLED:
            self.page.desk.say(cancelled(error))
            return
        rest = [self.words.error(error)]
        if isinstance(error, RefusedError) and self.form is not None:
            rest = self.form.show_problems(error.problems)
        self._tell("\n".join(rest))

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _not_written(self, error: GviError) -> None:
        self.page.reload()  # the list tells what became of it
        self._refused(error)

    def _written(self, path: Path) -> None:
        self.page.desk.say(self.tr("Bundle written: {name}").format(name=path.name))
        self._forget()
        self.page.reload()
