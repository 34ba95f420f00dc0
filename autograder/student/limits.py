"""What one submission may use, and how fast this machine is.

Where the kernel tells (Linux), what counts is processor time and time asleep, not time spent in
line for a processor: on a busy machine the same code passes. Elsewhere it is time on the clock.
"""

import time
from dataclasses import dataclass
from functools import cache

# Processor seconds of `_loop` on the machine where the limits were chosen (2 cores of a server of
# 2023, Python 3.11; best of five: 4.0 to 4.6 ms, also with other work beside it).
REFERENCE_SECONDS = 0.0043
MOST_SLOWER = 50.0  # a machine that seems slower than that stood still while it was measured


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use.

    Attributes:
        call_seconds: time of one statement of a file, or of one program of calls; right ones take
            milliseconds.
        total_seconds: time of everything together, all forms of a hand-in.
        memory_mb: address space of the student process.
        asleep_seconds: time asleep in all, where that is counted: there is nothing to wait for.
    """

    call_seconds: float = 5.0
    total_seconds: float = 60.0
    memory_mb: int = 1024
    asleep_seconds: float = 1.5


# Of each submission of a class. Of 300 right ways to write the exercises the slowest program of
# calls takes 0.57 s (gaps in exact fractions; plain loops 0.1 s), and up to 1 s where other work
# runs beside it: a limit of 1 s took points from such code now and then. What never ends costs the
# class all of it, for each function that hangs.
CLASS_LIMITS = Limits(call_seconds=2.0, total_seconds=20.0)


@cache
def times_slower() -> float:
    """How many times slower than the reference this machine runs Python, never below 1.

    The best of several measurements of processor time: other work on the machine does not count.
    """
    best = min(_measured() for _ in range(5))
    return min(max(best / REFERENCE_SECONDS, 1.0), MOST_SLOWER)


def _measured() -> float:
    begun = time.thread_time()
    _loop()
    return time.thread_time() - begun


def _loop() -> float:
    """Some of what a plain loop over numbers does."""
    total, values = 0.0, [0.5] * 50
    for step in range(1000):
        for value in values[:40]:
            total += value * step
    return total
