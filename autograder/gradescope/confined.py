"""Starts student processes in a container: another user's, and locked down where that is offered.

There is one submission in a container's life, so a warm parent would save nothing; each process is
started by itself, as root, and gives root up before it reads a student byte.
"""

import contextlib
import math
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.gradescope.entry import LOCKED, NEITHER, OTHER_USER
from autograder.student.host.child import WarmChild
from autograder.student.host.cold import START_SECONDS
from autograder.student.host.process import StudentProcess
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import Limits, times_slower
from autograder.student.lockdown import Scratch, environment

ENTRY = Path(__file__).parent / "entry.py"
NOBODY_ELSE = 61184  # a user id without an account: it owns nothing and is in no group
DEGREES = {
    LOCKED: "locked down by the kernel",
    OTHER_USER: "another user, without a lock-down by the kernel",
    NEITHER: "a process of its own, and no more",
}
_IN_RECORDS = {LOCKED: "kernel", OTHER_USER: "user", NEITHER: "process"}


class Confined:
    """Starts student processes; `close` it in the end.

    Attributes:
        degree: what protects the grader from the last process, in words.
        troubles: how often nobody could say how a process ended.
    """

    def __init__(self, limits: Limits, *, unsafe: bool = False, lock: bool = True) -> None:
        """Make the folder for scratch folders.

        Args:
            limits: of each process.
            unsafe: accept a process that is neither locked down nor another user's.
            lock: have the kernel lock it down, where it can.
        """
        self.limits = limits
        self.unsafe = unsafe
        self.lock = lock
        self.user = NOBODY_ELSE if os.geteuid() == 0 else -1
        self.degree = ""
        self.troubles = 0
        self.waiting = contextlib.nullcontext
        self.generation = 0  # there is no parent whose end would end the processes
        self.folder = Path(tempfile.mkdtemp(prefix="autograder-"))
        self.folder.chmod(0o711)  # through it, but not into it
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        self._connections: list[WarmChild] = []

    def launch(self) -> StudentProcess:
        """A process that has not seen a student's byte yet.

        Raises:
            NoLockdown: it cannot be had with the protection that is asked for.
        """
        scratch = Scratch(str(self.folder))
        ours, theirs = socket.socketpair()
        marks, their_marks = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        with theirs:
            if self.user >= 0:
                os.chown(scratch.path, self.user, self.user)
            process = self._start(theirs.fileno(), their_marks, scratch.path)
        os.close(their_marks)
        self._processes[process.pid] = process
        child = WarmChild(self, process.pid, os.pidfd_open(process.pid), ours, marks, scratch)
        self._connections.append(child)
        said = self._said(child)
        if said not in DEGREES or (said == NEITHER and not self.unsafe):
            how = child.how_it_ended()
            child.end()
            why = DEGREES.get(said) or f"it did not start ({how or 'no answer'})"
            raise NoLockdown(f"student code cannot be kept apart here: {why}")
        self.degree = DEGREES[said]
        return StudentProcess(child, _IN_RECORDS[said])

    def _start(self, line: int, marks: int, scratch: str) -> subprocess.Popen[bytes]:
        cpu_seconds = math.ceil(self.limits.total_seconds * times_slower()) + 5
        numbers = (line, marks, self.user, int(self.lock), self.limits.memory_mb, cpu_seconds)
        return subprocess.Popen(
            [sys.executable, "-s", "-P", "-B", str(ENTRY), *map(str, numbers), scratch],
            # The hash seed decides the order of a set of names, and must not change a report.
            env=environment() | {"PYTHONHASHSEED": "0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[line, marks],
            start_new_session=True,
        )

    @staticmethod
    def _said(child: WarmChild) -> bytes:
        try:
            child.allow(START_SECONDS, START_SECONDS, START_SECONDS)
            return child.receive(1)
        except OSError:
            return b""

    def reap(self, pid: int) -> int:
        """The exit status of a process that was killed or has ended."""
        return self._processes.pop(pid).wait()

    def give_back(self, scratch: Scratch) -> None:
        """Remove the folder of a process that has ended."""
        scratch.remove()

    def close(self) -> None:
        """End what is left, and remove its folders."""
        for connection in self._connections:
            connection.end()  # does nothing where that was done before
        shutil.rmtree(self.folder, ignore_errors=True)
