"""Keeps what a file changes for everybody to that file: how NumPy, warnings and Python behave.

The next file, and the grader's own arithmetic where it is the same process, find all of it as it
was; what the functions themselves do when they are called is not touched.
"""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

_ORDINARY_DEPTH = 1_000  # the recursion limit that Python starts with


@contextmanager
def kept_surroundings() -> Iterator[None]:
    """Floating-point errors, warning filters, print options and too low a recursion limit."""
    limit = sys.getrecursionlimit()
    with np.errstate(), np.printoptions(), warnings.catch_warnings():
        try:
            yield
        finally:
            if sys.getrecursionlimit() < limit:  # a higher one does no harm, and may be needed
                sys.setrecursionlimit(limit)


@contextmanager
def own_surroundings() -> Iterator[None]:
    """As in a fresh Python that keeps its warnings to itself: for the grader's arithmetic in a
    process where a student's code has run. Afterwards all is as the student had it."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _ORDINARY_DEPTH))
    try:
        with (
            np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"),
            np.printoptions(edgeitems=3, threshold=1000, precision=8, suppress=False, linewidth=75),
            np.printoptions(formatter=None, floatmode="maxprec", sign="-"),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        sys.setrecursionlimit(limit)
