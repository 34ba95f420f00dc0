"""The warm parent: imports NumPy once and forks a locked-down student process on request.

Started as `python warm_main.py CONTROL LOCK MEMORY_MB CPU_SECONDS FOLDER`: CONTROL is the number of
a socket to the grader, FOLDER is where scratch folders are, and is removed in the end. What is said
on the socket is in `control`; the first request names paths that are proven to be closed to a
student process. The process runs one thread, holds nothing secret, and never reads a student's
bytes: those go over a socket of the child's own, which comes with the request to fork.

Started as `python warm_main.py SOCKET` it imports, and forks a warm parent for each `Start` that
comes on the socket: several workers need one each, and the imports are most of its time.

The children end with it (the kernel sees to that), and it ends when the grader hangs up.
"""

import contextlib
import gc
import os
import shutil
import signal
import socket
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAX_MESSAGE = 65536  # bytes; a request to fork has some hundred
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
# Collections of a child are for a hand-in's own garbage: the parent's objects are frozen. At the
# usual 700 there are a hundred of them a hand-in (0.4 ms); memory has a limit of its own.
COLLECT_AFTER = 20_000
# What exercise files import besides NumPy, and is not here already: a notebook with a quantile of
# the normal law in a cell takes 17 ms to run, 6 of them for `statistics` and what that imports.
LIKELY = ("statistics", "fractions", "decimal", "cmath", "pathlib", "pprint", "timeit")


def require_descriptors() -> None:
    """Raise unless a process can be killed by a descriptor, which no other process can have."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError as error:
        raise OSError(f"there are no descriptors of processes: {error}") from error


def allow_files() -> None:
    """Use what the administrator allows: the lock-down opens each path that may be read."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def import_all() -> Any:
    """Import what a child needs; returns the lock-down."""
    for name in LIKELY:
        import_module(name)
    # By the names that they have in the warm parent, where the rest of the package is not.
    for name in ("linalg", "random", "fft", "ma", "polynomial"):
        import_module(f"numpy.{name}")
    for name in ("awaiting", "child", "loading", "standins", "rehearsal", "compacting", "forking"):
        import_module(f"guest.{name}")
    return import_module("lockdown")


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
    lockdown: Any = import_all()
    lockdown.prefer_for_oom()
    prepared = None
    if locked:
        amounts = lockdown.Amounts(memory_bytes=memory_mb << 20, cpu_seconds=cpu_seconds)
        prepared = lockdown.Lockdown(amounts, lockdown.read_list(never=secrets))
        proof = lockdown.self_test(prepared, forbidden=secrets)
        if not proof.holds:
            raise lockdown.LockdownError("; ".join(proof.failures[:3]))
    import_module("guest.loading").prepare()
    import_module("guest.standins").install()
    import_module("guest.rehearsal").rehearse()
    import_module("guest.child").make_repeatable()
    if locked:
        lockdown.set_environment()
    return prepared


def keep_orphans() -> None:
    """Have what a child leaves behind come to this process, which ends it."""
    lockdown: Any = import_module("lockdown")
    with contextlib.suppress(lockdown.LockdownError, OSError):
        lockdown.call("prctl", PR_SET_CHILD_SUBREAPER, 1)


def start(channel: socket.socket, locked: bool, memory_mb: int, cpu_seconds: int) -> Any:
    """Prepare, and tell the grader how that went: `(lock-down or None, whether to serve)`."""
    failure, lockdown = "", None
    wire: Any = import_module("guest.wire")
    control: Any = import_module("guest.control")
    try:
        require_descriptors()
        allow_files()
        secrets = wire.message_of(channel.recv(MAX_MESSAGE)).secrets
        lockdown = prepare(locked, memory_mb, cpu_seconds, secrets)
        del secrets
        if lockdown is None:
            keep_orphans()
    except Exception as error:
        failure = f"{error}"[:2000] or type(error).__name__
    if HOME in sys.path:  # an installed package was taken off with all of site-packages
        sys.path.remove(HOME)
    os.chdir("/")
    try:
        channel.sendall(wire.message_bytes(control.Proven(failure)))
    except OSError:  # the grader was killed meanwhile
        return None, False
    return lockdown, not failure


def forked(requests: socket.socket) -> list[str] | None:
    """Fork a warm parent for each request; in one of them, the arguments that it is started with.
    None, when nobody is there any more to ask for one."""
    import_all()
    wire: Any = import_module("guest.wire")
    control: Any = import_module("guest.control")
    signal.signal(signal.SIGCHLD, clear_away)
    while True:
        data, descriptors, _, _ = socket.recv_fds(requests, MAX_MESSAGE, 1)
        if not data:
            return None
        request, (line,) = wire.message_of(data), descriptors
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setsid()
            os.sched_setaffinity(0, request.cores)
            requests.close()
            return [str(line), *request.arguments]
        with socket.socket(fileno=line) as told, contextlib.suppress(OSError):
            descriptor = os.pidfd_open(child)
            socket.send_fds(told, [wire.message_bytes(control.Forked(child))], [descriptor])
            os.close(descriptor)


def clear_away(*_: object) -> None:
    """Clear away the children that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def main() -> None:
    """Serve the grader until it hangs up; in a child, serve the student's functions."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path.insert(0, HOME)
    arguments: list[str] | None = sys.argv[1:]
    if len(sys.argv) == 2:
        arguments = forked(socket.socket(fileno=int(sys.argv[1])))
    if arguments is not None:
        be_warm_parent(*arguments)


def be_warm_parent(*arguments: str) -> None:
    """See above, of the arguments as well."""
    control, locked, memory_mb, cpu_seconds = map(int, arguments[:4])
    scratches = arguments[4]
    channel = socket.socket(fileno=control)
    lockdown, ready = start(channel, bool(locked), memory_mb, cpu_seconds)
    channel.detach()
    student = None
    if ready:
        gc.set_threshold(COLLECT_AFTER, 10, 10)
        gc.collect()
        import_module("guest.compacting").compact()
        gc.freeze()  # a child's collections would write to, and so copy, all these objects' pages
        student = import_module("guest.forking").Forker(control, lockdown).run()
    if student is None:
        shutil.rmtree(scratches, ignore_errors=True)  # nobody else knows of the folder
        return
    child: Any = import_module("guest.child")
    status = child.NOT_LOCKED
    try:
        child.settle(lockdown, (memory_mb, cpu_seconds), *student)
        del lockdown
        status = 1
        child.serve(student[0])
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
