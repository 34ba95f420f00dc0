"""A pool of worker processes on this machine, each with a warm parent of its own.

pebble and loky were tried. Time decides nothing: sending a hand-in of 12 kB there and a report back
costs 0.02 to 0.09 ms here, 0.07 to 0.4 with pebble, 0.14 to 0.24 with loky (two workers, Python
3.11), and grading it some 20. But in neither may a worker hold several tasks that end in any order,
so that a hand-in that hangs steps aside, or keep to a core; and when a worker dies, loky's pool
breaks as a whole, where here what was taken up is tried again, by itself.
"""

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, Self

from autograder.batch.forkserver import starting
from autograder.batch.turns import IN_FLIGHT
from autograder.batch.worker import ATTEMPTS, Grader, Make, Settings, Task, given_up, work
from autograder.grading.case_sets import CaseChoice, CaseSet
from autograder.model import Report
from autograder.refusals import Refusal
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import times_slower

AHEAD = IN_FLIGHT + 1  # tasks that a worker holds, so that it never waits for one
MAX_IDLE_DEATHS = 5  # workers in a row that end before their first task
START_SECONDS = 300.0  # until a worker that has not come up counts as stuck; most need one or two
SLACK_SECONDS = 120.0  # beyond a submission's own limits, until its worker counts as stuck


class PoolBroken(Refusal):
    """No worker comes up on this machine."""


@dataclass(eq=False)
class _Worker:
    """One process, the tasks it has been given, and the students whose it has taken up.

    Attributes:
        sets: sets of cases that it has met, and so has made.
    """

    process: Any
    connection: "Connection[Any, Any]"
    core: int | None = None
    ready: bool = False
    idle: bool = True  # it has taken up no task yet
    alone: bool = False
    tasks: list[Task] = field(default_factory=list)
    begun: set[str] = field(default_factory=set)
    sets: set[CaseSet] = field(default_factory=set)
    since: float = 0.0


class Pool:
    """Does what `make` says with tasks in worker processes; a context manager.

    Attributes:
        settings: what all tasks have in common.
        size: how many workers.
        deaths: how many workers have died, which nothing that is handed in should bring about.
    """

    def __init__(self, settings: Settings, workers: int, make: Make = Grader) -> None:
        """Nothing is started yet.

        Args:
            settings: what all tasks have in common.
            workers: how many processes.
            make: makes, in each worker, what turns a task into a report; it is pickled.
        """
        self.settings = settings
        self.size = max(workers, 1)
        # With a salt there are several sets of cases, and a worker is given those that it has made:
        # it takes some waiting tasks to find one for each.
        self._considered = self.size * AHEAD if settings.salt else 1
        self.deaths = 0
        self._make = make
        self._workers: list[_Worker] = []
        self._waiting: deque[Task] = deque()
        self._attempts: dict[str, int] = {}
        self._idle_deaths = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def run(self, tasks: Iterable[Task]) -> Iterator[Report]:
        """The reports, as they come. Tasks are taken from the iterable as there is room, and a few
        ahead: one, or with a salt as many as workers hold.

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
        while True:
            self._waiting.extend(islice(source, max(self._considered - len(self._waiting), 0)))
            if not self._waiting:
                break
            alone = self._tried(self._waiting[0]) > 0
            worker = self._with_room(alone)
            if worker is None:
                break
            number = 0 if alone else self._best_for(worker)
            task = self._waiting[number]
            del self._waiting[number]
            self._give(task, worker, alone)
        return any(worker.tasks for worker in self._workers)

    def _best_for(self, worker: _Worker) -> int:
        """The number of the waiting task that a worker should have: the first whose cases it has
        made, else whose nobody has made. To make a set costs half as much as to grade with it."""
        made = set().union(*(other.sets for other in self._workers))
        best, least = 0, 2
        for number, task in enumerate(self._waiting):
            cases = self._cases(task)
            cost = 0 if cases in worker.sets else 1 if cases not in made else 2
            if cost < least and not self._tried(task):
                best, least = number, cost
        return best

    def _cases(self, task: Task) -> CaseSet:
        return _case_set(self.settings.choice(task.submission.student))

    def _with_room(self, alone: bool) -> _Worker | None:
        """A worker for one more task; one that a worker died of before gets one to itself."""
        if len(self._workers) < self.size:
            self._workers.append(self._start())
            return self._workers[-1]
        room = [
            worker
            for worker in self._workers
            if not worker.alone and len(worker.tasks) < (1 if alone else AHEAD)
        ]
        return min(room, key=lambda worker: len(worker.tasks), default=None)

    def _tried(self, task: Task) -> int:
        return self._attempts.get(task.submission.student, 0)

    def _give(self, task: Task, worker: _Worker, alone: bool) -> None:
        if not worker.tasks:
            worker.since = time.monotonic()
        worker.alone = alone
        worker.tasks.append(task)
        worker.sets.add(self._cases(task))
        with contextlib.suppress(OSError):  # a dead worker is noticed when it is listened to
            worker.connection.send(task)

    def _start(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        core = self._free_core()
        args = (theirs, self.settings, core, self._make)
        with starting(self.settings.assignment) as context:
            process = context.Process(target=work, args=args, daemon=True)
            _start_with_retries(process)
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
                yield from self._take_back(worker, "it ended the worker process")
                continue
            if isinstance(message, NoLockdown):
                raise message
            if isinstance(message, Report):
                worker.tasks = [t for t in worker.tasks if t.submission.student != message.student]
                worker.begun.discard(message.student)
                worker.alone = False
                worker.since = time.monotonic()
                yield message
            elif message.student is None:
                worker.ready = True
                worker.since = time.monotonic()
            else:
                worker.begun.add(message.student)
                worker.idle, self._idle_deaths = False, 0
        for worker in busy.values():
            if worker in self._workers and self._stuck(worker):
                worker.process.kill()
                # It counts as tried, said or not: else the next worker gets it, and so for ever.
                worker.begun.add(worker.tasks[0].submission.student)
                yield from self._take_back(worker, "the worker process did not come back from it")

    def _stuck(self, worker: _Worker) -> bool:
        patience = START_SECONDS
        if worker.ready:
            own = 4 * self.settings.limits.total_seconds * times_slower()
            patience = own + SLACK_SECONDS
        return time.monotonic() - worker.since > patience

    def _take_back(self, worker: _Worker, why: str) -> Iterator[Report]:
        """Take a dead worker's tasks back; those it had taken up have had one attempt."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        self.deaths += 1
        if worker.idle:  # so that none of what it was given is to blame
            self._idle_deaths += 1
            if self._idle_deaths >= MAX_IDLE_DEATHS:
                raise PoolBroken(
                    "worker processes end as soon as they start; see what limits there are on "
                    "processes and memory (`ulimit -a`)"
                )
        tasks = []
        for task in worker.tasks:
            student = task.submission.student
            if student in worker.begun:
                self._attempts[student] = self._tried(task) + 1
            if self._tried(task) >= ATTEMPTS:
                yield given_up(task, self.settings, f"{why}, {ATTEMPTS} times")
            else:
                tasks.append(task)
        self._waiting.extendleft(reversed(tasks))


@lru_cache(maxsize=4096)  # each task is looked at many times while it waits
def _case_set(choice: CaseChoice) -> CaseSet:
    return choice.case_set


def _start_with_retries(process: Any) -> None:
    """Start it, also if what it is forked from is killed meanwhile, which is then started anew."""
    for _ in range(MAX_IDLE_DEATHS):
        with contextlib.suppress(OSError, EOFError):
            process.start()
            return
    raise PoolBroken("worker processes cannot be started")
