"""Forks student processes and clears them away: the warm parent's work after its start."""

import contextlib
import os
import signal
import socket
from typing import Any

from .control import Fork, Forked, Reap, Reaped
from .grader_connection import READ_AHEAD, GraderConnection
from .wire import message_bytes, message_of


class Forker:
    """Answers `Fork` and `Reap` until the grader hangs up."""

    def __init__(self, control: int, lockdown: Any) -> None:
        self.control = socket.socket(fileno=control)
        self.lockdown = lockdown
        self.children: dict[int, int] = {}
        self.expected = ""

    def run(self) -> tuple[GraderConnection, str] | None:
        """In the warm parent: None, when the grader has hung up. In a child, which comes out of
        here, too, so that no frame of the parent lies below it: its connection and its folder."""
        while True:
            try:
                data, descriptors, _, _ = socket.recv_fds(self.control, READ_AHEAD, 2)
            except ConnectionResetError:  # it hung up before it read what was answered
                data = b""
            if not data:
                self._end_children()
                return None
            request = message_of(data)
            if isinstance(request, Reap):
                self._reply(Reaped(self._reap(request.pid)))
                continue
            assert isinstance(request, Fork)
            if self._fork(request.scratch):
                both_ways, marks = descriptors
                return GraderConnection(both_ways, both_ways, marks), request.scratch
            for descriptor in descriptors:
                os.close(descriptor)

    def _fork(self, scratch: str) -> bool:
        """Whether this is the child."""
        if self.lockdown is not None and scratch != self.expected:
            self.lockdown.expect_scratch(scratch)
            self.expected = scratch
        child = os.fork()
        if child == 0:
            self.control.close()
            return True
        # The child cannot be reaped before this is opened, so the number is still its own.
        descriptor = os.pidfd_open(child)
        self.children[child] = descriptor
        self._reply(Forked(child), descriptor)
        return False

    def _reap(self, child: int) -> int:
        """The exit status of a child that has been killed, once it and all that it started are
        gone."""
        os.close(self.children.pop(child))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        self._end_orphans()
        return status

    def _end_children(self) -> None:
        for child, descriptor in list(self.children.items()):
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)
            self._reap(child)

    def _end_orphans(self) -> None:
        """Kill what a child left behind; there can be none where the lock-down forbids to fork."""
        if self.lockdown is not None:
            return
        for orphan in descendants(os.getpid()) - set(self.children):
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)

    def _reply(self, sent: Any, *descriptors: int) -> None:
        socket.send_fds(self.control, [message_bytes(sent)], list(descriptors))


def descendants(parent: int) -> set[int]:
    """The processes whose parent this is."""
    found = set()
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError, ValueError, IndexError):
                with open(f"/proc/{name}/stat", "rb") as file:
                    if int(file.read().rpartition(b")")[2].split()[1]) == parent:
                        found.add(int(name))
    return found
