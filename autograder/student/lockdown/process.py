"""What a freshly forked child does to itself besides the walls: descriptors, environment, death."""

import contextlib
import os
import signal
from collections.abc import Collection

from .kernel import LockdownError, NotAvailable, call

# linux/prctl.h, and the largest unsigned int, as close_range takes it.
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_LAST_DESCRIPTOR = 0xFFFFFFFF

_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def environment() -> dict[str, str]:
    """The only environment variables that student code finds.

    Start the warm parent with these as well (and with LD_LIBRARY_PATH, where the interpreter needs
    it): what a parent was started with stays in its memory, and a fork inherits that. One BLAS
    thread, because a second one cannot be started and would be waited for without end. Home is the
    working directory, which in a child is the scratch folder and cannot be left.
    """
    return {"LANG": "C.UTF-8", "USER": "student", "HOME": "."} | dict.fromkeys(_ONE_THREAD, "1")


def set_environment() -> None:
    """Replace the environment of this process; a warm parent should have this one already."""
    wanted = environment()
    if os.environ != wanted:
        os.environ.clear()
        os.environ.update(wanted)


def threads() -> int:
    """How many threads this process has.

    Raises:
        LockdownError: /proc is not there to tell.
    """
    try:
        return os.stat("/proc/self/task").st_nlink - 2  # one folder a thread, and . and ..
    except OSError as error:
        raise LockdownError(f"the threads of this process cannot be counted: {error}") from error


def die_with(parent: int) -> None:
    """Be killed when the parent dies, so that no student process outlives its grader.

    Args:
        parent: the expected parent's process id.

    Raises:
        LockdownError: the parent is gone already.
    """
    call("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the line above took effect
        raise LockdownError("the parent process has died")


def hide_memory() -> None:
    """No core files, and nobody else of the same user attaches a debugger or reads /proc/…/mem."""
    call("prctl", _PR_SET_DUMPABLE, 0)


def prefer_for_oom() -> None:
    """When memory runs out, this process and its children go first, not a grader.

    For the warm parent to call once; comfort, not a wall.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        try:
            os.write(descriptor, b"1000")
        finally:
            os.close(descriptor)


def open_null() -> int:
    """A descriptor of /dev/null above the standard three; it fills closed ones of those, too."""
    descriptor = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
    while descriptor <= 2:
        descriptor = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
    return descriptor


def keep_only(kept: Collection[int], null: int) -> None:
    """Close every descriptor but some; standard ones that are not kept become /dev/null.

    Args:
        kept: descriptors to leave open, as they are.
        null: a descriptor of /dev/null, opened for reading and writing; it is closed too.

    Raises:
        LockdownError: a kept descriptor is not open.
    """
    try:
        for descriptor in kept:
            os.fstat(descriptor)
        for standard in {0, 1, 2}.difference(kept):
            os.dup2(null, standard)
    except OSError as error:
        raise LockdownError(f"a descriptor that should stay is not open: {error}") from error
    first = 0
    for descriptor in sorted({0, 1, 2, *kept}):
        _close_range(first, descriptor - 1)
        first = descriptor + 1
    _close_range(first, _LAST_DESCRIPTOR)


def _close_range(first: int, last: int) -> None:
    if first > last:
        return
    try:
        call("close_range", first, last, 0)
    except (OSError, NotAvailable):  # before Linux 5.9
        os.closerange(first, min(last + 1, os.sysconf("SC_OPEN_MAX")))
