"""The connection to one forked student process; `time_limit.py` keeps the account of its time."""

import contextlib
import os
import select
import signal
import socket
import struct
import time
from typing import Protocol

from autograder.student.guest.values import WireError
from autograder.student.host.process import status_in_words
from autograder.student.host.time_limit import LOOK_SECONDS, Account, seconds_of_others
from autograder.student.lockdown import Scratch

LOOK_TIME = struct.pack("@ll", 0, round(LOOK_SECONDS * 1e6))  # a `struct timeval`
READ_AHEAD = 65536
PATIENCE_SECONDS = 0.2  # of processor time; right exchanges take 0.02, plain loops 0.1
# Of such a process: a quarter of a core beside a worker, and any core of those that the worker was
# started with. With less, or only its worker's own core, it is still running when the rest of the
# class is done, and a core stands idle.
NICENESS = 5
_MARK = struct.Struct("<I")


class ParentDied(RuntimeError):
    """The warm parent is gone."""


class Parent(Protocol):
    """Whoever started a student process.

    Attributes:
        troubles: how often nobody could say how a process ended.
        generation: grows when processes of before have died with their parent.
    """

    troubles: int
    generation: int

    def reap(self, pid: int) -> int:
        """The exit status of a process that was killed or has ended; raises `ParentDied`."""

    def give_back(self, scratch: Scratch) -> None:
        """Take the folder of a process that has ended."""

    def waiting(self) -> contextlib.AbstractContextManager[None]:
        """While a process takes long, others may be graded."""


class WarmChild:
    """The connection to one student process; see `Connection`."""

    def __init__(
        self,
        parent: Parent,
        pid: int,
        descriptor: int,
        line: socket.socket,
        marks: int,
        scratch: Scratch,
    ) -> None:
        self.start_seconds = 0.0
        self.pid = pid
        self._parent = parent
        self._generation = parent.generation
        self._descriptor = descriptor
        self._line = line
        # What comes at once, as nearly all does, takes one call of the system and not three.
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, LOOK_TIME)
        self._marks = marks
        self._scratch = scratch
        self._account = Account(pid)
        self.mark = -1
        self._ahead = bytearray()
        self._status: int | None = None
        self._excess = ""
        self._ended = False
        self._last_in_line = False
        self._begun = self._next_look = 0.0

    def allow(self, seconds: float, total: float, asleep: float) -> None:
        self.marked()
        self.mark = -1
        self._account.open(seconds, total, asleep)
        self._begun = time.monotonic()
        self._next_look = self._begun + LOOK_SECONDS

    def marked(self, number: int = -1) -> int:
        if number >= 0:
            raise WireError("a mark that did not come by the pipe for marks")
        with contextlib.suppress(OSError):  # nothing new, which is usual
            data = os.read(self._marks, READ_AHEAD)
            whole = len(data) - len(data) % _MARK.size
            if whole:
                self.mark = _MARK.unpack_from(data, whole - _MARK.size)[0]
                self._account.mark()
        return self.mark

    def charge(self, seconds: float) -> None:
        self._account.charged += seconds

    def spent(self) -> tuple[float, float]:
        return self._account.spent()

    def send(self, data: bytes | bytearray) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[self._line.send(view, socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL) :]
            except BlockingIOError:
                self._wait(select.POLLOUT, LOOK_SECONDS)

    def receive(self, count: int) -> bytes:
        while len(self._ahead) < count:
            piece = self._some(max(count - len(self._ahead), READ_AHEAD))
            if not piece:
                break
            self._ahead += piece
        data = bytes(self._ahead[:count])
        del self._ahead[:count]
        return data

    def _some(self, most: int) -> bytes:
        while True:
            self._look()
            if self._excess:
                return b""
            if self._next_look > self._begun + 2 * LOOK_SECONDS:
                self._wait(select.POLLIN, 0.0)  # also for each byte of a message that trickles in
            try:
                return self._line.recv(most)
            except BlockingIOError:  # nothing in LOOK_SECONDS
                self._wait(select.POLLIN, 0.0)

    def _wait(self, event: int, patience: float) -> None:
        """Return when it can go on; others are graded meanwhile if that takes more seconds."""
        poll = select.poll()
        poll.register(self._line, event)
        if poll.poll(patience * 1000):
            return
        self._look()
        with self._parent.waiting():
            others = seconds_of_others()
            while not self._excess and not poll.poll(LOOK_SECONDS * 1000):
                self._look()
                others = seconds_of_others()
                if not self._last_in_line and self._account.spent()[0] > PATIENCE_SECONDS:
                    self._last_in_line = True
                    with contextlib.suppress(OSError):  # the others go first
                        os.setpriority(os.PRIO_PROCESS, self.pid, NICENESS)
                        os.sched_setaffinity(self.pid, os.sched_getaffinity(os.getppid()))
            self.marked()  # programs that have ended since are not to share the time of one
            # It may have waited for us since it spoke: Python runs one thread at a time, and until
            # others let go of it this one cannot even say that it has heard.
            self._account.look(seconds_of_others() - others)
        self._account.skip()

    def _look(self) -> None:
        """Whether the time is up or too much was written, now and then."""
        now = time.monotonic()
        if now > self._next_look:
            self._next_look = now + LOOK_SECONDS
            self.marked()
            self._excess = self._scratch.excess() or ""
            if not self._excess:
                self._account.look()

    def how_it_ended(self) -> str:
        if self._excess:
            return self._excess
        if self._status is None:
            poll = select.poll()
            poll.register(self._descriptor, select.POLLIN)
            if not poll.poll(500):
                return ""  # it has closed its line and lives on
            self._reap()
        return "" if self._status is None else status_in_words(self._status)

    def end(self) -> None:
        if self._ended:
            return
        self._ended = True
        if self._status is None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)
            self._reap()
        os.close(self._descriptor)
        os.close(self._marks)
        self._line.close()
        self._parent.give_back(self._scratch)

    def _reap(self) -> None:
        try:
            if self._generation != self._parent.generation:
                raise ParentDied("it died before this child did")
            self._status = self._parent.reap(self.pid)
        except ParentDied:
            self._parent.troubles += 1
