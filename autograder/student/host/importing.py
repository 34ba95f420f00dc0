"""Starts warm parents: each as a program of its own, or forked from one that has imported for all.

The imports are most of what a warm parent needs to start: 0.10 of 0.14 s of processor time, and 0.3
of 0.4 s where Python keeps no bytecode. So whoever starts several of them begins with `begin`.
"""

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from autograder.student.lockdown import environment

PROGRAM = Path(__file__).parents[1] / "guest" / "warm_main.py"
ANSWER_SECONDS = 30.0  # a fork takes milliseconds; the imports before the first, at most seconds
# What was begun, and the socket for its requests: this process has them, and whoever is forked.
_begun: list[tuple[subprocess.Popen[bytes], socket.socket]] = []


class Process(Protocol):
    """A warm parent's process, as far as it is its starter's concern."""

    @property
    def pid(self) -> int:
        """Its number."""

    def kill(self) -> None:
        """End it."""

    def wait(self, timeout: float | None = None) -> int:
        """Return when it has ended; raises `subprocess.TimeoutExpired` when that takes longer."""


class _Forked:
    """One that is another's child."""

    def __init__(self, pid: int, descriptor: int) -> None:
        self.pid = pid
        self._descriptor = descriptor

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, OSError):  # it has ended
            signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        if self._descriptor >= 0:
            poll = select.poll()
            poll.register(self._descriptor, select.POLLIN)
            if not poll.poll(None if timeout is None else timeout * 1000):
                raise subprocess.TimeoutExpired("a warm parent", timeout or 0.0)
            os.close(self._descriptor)
            self._descriptor = -1
        return 0


def begin() -> None:
    """Start the one that imports, for warm parents of processes that are forked from this one.

    It ends when none of them is there any more.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        _begun.append((_program([], theirs), ours))


def warm_parent(arguments: Sequence[str]) -> tuple[socket.socket, Process]:
    """A new warm parent, and the socket to talk to it.

    Args:
        arguments: what it is started with, but for the socket.
    """
    while _begun:
        ours, theirs = socket.socketpair()
        with theirs:
            _ask_for_one(theirs, arguments)
        if process := _told(ours):
            return ours, process
        ours.close()
        _begun.pop()  # it has been killed
    ours, theirs = socket.socketpair()
    with theirs:
        return ours, _program(arguments, theirs)


def _ask_for_one(line: socket.socket, arguments: Sequence[str]) -> None:
    # Not above: these take NumPy, and what imports it for others is begun before.
    from autograder.student.guest.control import Start
    from autograder.student.guest.wire import message_bytes

    request = Start(list(arguments), sorted(os.sched_getaffinity(0)))
    with contextlib.suppress(OSError):
        socket.send_fds(_begun[-1][1], [message_bytes(request)], [line.fileno()])


def _told(line: socket.socket) -> _Forked | None:
    from autograder.student.guest.control import Forked
    from autograder.student.guest.values import WireError
    from autograder.student.guest.wire import message_of

    line.settimeout(ANSWER_SECONDS)
    try:
        data, descriptors, _, _ = socket.recv_fds(line, 4096, 1)
        reply = message_of(data)
    except (OSError, WireError):
        return None
    return _Forked(reply.pid, descriptors[0]) if isinstance(reply, Forked) else None


def _program(arguments: Sequence[str], line: socket.socket) -> subprocess.Popen[bytes]:
    number = str(line.fileno())
    return subprocess.Popen(  # our own interpreter and file
        [sys.executable, "-s", "-P", "-B", str(PROGRAM), number, *arguments],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[line.fileno()],
        start_new_session=True,  # a Ctrl-C at the terminal is for the grader alone
    )


def _environment() -> dict[str, str]:
    """What the warm parent is started with, and nothing of the grader's own environment.

    These and the options `-s -P` have the effect of `-I`, which would also ignore the hash seed:
    with a random one a set of names has another order in every run.
    """
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    return environment() | kept | {"PYTHONHASHSEED": "0"}
