"""Amounts that the kernel keeps for one process (setrlimit), lowered so that nothing raises them.

Wall-clock time is not among them: the grader keeps its own deadline and kills.
"""

import sys
from dataclasses import dataclass

from .kernel import LockdownError, NotAvailable

if sys.platform != "win32":
    import resource

MIB = 1 << 20  # bytes


@dataclass(frozen=True)
class Amounts:
    """What one student process may use.

    Attributes:
        memory_bytes: address space, the interpreter and numpy (about 100 MiB) included.
        cpu_seconds: processor time, after which SIGXCPU is sent, and SIGKILL a second later.
        file_bytes: the longest file it can write; writing on raises OSError (EFBIG).
        open_files: descriptors open at once, counted from 0.
        stack_bytes: the main thread's stack. CPython's own recursion limit assumes 8 MiB.
    """

    memory_bytes: int = 1024 * MIB
    cpu_seconds: int = 60
    file_bytes: int = MIB
    open_files: int = 64
    stack_bytes: int = 8 * MIB

    def pairs(self) -> dict[str, tuple[int, int]]:
        """Soft and hard limit by the kernel's name for the resource."""
        same = {
            "RLIMIT_AS": self.memory_bytes,
            "RLIMIT_FSIZE": self.file_bytes,
            "RLIMIT_NOFILE": self.open_files,
            "RLIMIT_STACK": self.stack_bytes,
            "RLIMIT_CORE": 0,  # a core file holds the arrays of the check, and is slow to write
            "RLIMIT_NPROC": 0,  # for an ordinary user a second wall behind the refused clone()
            "RLIMIT_MEMLOCK": 0,
            "RLIMIT_MSGQUEUE": 0,
            "RLIMIT_SIGPENDING": 64,
            "RLIMIT_NICE": 0,
            "RLIMIT_RTPRIO": 0,
        }
        pairs = {name: (value, value) for name, value in same.items()}
        pairs["RLIMIT_CPU"] = (self.cpu_seconds, self.cpu_seconds + 1)
        return pairs


def within_reach(limits: Amounts) -> list[tuple[int, tuple[int, int]]]:
    """Numbers and values for setrlimit, none above what the calling process has itself.

    A resource that the platform does not know (macOS lacks several) is left out.

    Raises:
        NotAvailable: there are no limits here (Windows).
    """
    if sys.platform == "win32":
        raise NotAvailable("Windows has no per-process limits of this kind")
    values = []
    for name, (soft, hard) in limits.pairs().items():
        number = getattr(resource, name, None)
        if number is not None:
            ceiling = resource.getrlimit(number)[1]
            if ceiling == resource.RLIM_INFINITY:
                ceiling = hard
            values.append((number, (min(soft, ceiling), min(hard, ceiling))))
    return values


def lower(values: list[tuple[int, tuple[int, int]]]) -> None:
    """Set the calling process's limits, soft and hard, to what `within_reach` found.

    Raises:
        LockdownError: one cannot be set.
    """
    if sys.platform != "win32":
        for number, pair in values:
            try:
                resource.setrlimit(number, pair)
            except (OSError, ValueError) as error:
                raise LockdownError(f"limit {number} cannot be set to {pair}: {error}") from error


def set_limits(limits: Amounts) -> None:
    """Lower the calling process's limits; one that is lower already stays as it is.

    Raises:
        NotAvailable: there are no limits here (Windows).
        LockdownError: one cannot be set.
    """
    lower(within_reach(limits))
