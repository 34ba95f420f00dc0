"""Student processes forked from a warm parent: the grader's side of `guest/warm_main.py`.

A cold process spends 0.1 s on importing NumPy; a fork of a process that has done so takes a few
milliseconds, its lock-down included.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from autograder.student.guest.warm_main import NOT_LOCKED
from autograder.student.host.process import (
    START_SECONDS,
    ColdProcess,
    StudentProcess,
    in_words,
)
from autograder.student.host.remote import Limits
from autograder.student.lockdown import Scratch, environment

PROGRAM = Path(__file__).parents[1] / "guest" / "warm_main.py"
ANSWER_SECONDS = 30.0  # a fork takes milliseconds; more means that the warm parent is of no use
STARTS = 3  # of a warm parent in a row, until it counts as impossible
LOOK_SECONDS = 0.1  # between two looks into the scratch folder of a process that is waited for
READ_AHEAD = 65536


class NoLockdown(RuntimeError):
    """Student processes cannot be locked down on this machine; the text says why."""


class ParentDied(RuntimeError):
    """The warm parent is gone."""


class Launcher(Protocol):
    """Where student processes come from.

    Attributes:
        degree: how well they are confined (`kernel` or `process`).
        troubles: how often a process was lost through no fault of the student; whoever sees this
            number grow during a submission grades it again.
    """

    degree: str
    troubles: int

    def launch(self) -> StudentProcess:
        """A fresh one."""

    def close(self) -> None:
        """No more of them."""


def student_processes(
    limits: Limits, *, unsafe: bool = False, secrets: Iterable[str] = ()
) -> Launcher:
    """What starts student processes here.

    Args:
        limits: of each process.
        unsafe: do without the lock-down.
        secrets: paths of which the lock-down must prove that student code cannot read them.

    Raises:
        NoLockdown: there is none to be had, and `unsafe` does not allow that.
    """
    if sys.platform == "linux" and hasattr(os, "pidfd_open"):
        try:
            return WarmParent(limits, locked=not unsafe, secrets=secrets)
        except NoLockdown:
            if not unsafe:
                raise
    elif not unsafe:
        raise NoLockdown(f"there is no lock-down for {sys.platform}; Linux 5.13 or later has one")
    return ColdLauncher(limits)


class ColdLauncher:
    """Starts an interpreter for every submission; the way of systems without `fork`."""

    degree = "process"
    troubles = 0

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def launch(self) -> StudentProcess:
        return StudentProcess(ColdProcess(self.limits.memory_mb), self.degree)

    def close(self) -> None:
        return None


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
        self.folder = tempfile.mkdtemp(prefix="autograder-")
        self._spare: list[Scratch] = []
        try:
            self._start_insisting()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
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
        try:
            return WarmProcess(self._fork(), self.limits, self.degree)
        except ParentDied:
            self._start_again()
            return WarmProcess(self._fork(), self.limits, self.degree)

    def close(self) -> None:
        """End it; children that are left end with it."""
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

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
        status = int(self._ask({"reap": pid})[0]["status"])
        if status == NOT_LOCKED:
            self.troubles += 1
        return status

    def _start_again(self) -> None:
        self.generation += 1
        self._process.kill()
        self._process.wait()
        self._control.close()
        self._start_insisting()

    def _start_insisting(self) -> None:
        """Start, again if it is killed meanwhile; what it says itself is not argued with."""
        for _ in range(STARTS - 1):
            with contextlib.suppress(ParentDied):
                return self._start()
        try:
            return self._start()
        except ParentDied:
            raise NoLockdown("the process that forks student processes does not start") from None

    def _start(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            limits = self.limits
            numbers = (theirs.fileno(), int(self.locked), limits.memory_mb, _cpu_seconds(limits))
            self._process = subprocess.Popen(  # our own interpreter and file
                [sys.executable, "-s", "-P", "-B", str(PROGRAM), *map(str, numbers), self.folder],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # a Ctrl-C at the terminal is for the grader alone
            )
        try:
            message, _ = self._ask({"secrets": self.secrets}, seconds=START_SECONDS)
        except ParentDied:
            self._stop()
            raise
        if "error" in message:
            self._stop()
            raise NoLockdown(str(message["error"]))

    def _stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._control.close()

    def _fork(self) -> WarmChild:
        scratch = self._spare.pop() if self._spare else Scratch(self.folder)
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                message, descriptors = self._ask({"fork": scratch.path}, theirs.fileno())
            return WarmChild(self, int(message["pid"]), descriptors[0], ours, scratch)
        except BaseException:
            ours.close()
            self.give_back(scratch)
            raise

    def _ask(
        self, request: dict[str, Any], *descriptors: int, seconds: float = ANSWER_SECONDS
    ) -> tuple[dict[str, Any], list[int]]:
        try:
            socket.send_fds(self._control, [json.dumps(request).encode()], list(descriptors))
        except OSError as error:
            raise ParentDied("the warm parent is gone") from error
        return self._receive(seconds)

    def _receive(self, seconds: float) -> tuple[dict[str, Any], list[int]]:
        # One reply to one request, so that what is there is all of it.
        self._control.settimeout(seconds)
        try:
            data, descriptors, _, _ = socket.recv_fds(self._control, READ_AHEAD, 1)
            return json.loads(data), descriptors
        except (OSError, ValueError) as error:
            raise ParentDied("the warm parent is gone") from error


def _cpu_seconds(limits: Limits) -> int:
    return math.ceil(limits.total_seconds) + 5


def _environment() -> dict[str, str]:
    """What the warm parent is started with, and nothing of the grader's own environment.

    These and the options `-s -P` have the effect of `-I`, which would also ignore the hash seed:
    with a random one a set of names has another order in every run.
    """
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    return environment() | kept | {"PYTHONHASHSEED": "0"}


class WarmProcess(StudentProcess):
    """A student process that is warm: it gets no time to start in."""

    def __init__(self, connection: WarmChild, limits: Limits, lockdown: str) -> None:
        super().__init__(connection, lockdown)
        self.limits = limits

    def exchange(
        self, request: dict[str, Any], seconds: float, answer: Callable[[str, list[Any]], Any]
    ) -> dict[str, Any]:
        return super().exchange(request, min(seconds, self.limits.call_seconds), answer)


class WarmChild:
    """The connection to one student process; see `Connection`."""

    def __init__(
        self, parent: WarmParent, pid: int, descriptor: int, line: socket.socket, scratch: Scratch
    ) -> None:
        self.start_seconds = 0.0
        self.pid = pid
        self._parent = parent
        self._generation = parent.generation
        self._descriptor = descriptor
        self._line = line
        self._scratch = scratch
        self._ahead = bytearray()
        self._status: int | None = None
        self._excess = ""
        self._ended = False
        self._next_look = 0.0

    def send(self, data: bytes, deadline: float) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[self._line.send(view, socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL) :]
            except BlockingIOError:
                self._wait(select.POLLOUT, deadline)

    def receive(self, count: int, deadline: float) -> bytes:
        while len(self._ahead) < count:
            piece = self._some(max(count - len(self._ahead), READ_AHEAD), deadline)
            if not piece:
                break
            self._ahead += piece
        data = bytes(self._ahead[:count])
        del self._ahead[:count]
        return data

    def _some(self, most: int, deadline: float) -> bytes:
        while True:
            self._look(deadline)
            if self._excess:
                return b""
            try:
                return self._line.recv(most, socket.MSG_DONTWAIT)
            except BlockingIOError:
                self._wait(select.POLLIN, deadline)

    def _wait(self, event: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(self._line, event)
        left = min(deadline - time.monotonic(), LOOK_SECONDS)
        poll.poll(max(left, 0.0) * 1000)
        self._look(deadline)

    def _look(self, deadline: float) -> None:
        """Whether the time is up or too much was written, now and then."""
        now = time.monotonic()
        if now > deadline:
            raise TimeoutError
        if not self._next_look:
            self._next_look = now + LOOK_SECONDS
        elif now > self._next_look:
            self._next_look = now + LOOK_SECONDS
            self._excess = self._scratch.excess() or ""

    def how_it_ended(self) -> str:
        if self._excess:
            return self._excess
        if self._status is None:
            poll = select.poll()
            poll.register(self._descriptor, select.POLLIN)
            if not poll.poll(500):
                return ""  # it has closed its line and lives on
            self._reap()
        return "" if self._status is None else in_words(self._status)

    def end(self) -> None:
        if self._ended:
            return
        self._ended = True
        if self._status is None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)
            self._reap()
        os.close(self._descriptor)
        self._line.close()
        self._parent.give_back(self._scratch)

    def _reap(self) -> None:
        try:
            if self._generation != self._parent.generation:
                raise ParentDied("it died before this child did")
            self._status = self._parent.reap(self.pid)
        except ParentDied:
            self._parent.troubles += 1
