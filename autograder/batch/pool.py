"""A pool of worker processes on this machine, each with a warm parent of its own."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from autograder.batch.worker import ATTEMPTS, Settings, Task, given_up, work
from autograder.model import Report
from autograder.student.host.warm import NoLockdown
from autograder.student.lockdown import environment

AHEAD = 2  # tasks that a worker holds, so that it never waits for one
MAX_IDLE_DEATHS = 5  # workers in a row that end before their first task
SLACK_SECONDS = 120.0  # beyond a submission's own limits, until its worker counts as stuck


class PoolBroken(RuntimeError):
    """No worker comes up on this machine."""


@dataclass(eq=False)
class _Worker:
    """One process and the tasks it has been given; it works on the first of them."""

    process: Any
    connection: Connection[Any, Any]
    core: int | None = None
    ready: bool = False
    tasks: deque[Task] = field(default_factory=deque)
    since: float = 0.0


class Pool:
    """Grades tasks in worker processes; a context manager."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self.settings = settings
        self.size = max(workers, 1)
        self.deaths = 0
        self._workers: list[_Worker] = []
        self._waiting: deque[Task] = deque()
        self._attempts: dict[str, int] = {}
        self._idle_deaths = 0
        # Never a fork of this process, which may have threads, and files and secrets in memory.
        self._context = multiprocessing.get_context("spawn")

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """The workers' process ids."""
        return [worker.process.pid for worker in self._workers]

    def run(self, tasks: Iterable[Task]) -> Iterator[Report]:
        """The reports, as they come. Tasks are taken from the iterable when there is room.

        Raises:
            NoLockdown: a worker could not lock student processes down.
            PoolBroken: workers do not start.
        """
        source = iter(tasks)
        while self._feed(source):
            yield from self._collect()

    def close(self) -> None:
        """End the workers and everything below them."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    def _feed(self, source: Iterator[Task]) -> bool:
        """Hand out tasks; False when there is nothing left to do or to wait for."""
        while self._has_room():
            task = self._waiting.popleft() if self._waiting else next(source, None)
            if task is None:
                break
            self._give(task)
        return any(worker.tasks for worker in self._workers)

    def _has_room(self) -> bool:
        return len(self._workers) < self.size or any(
            len(worker.tasks) < AHEAD for worker in self._workers
        )

    def _give(self, task: Task) -> None:
        if len(self._workers) < self.size:
            self._workers.append(self._start())
        worker = min(self._workers, key=lambda worker: len(worker.tasks))
        if not worker.tasks:
            worker.since = time.monotonic()
        worker.tasks.append(task)
        with contextlib.suppress(OSError):  # a dead worker is noticed when it is listened to
            worker.connection.send(task)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        core = self._free_core()
        args = (theirs, self.settings, core)
        process = self._context.Process(target=work, args=args, daemon=True)
        with _one_thread_each():
            process.start()
        theirs.close()
        return _Worker(process, ours, core)

    def _free_core(self) -> int | None:
        """A core that no other worker has, where there are enough for all and Python knows them."""
        if not hasattr(os, "sched_getaffinity"):
            return None
        cores = sorted(os.sched_getaffinity(0))
        taken = {worker.core for worker in self._workers}
        free = [core for core in cores if core not in taken]
        return free[0] if self.size <= len(cores) and free else None

    def _collect(self) -> Iterator[Report]:
        busy = {worker.connection: worker for worker in self._workers if worker.tasks}
        for connection in wait(list(busy), timeout=1.0):
            worker = busy[connection]  # type: ignore[index]  # only connections are waited for
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._bury(worker, "it ended the worker process")
                continue
            if isinstance(message, NoLockdown):
                raise message
            if isinstance(message, Report):
                worker.tasks.popleft()
                worker.since = time.monotonic()
                yield message
            else:
                worker.ready, self._idle_deaths = True, 0
        for worker in busy.values():
            if time.monotonic() - worker.since > self._patience():
                worker.process.kill()
                yield from self._bury(worker, "the worker process did not come back from it")

    def _patience(self) -> float:
        return 4 * self.settings.limits.total_seconds + SLACK_SECONDS

    def _bury(self, worker: _Worker, why: str) -> Iterator[Report]:
        """Take a dead worker's tasks back; the one it worked on has had one attempt."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        self.deaths += 1
        tasks = list(worker.tasks)
        if worker.ready:
            student = tasks[0].submission.student
            self._attempts[student] = self._attempts.get(student, 0) + 1
            if self._attempts[student] >= ATTEMPTS:
                yield given_up(tasks.pop(0), self.settings, f"{why}, {ATTEMPTS} times")
        else:
            self._idle_deaths += 1
            if self._idle_deaths >= MAX_IDLE_DEATHS:
                raise PoolBroken(f"worker processes end as soon as they start ({why})")
        self._waiting.extendleft(reversed(tasks))


@contextlib.contextmanager
def _one_thread_each() -> Iterator[None]:
    """Processes that are started meanwhile use one thread of linear algebra each."""
    wanted = {name: value for name, value in environment().items() if name.endswith("_THREADS")}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
