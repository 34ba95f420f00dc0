"""The time limit of a student process: an account of what it has used up, and its end.

What counts is processor time and time asleep. A process that stands in line for a processor, behind
others of the class, uses up nothing: so a class may have as many hand-ins in flight as it likes,
and a busy machine fails nobody. Nor does one that waits for us: while the grader is awake, or has
not had its turn yet, it is the grader that owes something.
"""

import contextlib
import os
import threading
import time

from autograder.student.limits import times_slower

LOOK_SECONDS = 0.05  # between two looks at a process that is waited for
LEAST_ASLEEP = 0.1  # seconds, also when the account is empty: a look is not exact
# Of a process that is awake whenever it is looked at: who ran or stood in line, from one look to
# the second after it, for less than this share of the time up to the first has slept for the rest.
# Of right ones it is 1; where a machine's owner takes three quarters of each processor for others,
# a half, and nobody could say who took the rest.
LEAST_AWAKE = 0.5


class Account:
    """What one exchange of a process has used up, on the clock that the kernel keeps for it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.asleep = 0.0
        self.charged = 0.0  # of ours, for what it has asked
        # The number of a process's own clock (CPUCLOCK_SCHED), as clock_getcpuclockid makes it.
        self._clock = (~pid << 3) | 2
        self._last = 0.0
        self._begun = self._marked = self._last = self._processor()
        self._stood_before = -1.0
        # Seconds that nobody can judge yet, for how many of them it ran, and `_stood` before them;
        # less than 0 before the first look.
        self._unsure = (0.0, 0.0, -1.0)
        self._asleep_before = self._charged_before = 0.0
        self._slower = times_slower()
        self._looked, self._awake = time.monotonic(), _seconds_awake()
        self._seconds = self._total = self._may_sleep = 0.0

    def open(self, seconds: float, total: float, asleep: float) -> None:
        """Begin anew; see `Connection.allow`."""
        self._seconds, self._total = seconds * self._slower, total * self._slower
        self._may_sleep = max(asleep, LEAST_ASLEEP)
        self.asleep = self._asleep_before = self.charged = self._charged_before = 0.0
        self._begun = self._marked = self._last = self._processor()
        self._looked, self._awake = time.monotonic(), _seconds_awake()
        self._unsure = (0.0, 0.0, -1.0)

    def mark(self) -> None:
        """Something new was begun."""
        self._marked = self._processor()
        self._asleep_before, self._charged_before = self.asleep, self.charged

    def look(self, ours: float = 0.0) -> None:
        """Bring the account up to date; raises `TimeoutError` when it is used up.

        Args:
            ours: seconds since the last look in which other threads of the grader kept this one
                from answering, at most; below zero where one of them has ended since.
        """
        now, processor, awake = time.monotonic(), self._processor(), _seconds_awake()
        # A grader that was stopped in between has not watched the process sleep all that time.
        passed = min(now - self._looked - (awake - self._awake) - max(ours, 0.0), 2 * LOOK_SECONDS)
        self._slept(passed, processor - self._last)
        self._looked, self._last, self._awake = now, processor, awake
        asleep = self.asleep - self._asleep_before
        charged = self.charged - self._charged_before
        if (
            processor - self._marked + asleep + charged > self._seconds
            or processor - self._begun + self.asleep + self.charged > self._total
            or self.asleep > self._may_sleep
        ):
            raise TimeoutError

    def _slept(self, passed: float, ran: float) -> None:
        """Add what it has slept of the seconds since the last look, of which it ran for some.

        Who can tell when it is looked at (each byte that it sends wakes the grader) could be awake
        just then, and sleep otherwise. But how long it has stood in line the kernel tells, once it
        runs again: so what went before the last look is judged when it has run since.
        """
        stood, before = self._stood(), self._stood_before
        self._stood_before = stood
        unsure, awake, since = self._unsure
        if self._sleeps():
            self.asleep += max(passed - ran, 0.0)
            self._unsure = (0.0, 0.0, stood)
            return
        if since < 0.0 or stood < 0.0:
            self._unsure = (0.0, 0.0, stood)
            return
        if not ran:
            self._unsure = (unsure + passed, awake, since)
            return
        awake += ran + stood - since
        if awake < LEAST_AWAKE * unsure:
            self.asleep += unsure - awake
        self._unsure = (passed, ran, before)

    def skip(self) -> None:
        """What has passed since the last look is ours: the process had to wait for its grader."""
        self._looked, self._last, self._awake = (
            time.monotonic(),
            self._processor(),
            _seconds_awake(),
        )

    def spent(self) -> tuple[float, float]:
        """Seconds that were used up, as on the reference machine, and how many of them asleep."""
        used = self._processor() - self._begun + self.charged
        return used / self._slower + self.asleep, self.asleep

    def _processor(self) -> float:
        try:
            return time.clock_gettime(self._clock)
        except OSError:  # it has ended
            return self._last

    def _stood(self) -> float:
        return _in_line(str(self.pid))

    def _sleeps(self) -> bool:
        try:
            with open(f"/proc/{self.pid}/stat", "rb") as file:
                return file.read().rpartition(b")")[2].split()[0] in (b"S", b"T", b"t")
        except (OSError, IndexError):
            return False


def _seconds_awake() -> float:
    """Seconds in which this thread has run or stood in line for a processor, as far as is told."""
    return time.thread_time() + max(_in_line("thread-self"), 0.0)


def seconds_of_others() -> float:
    """Seconds in which other threads of this process have run or stood in line, as far as is told.

    Where one is put off its processor while it holds Python's lock, another waits for as long.
    """
    own, found = str(threading.get_native_id()), 0.0
    for thread in os.listdir("/proc/self/task") if os.path.isdir("/proc/self/task") else ():
        with contextlib.suppress(OSError, ValueError, IndexError):  # it has ended; none are told
            if thread != own:
                with open(f"/proc/self/task/{thread}/schedstat", "rb") as file:
                    ran, stood, *_ = file.read().split()
                found += (int(ran) + int(stood)) * 1e-9
    return found


def _in_line(who: str) -> float:
    """Seconds that a process or thread has stood in line for a processor; -1 where none are told.

    The second number of `schedstat`, in nanoseconds (sched-stats.rst of the Linux kernel).
    """
    with contextlib.suppress(OSError, ValueError, IndexError):
        with open(f"/proc/{who}/schedstat", "rb") as file:
            return int(file.read().split()[1]) * 1e-9
    return -1.0
