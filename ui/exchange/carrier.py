"""The way of a bundle or receipt out of the vault: made in a step of its own, carried apart from everything, and only
then called sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import contacts, identity, outgoing
from gvi_desktop.services.carrying import Parcel, carry
from gvi_desktop.services.workspace import Workspace
from ui.kit.busy import run_apart_with_bar, run_with_progress
from ui.kit.tasks import Failed, Progress, Tasks

GRACE = 1500
"""ms in which carrying that was cancelled may still take back what it wrote; after that nobody knows."""

Make = Callable[[Workspace, Path, Progress], Parcel]
"""Makes the parcel in the room it is given."""


def send_out(
    parent: QWidget, tasks: Tasks, make: Make, target: Path | None, *, then: Callable[[Path], object], failed: Failed
) -> None:
    """Make a parcel and carry it to a file, or to the folder it is made for. `then` gets the file, once it stands there
    verified and is entered as sent; `failed` is told after it has been entered what became of it."""
    workspace = tasks.workspace
    room = outgoing.room(workspace.folder)

    def made(parcel: Parcel) -> None:
        where = target or parcel.folder or parcel.room
        folder = where if parcel.folder is not None else where.parent
        def arrived(path: Path) -> None:
            def entered(_answer: Any) -> None:
                parcel.drop()
                then(path)

            tasks.write(parent, outgoing.arrived, parcel.bundle, path.name, then=entered, failed=failed)

        def lost(error: GviError) -> None:
            def entered(_answer: Any) -> None:
                parcel.drop()
                failed(error)

            unsure = bool(error.data.get("unsure"))
            work = lambda unit: outgoing.lost(unit, parcel.bundle, unsure=unsure)  # noqa: E731
            tasks.write(parent, work, then=entered, failed=failed)

        run_apart_with_bar(
            parent, tasks, _writing(folder), carry, parcel, where, silent=_silent(folder), then=arrived, failed=lost,
            grace=GRACE,
        )  # fmt: skip

    title = QCoreApplication.translate("Carrier", "Making the bundle")
    run_with_progress(parent, tasks, title, make, workspace, room, then=made, failed=failed)


def cancelled(error: GviError) -> str:
    """What to say when carrying was cancelled: whether it is certain that nothing is there."""
    if error.data.get("unsure"):
        return QCoreApplication.translate(
            "Carrier",
            "Nobody knows whether the file got there. It is listed as uncertain, and the next holds it again.",
        )
    return QCoreApplication.translate("Carrier", "Cancelled. Nothing was written.")


def save_apart(parent: QWidget, tasks: Tasks, path: Path, content: bytes, *, then: Callable[[Path], object]) -> None:
    """Write what anybody may read, such as a card; a folder that does not answer holds up nothing."""
    run_apart_with_bar(
        parent, tasks, _writing(path.parent), lambda _progress: identity.write_public(path, content),
        silent=_silent(path.parent), then=then, failed=tasks.failed.emit,
    )  # fmt: skip


def read_apart(parent: QWidget, tasks: Tasks, path: Path, *, then: Callable[[bytes], object]) -> None:
    """What a card's file holds, the same way."""
    title = QCoreApplication.translate("Carrier", "Reading the file")
    run_apart_with_bar(
        parent, tasks, title, lambda _progress: contacts.read_file(path), silent=_silent(path.parent), then=then,
        failed=tasks.failed.emit,
    )  # fmt: skip


def _writing(folder: Path) -> str:
    return QCoreApplication.translate("Carrier", "Writing to {folder}").format(folder=folder)


def _silent(folder: Path) -> str:
    text = QCoreApplication.translate(
        "Carrier", "The folder {folder} does not answer. Everything else goes on; you can wait, or cancel."
    )
    return text.format(folder=folder)
