"""Plain Linux system calls, by name, for the architectures this package knows.

The calls needed here have no wrapper in the standard library, and some (Landlock) none in libc.
libc's generic ``syscall()`` reaches all of them. Importing this module works on every platform;
where there is nothing to call, `ARCHITECTURE` is None and `call` raises `NotAvailable`.
"""

import ctypes
import os
import platform
import sys
from collections.abc import Callable

from .syscalls import AARCH64, X86_64, Architecture

# linux/capability.h, linux/prctl.h, and as many arguments as a system call can have.
CAP_DAC_READ_SEARCH = 2
_CAPABILITY_VERSION_3 = 0x20080522
_PR_SET_NO_NEW_PRIVS = 38
_ZEROS = (0,) * 6


class LockdownError(RuntimeError):
    """A layer of the lock-down could not be applied; no student code may run in this process."""


class NotAvailable(LockdownError):
    """This machine does not offer a layer at all: another system, processor or kernel."""


def _architecture() -> Architecture | None:
    """The running process's architecture, or None where the lock-down has no table for it."""
    if not sys.platform.startswith("linux") or sys.byteorder != "little":
        return None
    if ctypes.sizeof(ctypes.c_void_p) != 8:  # 32-bit programs on a 64-bit kernel, and x32
        return None
    names = {"x86_64": X86_64, "amd64": X86_64, "aarch64": AARCH64, "arm64": AARCH64}
    return names.get(platform.machine().lower())


def _libc_syscall() -> Callable[..., int] | None:
    """libc's ``syscall``, taking seven longs: the number and up to six arguments."""
    if ARCHITECTURE is None:
        return None
    function = ctypes.CDLL(None, use_errno=True).syscall
    function.argtypes = [ctypes.c_long] * 7  # ints would leave the upper halves undefined
    function.restype = ctypes.c_long
    return function


ARCHITECTURE: Architecture | None = _architecture()
_syscall = _libc_syscall()


def call(name: str, *arguments: int) -> int:
    """Make one system call.

    Args:
        name: the kernel's name for it, such as ``"landlock_add_rule"``.
        arguments: integers, descriptors, or addresses (``ctypes.addressof``); missing ones are 0.

    Returns:
        What the kernel returned, never negative.

    Raises:
        NotAvailable: this platform is not supported, or its architecture lacks the call.
        OSError: the kernel refused; ``errno`` says why.
    """
    if _syscall is None or ARCHITECTURE is None:
        raise NotAvailable("system calls by number need Linux on x86-64 or aarch64")
    number = ARCHITECTURE.numbers.get(name)
    if number is None:
        raise NotAvailable(f"{ARCHITECTURE.name} has no system call {name}")
    result = _syscall(number, *arguments, *_ZEROS[len(arguments) :])
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result


def forbid_new_privileges() -> None:
    """No later execve may grant anything: an unprivileged process needs this for both walls."""
    call("prctl", _PR_SET_NO_NEW_PRIVS, 1)


class Capabilities:
    """Root's special rights, to be given up for good; the user id stays.

    Attributes:
        keep_reading: keep CAP_DAC_READ_SEARCH, so that a grader run by root can still import from
            a virtual environment in somebody's closed home folder. Only sensible under Landlock,
            which decides about reading anyway.
    """

    def __init__(self, *, keep_reading: bool) -> None:
        """Make the buffers, so that a child has none to make."""
        self.keep_reading = keep_reading
        self._header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
        # Twice (effective, permitted, inheritable): the lower and the upper 32 capabilities.
        self._sets = (ctypes.c_uint32 * 6)()

    def drop(self) -> None:
        """Give them up, if there are any."""
        sets, where = self._sets, (ctypes.addressof(self._header), ctypes.addressof(self._sets))
        call("capget", *where)
        if any(sets):
            reading = sets[1] & (1 << CAP_DAC_READ_SEARCH) if self.keep_reading else 0
            sets[:] = [reading, reading, 0, 0, 0, 0]
            call("capset", *where)
