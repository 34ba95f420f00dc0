"""The warm parent: imports NumPy once and forks a locked-down student process on request.

Started as `python warm.py CONTROL LOCK MEMORY_MB CPU_SECONDS FOLDER`: CONTROL is the number of a
socket to the grader, FOLDER is where scratch folders are, and is removed in the end. First comes
`{"secrets": [paths]}`, which are proven to be closed to a student process. The process runs one
thread, holds nothing secret, and never reads a student's bytes: those go over a socket of the
child's own, which comes with the request to fork. `Warm` says what requests look like.

The children end with it (the kernel sees to that), and it ends when the grader hangs up.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import random
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Sequence
from typing import Any

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAX_MESSAGE = 65536
NOT_LOCKED = 97  # exit status of a child that could not be locked down and so served nobody
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


class Line:
    """A student process's end of its socket; reads ahead, because a system call costs more."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.ahead = b""

    def read(self, count: int) -> bytes:
        """Exactly `count` bytes; fewer when the grader has hung up."""
        pieces, held = [self.ahead], len(self.ahead)
        while held < count:
            piece = os.read(self.descriptor, max(count - held, MAX_MESSAGE))
            if not piece:
                break
            pieces.append(piece)
            held += len(piece)
        data = b"".join(pieces)
        self.ahead = data[count:]
        return data[:count]

    def write(self, data: bytes) -> None:
        """All of `data`."""
        view = memoryview(data)
        while view:
            view = view[os.write(self.descriptor, view) :]


class Warm:
    """Answers the grader's requests, one JSON object a line:

    - `{"fork": scratch}` with a socket beside it: `{"pid": n}` with a descriptor of the process
      beside it, or `{"error": sentence}`;
    - `{"reap": n}`, after the process was killed: `{"status": exit status}`.
    """

    def __init__(self, control: int, lockdown: Any) -> None:
        self.control = socket.socket(fileno=control)
        self.lockdown = lockdown
        self.children: dict[int, int] = {}
        self.expected = ""

    def run(self) -> tuple[int, str] | None:
        """In the warm parent: None, when the grader has hung up. In a child, which comes out of
        here, too, so that no frame of the parent lies below it: its socket and its scratch."""
        while True:
            try:
                data, descriptors, _, _ = socket.recv_fds(self.control, MAX_MESSAGE, 1)
            except ConnectionResetError:  # it hung up before it read what was answered
                data = b""
            if not data:
                self.end_children()
                return None
            request = json.loads(data)
            if "fork" in request:
                if self.fork(request["fork"], descriptors[0]):
                    return descriptors[0], request["fork"]
                os.close(descriptors[0])
            else:
                self.reply({"status": self.reap(request["reap"])})

    def fork(self, scratch: str, line: int) -> bool:
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
        self.reply({"pid": child}, descriptor)
        return False

    def reap(self, child: int) -> int:
        """The exit status of a child that has been killed, once it and all that it started are
        gone."""
        os.close(self.children.pop(child))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        self.end_orphans()
        return status

    def end_children(self) -> None:
        """Kill all of them."""
        for child, descriptor in list(self.children.items()):
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)
            self.reap(child)

    def end_orphans(self) -> None:
        """Kill what a child left behind; there can be none where the lock-down forbids to fork."""
        if self.lockdown is not None:
            return
        for orphan in descendants(os.getpid()) - set(self.children):
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)

    def reply(self, message: dict[str, Any], *descriptors: int) -> None:
        """One line to the grader."""
        data = json.dumps(message).encode() + b"\n"
        socket.send_fds(self.control, [data], list(descriptors))


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


def require_descriptors() -> None:
    """Raise unless a process can be killed by a descriptor, which no other process can have."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError as error:
        raise OSError(f"there are no descriptors of processes: {error}") from error


def prctl(option: int, value: int) -> None:
    """The system call of that name, for a process without lock-down."""
    import ctypes

    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def prepare(locked: bool, memory_mb: int, cpu_seconds: int, secrets: Sequence[str] = ()) -> Any:
    """Import everything a child needs; the prepared lock-down, proven by its self-test, or None.

    Args:
        locked: whether there is to be a lock-down.
        memory_mb: address space of a child.
        cpu_seconds: processor time of a child.
        secrets: existing paths that a child must not be able to read.

    Raises:
        LockdownError: it cannot be prepared, or the self-test found a hole in it.
    """
    # By the names that they have in the warm parent, where the rest of the package is not.
    import lockdown  # type: ignore[import-not-found]
    import numpy.linalg
    import numpy.random
    from guest import (  # type: ignore[import-not-found]
        awaiting,
        loading,
        rehearsal,
        serve,
        standins,
    )

    del numpy, serve, awaiting  # imported for the children
    lockdown.prefer_for_oom()
    limits = lockdown.Limits(memory_bytes=memory_mb << 20, cpu_seconds=cpu_seconds)
    prepared = None
    if locked:
        prepared = lockdown.Lockdown(limits, lockdown.read_list(never=secrets))
        proof = lockdown.self_test(prepared, forbidden=secrets)
        if proof.degree is not lockdown.Degree.KERNEL:
            raise lockdown.LockdownError("; ".join(proof.failures[:3]))
    loading.prepare()
    standins.install()
    rehearsal.rehearse()
    return prepared


def repeatable() -> None:
    """Make chance the same in every student process, where a student's code leaves it to chance."""
    import numpy as np

    random.seed(0)
    np.random.seed(0)
    source = random.Random(0)
    # What an unseeded `default_rng()` asks for entropy; NumPy >= 1.17 has it under this name.
    if hasattr(np.random.bit_generator, "randbits"):
        np.random.bit_generator.randbits = source.getrandbits


def become_student(lockdown: Any, limits: tuple[int, int], line: int, scratch: str) -> None:
    """In a child: lock down, then serve. Nothing of a student has been read before."""
    if lockdown is not None:
        lockdown.apply(scratch, keep_fds=(line,))
    else:
        unlocked(limits, line, scratch)
    tempfile.tempdir = scratch  # it would try out folders that are closed, and remove what it made
    repeatable()


def unlocked(limits: tuple[int, int], line: int, scratch: str) -> None:
    """What can be had without a lock-down: limits, an end with the parent, no descriptors."""
    from lockdown import Limits, LockdownError, set_limits

    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    os.chdir(scratch)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.closerange(3, line)
    os.closerange(line + 1, 4096)
    with contextlib.suppress(LockdownError):
        set_limits(Limits(memory_bytes=limits[0] << 20, cpu_seconds=limits[1]))


def main() -> None:
    """Serve the grader until it hangs up; in a child, serve the student's functions."""
    control, locked, memory_mb, cpu_seconds = map(int, sys.argv[1:5])
    scratches = sys.argv[5]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path.insert(0, HOME)
    channel = socket.socket(fileno=control)
    answer: dict[str, str] = {}
    try:
        require_descriptors()
        secrets = json.loads(channel.recv(MAX_MESSAGE))["secrets"]
        lockdown = prepare(bool(locked), memory_mb, cpu_seconds, secrets)
        del secrets
        if lockdown is None:
            prctl(PR_SET_CHILD_SUBREAPER, 1)
    except Exception as error:
        answer = {"error": f"{error}"[:2000]}
    if HOME in sys.path:  # an installed package was taken off with all of site-packages
        sys.path.remove(HOME)
    os.chdir("/")
    try:
        channel.sendall(json.dumps(answer).encode() + b"\n")
    except OSError:  # the grader was killed meanwhile, and nobody else knows of the folder
        shutil.rmtree(scratches, ignore_errors=True)
        return
    if answer:
        return
    channel.detach()
    gc.collect()
    gc.freeze()  # a child's collections would write to, and so copy, all of these objects' pages
    child = Warm(control, lockdown).run()
    if child is None:
        shutil.rmtree(scratches, ignore_errors=True)
        return
    from guest.serve import serve  # type: ignore[import-not-found]

    status = NOT_LOCKED
    try:
        become_student(lockdown, (memory_mb, cpu_seconds), *child)
        del lockdown
        status = 1
        serve(Line(child[0]))
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
