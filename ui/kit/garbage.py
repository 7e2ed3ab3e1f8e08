"""Python's cyclic garbage, collected in the window's thread alone and while nobody waits for it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 3000
"""Milliseconds between two looks."""
MANY = 20_000
"""So many new objects are worth a look."""
WHOLE = 100
"""Every so many looks, old objects are gone through too."""


class Garbage(QObject):
    """While this lives, Python never collects of itself.

    Left alone it does so in whichever thread makes many objects: a reading of 100,000 records would hold up the window
    for as long as everything is gone through, and might take Qt's objects apart outside the window's thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = 0
        self._turn = QTimer(self)
        self._turn.setInterval(PAUSE)
        self._turn.timeout.connect(self._look)
        gc.disable()
        self._turn.start()

    def settle(self) -> None:
        """What is loaded by now stays as long as the program: it is never gone through again."""
        gc.collect()
        gc.freeze()

    def sweep(self) -> None:
        """Let go of what belonged to a vault that was closed."""
        gc.collect()

    def end(self) -> None:
        """Leave it to Python again."""
        self._turn.stop()
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        self._looks += 1
        if self._looks >= WHOLE:
            self._looks = 0
            gc.collect()
        elif gc.get_count()[0] > MANY:
            gc.collect(1)
