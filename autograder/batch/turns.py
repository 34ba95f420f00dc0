"""Several submissions in flight in one worker, one at work at a time.

A submission whose process takes long (a loop without end, a sleep) steps aside: it gives up its
turn until its process answers or its limits are reached, and the others are graded meanwhile.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import TypeVar

from autograder.student.host.launching import Launcher

Thing = TypeVar("Thing")  # whatever is to be done

# One at work and the rest aside. Each may take as much memory as the limit says, and a class in
# which more than that hang at once on each core waits for the first of them: a second.
IN_FLIGHT = 6


class Turns:
    """Whose turn it is; nothing but grading needs one."""

    def __init__(self) -> None:
        self._turn = threading.Lock()

    @contextlib.contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the turn."""
        with self._turn:
            yield

    @contextlib.contextmanager
    def left(self) -> Iterator[None]:
        """Let others have it meanwhile."""
        self._turn.release()
        try:
            yield
        finally:
            self._turn.acquire()


def take_turns(
    tasks: SimpleQueue[Thing | None], work: Callable[[Thing], None], launcher: Launcher
) -> None:
    """Do what is to be done, until None comes.

    Args:
        tasks: what to do.
        work: does one; another one goes on meanwhile only while this one waits for its process.
        launcher: starts these processes, and is told what to do while one is waited for.
    """
    turns = Turns()
    launcher.waiting = turns.left

    def one_after_the_other() -> None:
        try:
            while (task := tasks.get()) is not None:
                with turns.taken():
                    work(task)
        finally:
            tasks.put(None)  # for the other threads

    with ThreadPoolExecutor(IN_FLIGHT) as threads:
        futures = []
        with contextlib.suppress(RuntimeError):  # no more threads are to be had: these are enough
            for _ in range(IN_FLIGHT):
                futures.append(threads.submit(one_after_the_other))
        if not futures:
            one_after_the_other()
        finished, _ = wait(futures, return_when=FIRST_EXCEPTION)
        for future in finished:
            future.result()
