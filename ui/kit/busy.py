"""Long work shown with a bar and a Cancel, once it has taken a second."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import BundleError, GviError
from ui.kit.tasks import Failed, Job, Tasks, Then
from ui.kit.text import button, heading, muted
from ui.kit.theme import px

PATIENCE = 1000  # ms before a bar is shown
SILENCE = 8000  # ms before it is said that nothing answers


class ProgressDialog(QDialog):
    """A title, a bar, how far, and Cancel."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self.setWindowTitle(title)
        self.setModal(False)
        self.setMinimumWidth(px(48))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(3), px(3), px(3), px(2))
        column.setSpacing(px(1.5))
        column.addWidget(heading(title))
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        column.addWidget(self._bar)
        self._far = muted("")
        column.addWidget(self._far)
        column.addWidget(button(self.tr("Cancel"), self.reject), alignment=Qt.AlignmentFlag.AlignRight)
        self.rejected.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self._timer.start(PATIENCE)

    def step(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._far.setText(self.tr("{done} of {total}").format(done=done, total=total))

    def finish(self) -> None:
        self._timer.stop()
        self.close()
        self.deleteLater()

    def say(self, text: str) -> None:
        """A sentence in place of how far it is."""
        self._far.setText(text)
        self._far.setWordWrap(True)
        self.adjustSize()

    def _stop(self) -> None:
        if self.job is not None:
            self.job.progress.cancel()


def run_with_progress(
    parent: QWidget, tasks: Tasks, title: str, function: Callable[..., Any], *args: Any,
    then: Then | None = None, failed: Failed | None = None,
) -> Job:  # fmt: skip
    """Run `function(*args, progress)` off the window's thread; what it answers when cancelled is its own affair."""
    dialog = ProgressDialog(parent, title)

    def done(answer: Any) -> None:
        dialog.finish()
        if then is not None:
            then(answer)

    def wrong(error: GviError) -> None:
        dialog.finish()
        (failed or tasks.failed.emit)(error)

    dialog.job = tasks.run(dialog, function, *args, then=done, failed=wrong, progress=dialog.step)
    return dialog.job


def run_apart_with_bar(
    parent: QWidget, tasks: Tasks, title: str, function: Callable[..., Any], *args: Any, silent: str,
    then: Then, failed: Failed, grace: int = 0,
) -> Job:  # fmt: skip
    """The same for what may never come back: it has a thread that nothing waits for, `silent` is said when it takes
    long, and Cancel leaves it where it is, after so many ms of `grace` in which it may still end by itself (`failed` is
    told "E_CANCELLED", with `unsure` when it was left)."""
    dialog = ProgressDialog(parent, title)
    quiet = QTimer(dialog)
    quiet.setSingleShot(True)
    quiet.timeout.connect(lambda: dialog.say(silent))
    quiet.start(SILENCE)
    over = False

    def end(told: Callable[[Any], object], answer: Any) -> None:
        nonlocal over
        if not over:  # closing the bar looks like Cancel
            over = True
            dialog.finish()
            told(answer)

    # Asked for by the parent: what is stopped may come home when the bar has gone.
    job = dialog.job = tasks.run_apart(
        parent, function, *args, then=lambda answer: end(then, answer), failed=lambda error: end(failed, error)
    )
    job.on_progress = dialog.step

    def left() -> None:
        if not over:
            job.drop()
            end(failed, BundleError("E_CANCELLED", unsure=True))

    dialog.rejected.connect(lambda: QTimer.singleShot(grace, parent, left) if grace else left())
    return job
