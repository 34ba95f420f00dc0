"""Student processes forked from a warm parent: the grader's side of `guest/warm_main.py`.

A cold process spends 0.1 s on importing NumPy; a fork of a process that has done so takes a few
milliseconds, its lock-down included.
"""

import contextlib
import math
import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterable
from typing import Any

from autograder.student.guest.control import NOT_LOCKED, Fork, Forked, Prove, Proven, Reap, Reaped
from autograder.student.guest.values import WireError
from autograder.student.guest.wire import message_bytes, message_of
from autograder.student.host.child import READ_AHEAD, ParentDied, WarmChild
from autograder.student.host.cold import START_SECONDS
from autograder.student.host.folders import OwnFolder, remove_left
from autograder.student.host.importing import warm_parent
from autograder.student.host.process import StudentProcess
from autograder.student.limits import Limits, times_slower
from autograder.student.lockdown import Scratch

ANSWER_SECONDS = 30.0  # a fork takes milliseconds; more means that the warm parent is of no use
STARTS = 3  # of a warm parent in a row, until it counts as impossible


class NoLockdown(RuntimeError):
    """Student processes cannot be locked down on this machine; the text says why."""


class WarmParent:
    """A warm parent, started at once and again when it dies."""

    def __init__(self, limits: Limits, *, locked: bool = True, secrets: Iterable[str] = ()) -> None:
        """Start it, self-test included.

        Args:
            limits: of each of its children.
            locked: whether they are locked down.
            secrets: paths that they must not be able to read; those that are not there (on another
                machine of a cluster) do not count.

        Raises:
            NoLockdown: it could not prove that its children are locked down.
        """
        self.limits = limits
        self.locked = locked
        self.secrets = [os.path.abspath(path) for path in secrets if os.path.exists(path)]
        self.degree = "kernel" if locked else "process"
        self.troubles = 0
        self.generation = 0  # children of an earlier one died with it
        remove_left()
        self._own = OwnFolder()
        self.folder = self._own.path
        self.waiting: Callable[[], contextlib.AbstractContextManager[None]] = contextlib.nullcontext
        self._spare: list[Scratch] = []
        self._turn = threading.RLock()  # one request at a time; several hand-ins are in flight
        try:
            self._start_with_retries()
        except BaseException:
            self._own.remove()
            raise

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def launch(self) -> StudentProcess:
        """A locked-down process that has not seen a student's byte yet.

        Raises:
            NoLockdown, ParentDied: it cannot be had, also not from a new warm parent.
        """
        with self._turn:
            try:
                return StudentProcess(self._fork(), self.degree)
            except ParentDied:
                self._start_again()
                return StudentProcess(self._fork(), self.degree)

    def close(self) -> None:
        """End it; children that are left end with it."""
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._own.remove()

    def give_back(self, scratch: Scratch) -> None:
        """Take the folder of a process that has ended: an untouched one serves again."""
        if scratch.empty():
            self._spare.append(scratch)
        else:
            scratch.remove()

    def reap(self, pid: int) -> int:
        """The exit status of a child that was killed, once it is gone.

        Raises:
            ParentDied: nobody knows; the child is gone with the warm parent.
        """
        with self._turn:
            reaped, _ = self._ask(Reap(pid), Reaped)
        if reaped.status == NOT_LOCKED:
            self.troubles += 1
        return int(reaped.status)

    def _start_again(self) -> None:
        self.generation += 1
        self._stop()
        self._start_with_retries()

    def _start_with_retries(self) -> None:
        """Start, again if it is killed meanwhile; what it says itself is not argued with."""
        for _ in range(STARTS - 1):
            with contextlib.suppress(ParentDied):
                return self._start()
        try:
            return self._start()
        except ParentDied:
            raise NoLockdown("the process that forks student processes does not start") from None

    def _start(self) -> None:
        numbers = (int(self.locked), self.limits.memory_mb, _cpu_seconds(self.limits))
        self._control, self._process = warm_parent([*map(str, numbers), self.folder])
        try:
            proven, _ = self._ask(Prove(self.secrets), Proven, seconds=START_SECONDS)
        except ParentDied:
            self._stop()
            raise
        if proven.failure:
            self._stop()
            raise NoLockdown(proven.failure)

    def _stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._control.close()

    def _fork(self) -> WarmChild:
        scratch = self._spare.pop() if self._spare else Scratch(self.folder)
        ours, theirs = socket.socketpair()
        marks, their_marks = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        try:
            try:
                forked, (descriptor,) = self._ask(
                    Fork(scratch.path), Forked, theirs.fileno(), their_marks
                )
            finally:
                theirs.close()
                os.close(their_marks)
            return WarmChild(self, forked.pid, descriptor, ours, marks, scratch)
        except BaseException:
            ours.close()
            os.close(marks)
            self.give_back(scratch)
            raise

    def _ask(
        self, request: Any, expected: type, *descriptors: int, seconds: float = ANSWER_SECONDS
    ) -> tuple[Any, list[int]]:
        """The reply, one to a request, so that what is there is all of it; raises `ParentDied`."""
        self._control.settimeout(seconds)
        try:
            socket.send_fds(self._control, [message_bytes(request)], list(descriptors))
            data, received, _, _ = socket.recv_fds(self._control, READ_AHEAD, 1)
            reply = message_of(data)
        except (OSError, WireError) as error:
            raise ParentDied("the warm parent is gone") from error
        if type(reply) is not expected:
            raise ParentDied("the warm parent answers something else")
        return reply, received


def _cpu_seconds(limits: Limits) -> int:
    """The kernel's own limit, for a grader that is not there to look."""
    return math.ceil(limits.total_seconds * times_slower()) + 5
