"""The same batch on an existing Dask cluster; needs the extra `cluster` (dask.distributed).

Every worker of the cluster keeps a grader of its own, with its own locked-down student processes.
The hand-ins travel there as bytes, because a worker need not see the folder they lie in, and the
reports come back into the one journal here. A task whose worker is lost is given to another one.
"""

import contextlib
import queue
import socket
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Self
from urllib.parse import urlsplit

from autograder._version import __version__
from autograder.batch.pool import PoolBroken
from autograder.batch.turns import take_turns
from autograder.batch.worker import ATTEMPTS, Grader, Settings, Task, given_up
from autograder.grading.environment import versions
from autograder.model import Report
from autograder.student.host.warm import NoLockdown

CONNECT_SECONDS = 20  # one that is there answers at once
AHEAD = 3  # batches for each thread of the cluster, so that none waits for the next one
# Hand-ins in a batch. Sent one by one, 303 of them took 8.2 s where a pool took 6.3: 6 ms each for
# the scheduler and the lines. Eight together pay that once.
BATCH = 8
WORKER_SECONDS = 60  # for which a cluster without workers is waited for

# --- on the cluster's workers --------------------------------------------------------------------

_graders: dict[Settings, queue.SimpleQueue[Grader]] = {}
_made = threading.Lock()


def grade_there(settings: Settings, tasks: Sequence[Task]) -> list[Report]:
    """Grade some tasks in a worker of the cluster; each of its threads takes an idle grader or
    makes one, and leaves it for the next tasks."""
    with _made:
        idle = _graders.setdefault(settings, queue.SimpleQueue())
    try:
        grader = idle.get_nowait()
    except queue.Empty:
        grader = Grader(settings)
    given: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    for task in (*tasks, None):
        given.put(task)
    reports: list[Report] = []
    take_turns(given, lambda task: reports.append(grader.grade(task)), grader.launcher)
    idle.put(grader)
    return reports


def close_graders() -> None:
    """End the graders of a worker when the batch is over."""
    with _made:
        for idle in _graders.values():
            while not idle.empty():
                idle.get_nowait().close()
        _graders.clear()


def environment_there() -> dict[str, str]:
    """What a worker grades with, as far as it decides results."""
    return {"autograder": __version__} | versions()


# --- here ----------------------------------------------------------------------------------------


class Cluster:
    """A Dask cluster as something that grades; a context manager."""

    def __init__(self, settings: Settings, address: str) -> None:
        """Connect.

        Raises:
            PoolBroken: the address is not that of a scheduler, or Dask is not installed.
        """
        self.settings = settings
        self.address = address
        self._sent = 0
        self.client: Any = _connect(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def close(self) -> None:
        """Have the workers end their graders, and disconnect."""
        with contextlib.suppress(OSError, ValueError, RuntimeError):  # the scheduler may be gone
            self.client.run(close_graders, on_error="ignore")
        self.client.close(timeout=5)

    def run(self, tasks: Iterable[Task]) -> Iterator[Report]:
        """The reports, as they come; tasks are taken when the cluster has room for them.

        Raises:
            NoLockdown: a worker cannot lock student processes down.
            PoolBroken: the cluster has no workers, another version of the grader, or is lost.
        """
        from distributed import as_completed

        self._require_same_version()
        source = iter(tasks)
        running: dict[Any, Sequence[Task]] = {}
        done = as_completed(loop=self.client.loop)
        self._feed(source, running, done)
        while running:
            future = next(done)
            batch = running.pop(future)
            reports = self._result(future, batch)
            future.release()
            if reports is None:  # one of them ends workers; each by itself ends only its own
                for task in batch:
                    self._send([task], running, done)
            else:
                yield from reports
            self._feed(source, running, done)

    def _feed(self, source: Iterator[Task], running: dict[Any, Sequence[Task]], done: Any) -> None:
        threads = max(sum(self.client.nthreads().values()), 1)
        while len(running) < AHEAD * threads:
            # Small ones first, so that all workers of a small class have something to do.
            size = min(1 + self._sent // (AHEAD * threads), BATCH)
            batch = list(islice(source, size))
            if not batch:
                return
            self._send(batch, running, done)

    def _send(self, batch: Sequence[Task], running: dict[Any, Sequence[Task]], done: Any) -> None:
        # Not pure: the same hand-in graded twice is two tasks. Retries count exceptions; a lost
        # worker counts against the scheduler's `allowed-failures`.
        future = self.client.submit(grade_there, self.settings, batch, pure=False)
        self._sent += len(batch)
        running[future] = batch
        done.add(future)

    def _result(self, future: Any, batch: Sequence[Task]) -> list[Report] | None:
        """The reports; None when several tasks were together as their worker was lost again."""
        from distributed.client import FutureCancelledError
        from distributed.scheduler import KilledWorker

        try:
            reports: list[Report] = future.result()
        except NoLockdown:
            raise
        except KilledWorker:
            if len(batch) > 1:
                return None
            why = f"its worker was lost more than {ATTEMPTS} times"
            return [given_up(batch[0], self.settings, why)]
        except (FutureCancelledError, OSError) as error:
            raise PoolBroken(f"the cluster at {self.address} was lost ({error})") from error
        return reports

    def _require_same_version(self) -> None:
        from distributed import TimeoutError as NoWorkers

        try:
            self.client.wait_for_workers(1, timeout=WORKER_SECONDS)
        except (NoWorkers, TimeoutError):
            raise PoolBroken(f"the cluster at {self.address} has no workers") from None
        try:
            found = self.client.run(environment_there)
        except Exception as error:  # whatever a worker without the package raises
            raise PoolBroken(
                f"the workers of {self.address} do not have autograder {__version__} installed"
            ) from error
        here = environment_there()
        for name, version in here.items():
            others = sorted({there[name] for there in found.values()} - {version})
            if others:
                raise PoolBroken(
                    f"workers of {self.address} have {name} {others[0]}, and this is {version}"
                )


def _require_listener(address: str) -> None:
    """Raise unless somebody listens there; a client that never connected is hard to get rid of."""
    try:
        parts = urlsplit(address)
        if not parts.hostname or not parts.port:
            raise ValueError("expected tcp://host:port")
        socket.create_connection((parts.hostname, parts.port), CONNECT_SECONDS).close()
    except (OSError, ValueError) as error:
        raise PoolBroken(f"there is no Dask scheduler at {address}: {error}") from error


def _connect(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise PoolBroken(
            "--scheduler needs dask.distributed: pip install 'weight-init-autograder[cluster]'"
        ) from None
    _require_listener(address)
    try:
        return Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise PoolBroken(f"there is no Dask scheduler at {address}: {reason}") from error
