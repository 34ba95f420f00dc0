"""What a freshly forked child does before it reads the first byte of a student."""

import contextlib
import os
import random
import tempfile
from typing import Any

import numpy as np

from . import attempts
from .control import NOT_LOCKED
from .grader_connection import GraderConnection
from .serve import serve

__all__ = ["NOT_LOCKED", "make_repeatable", "serve", "settle"]


def settle(
    lockdown: Any, limits: tuple[int, int], connection: GraderConnection, scratch: str
) -> None:
    """Lock this process down.

    Args:
        lockdown: the prepared one, or None.
        limits: megabytes of address space and seconds of processor time, without a lock-down.
        connection: with the grader.
        scratch: the only folder that can be written to.
    """
    kept = sorted({connection.source, connection.sink, connection.marks} - {-1})
    if lockdown is not None:
        lockdown.apply(scratch, keep_fds=kept)
    else:
        _unlocked(limits, kept, scratch)
    tempfile.tempdir = scratch  # it would try out folders that are closed, and remove what it made
    random.seed(0)  # at a fork Python draws another one
    attempts.watch()


def make_repeatable() -> None:
    """In the parent, for all children: what a student's code leaves to chance is the same."""
    np.random.seed(0)
    source = random.Random(0)
    # What an unseeded `default_rng()` asks for entropy; NumPy >= 1.17 has it under this name.
    if hasattr(np.random.bit_generator, "randbits"):
        np.random.bit_generator.randbits = source.getrandbits


def _unlocked(limits: tuple[int, int], kept: list[int], scratch: str) -> None:
    """What can be had without a lock-down: limits, an end with the parent, no descriptors."""
    from lockdown import (  # type: ignore[import-not-found]  # the name that it has in here
        Amounts,
        LockdownError,
        die_with,
        keep_only,
        open_null,
        set_limits,
    )

    with contextlib.suppress(LockdownError):
        die_with(os.getppid())
    os.chdir(scratch)
    keep_only(kept, open_null())
    with contextlib.suppress(LockdownError):
        set_limits(Amounts(memory_bytes=limits[0] << 20, cpu_seconds=limits[1]))
