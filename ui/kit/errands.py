"""Work off the window's thread: results come home by one queued signal, and only to those still there to take them."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from gvi_desktop.domain.errors import GviError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

GRACE = 0.2
"""Seconds in which work apart may end by itself when everything closes; for what does not answer nobody waits."""

Then = Callable[[Any], object]
Failed = Callable[[GviError], object]


class Progress:
    """Told by long work how far it is; `cancelled` becomes true when somebody asks it to stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        self._tell(done, total)

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()


@dataclass(eq=False)
class Job:
    """One piece of work under way."""

    asker: QObject
    then: Then | None
    failed: Failed | None
    progress: Progress
    future: Future[Any] | None = None
    on_progress: Callable[[int, int], object] | None = None
    dropped: bool = field(default=False)
    apart: bool = False

    def drop(self) -> None:
        """Nobody wants the answer any more; work that has not begun never will."""
        self.dropped = True
        self.progress.cancel()
        if self.future is not None:
            self.future.cancel()


class Errands(QObject):
    """Threads by name, each doing one thing at a time; `failed` carries errors that no asker took."""

    failed = Signal(object)
    """A GviError that the asker did not handle itself."""
    busy = Signal(int)
    """How many jobs are under way, without those apart: they may never end."""
    closing = Signal()
    """The threads are about to end: what was lent to work apart is taken back."""
    _home = Signal(object, object)
    _step = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: dict[str, ThreadPoolExecutor] = {}
        self._apart: list[threading.Thread] = []
        self._jobs: set[Job] = set()
        self._left: list[Future[Any]] = []
        self._closed = False
        self._answers: deque[tuple[Job, Future[Any]]] = deque()
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._hand_over)
        self._home.connect(self._came_home, Qt.ConnectionType.QueuedConnection)
        self._step.connect(self._stepped, Qt.ConnectionType.QueuedConnection)

    def run(
        self, asker: QObject, function: Callable[..., Any], *args: Any,
        then: Then | None = None, failed: Failed | None = None,
        progress: Callable[[int, int], object] | None = None, thread: str = "run",
    ) -> Job:  # fmt: skip
        """Run `function(*args)` on files and the like; with `progress` it is given a Progress as last argument. What
        may wait long for something outside has a `thread` of its own."""
        job = self._job(asker, then, failed)
        job.on_progress = progress
        rest = (*args, job.progress) if progress is not None else args
        return self._submit(thread, job, lambda: function(*rest))

    def run_apart(
        self, asker: QObject, function: Callable[..., Any], *args: Any, then: Then | None = None,
        failed: Failed | None = None,
    ) -> Job:  # fmt: skip
        """Run what may never come back, such as a question to a share that is gone, on a thread that nothing waits for.
        The function is given a Progress as last argument; once that is cancelled it touches nothing of ours."""
        from concurrent.futures import Future  # not before the first errand: the window comes first

        job = self._job(asker, then, failed)
        if self._closed:
            job.drop()
            return job
        job.apart = True
        self._begin(job)
        future: Future[Any] = Future()
        job.future = future
        future.add_done_callback(lambda done: self._bring_home(job, done))
        thread = threading.Thread(target=_fulfil, args=(future, function, *args, job.progress), daemon=True)
        thread.name = "gvi-apart"
        self._apart = [one for one in self._apart if one.is_alive()] + [thread]
        thread.start()
        return job

    @property
    def jobs(self) -> int:
        """How many jobs are under way."""
        return len(self._jobs)

    def close(self) -> None:
        """Cancel what can be cancelled, let the work under way finish, join the threads; no answer comes home after.
        What is apart is told to end, and left where it does not."""
        self.stop()
        self.wait(None)

    def stop(self) -> None:
        """The same without waiting for the work under way."""
        self._closed = True
        self.closing.emit()
        for job in tuple(self._jobs):
            job.drop()
        for thread in self._threads.values():
            thread.shutdown(wait=False, cancel_futures=True)
        futures = (job.future for job in self._jobs if job.future is not None and not job.apart)
        self._left = [one for one in futures if not one.cancelled()]  # nobody would ever say that those have ended
        self._jobs.clear()
        self._turn.stop()
        self._answers.clear()

    def wait(self, seconds: float | None) -> bool:
        """After `stop`, from any thread: whether all work has ended, waiting for it so long at most."""
        from concurrent.futures import wait

        if wait(self._left, seconds).not_done:
            return False
        for thread in self._threads.values():
            thread.shutdown(wait=True)
        for lone in self._apart:
            lone.join(GRACE)
        self._apart.clear()
        return True

    def _job(self, asker: QObject, then: Then | None, failed: Failed | None) -> Job:
        job = Job(asker, then, failed, Progress(lambda done, total: self._step.emit(job, done, total)))
        return job

    def _submit(self, name: str, job: Job, work: Callable[[], Any]) -> Job:
        if self._closed:  # a page on its way out may still ask, such as by a timer; the vault is locked
            job.drop()
            return job
        if name not in self._threads:
            from concurrent.futures import ThreadPoolExecutor

            self._threads[name] = ThreadPoolExecutor(1, f"gvi-{name}")
        self._begin(job)
        job.future = self._threads[name].submit(work)
        job.future.add_done_callback(lambda future: self._bring_home(job, future))
        return job

    def _begin(self, job: Job) -> None:
        self._jobs.add(job)
        self._tell_busy()

    def _bring_home(self, job: Job, future: Future[Any]) -> None:
        if not self._closed:  # what was apart may end when there is no home any more
            self._home.emit(job, future)

    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        self._tell_busy()

    def _tell_busy(self) -> None:
        self.busy.emit(sum(not job.apart for job in self._jobs))

    @Slot(object, int, int)
    def _stepped(self, job: Job, done: int, total: int) -> None:
        if job.on_progress is not None and job in self._jobs and shiboken6.isValid(job.asker):
            job.on_progress(done, total)

    @Slot(object, object)
    def _came_home(self, job: Job, future: Future[Any]) -> None:
        self._answers.append((job, future))
        self._turn.start()

    def _hand_over(self) -> None:
        """One answer a turn of the loop: several at once would hold the window up for as long as all of them take."""
        job, future = self._answers.popleft()
        if not self._answers:
            self._turn.stop()
        if job not in self._jobs:
            return
        self._forget(job)
        if future.cancelled():
            return
        error = future.exception()
        wanted = not job.dropped and shiboken6.isValid(job.asker)
        if error is None:
            if wanted and job.then is not None:
                job.then(future.result())
        elif not isinstance(error, GviError):
            raise error
        elif wanted and job.failed is not None:
            job.failed(error)
        elif not job.dropped:
            self.failed.emit(error)


def _fulfil(future: Future[Any], function: Callable[..., Any], *args: Any) -> None:
    """What a pool does for one call."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = function(*args)
    except BaseException as error:  # brought home, as from a pool
        future.set_exception(error)
    else:
        future.set_result(result)
