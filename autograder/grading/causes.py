"""Errors that come of where the code runs, not of what it computes, and the way out of each.

Some releases of NumPy made an error of what earlier ones allowed, and a lock-down refuses what
works at home. The text of the error is all that there is to go by, so a sentence here says only
what the text and the versions of this machine show.
"""

import re

import numpy as np

from autograder.catalogue import Misconception
from autograder.model import Note
from autograder.notes import GARBLED, NOT_HAD_HERE
from autograder.student.calls import NO_ANSWER, Raised, Trouble

# Confined by more than a process of its own.
_CONFINED = frozenset({"kernel", "user"})
_REFUSED = re.compile(
    r"PermissionError|Operation not permitted|Permission denied|can't start new thread"
    r"|Read-only file system|Resource temporarily unavailable"
)
_NOT_HERE = frozenset({"lock-down", "no-package"})  # ids of causes
_NO_PACKAGE = re.compile(r"ModuleNotFoundError: No module named")
# Names that are gone from NumPy and whose error does not say what to use: NumPy 2.0 to 2.5.
_INSTEAD = {
    "alltrue": "np.all",
    "bool8": "np.bool_",
    "cumproduct": "np.cumprod",
    "in1d": "np.isin",
    "msort": "np.sort(a, axis=0)",
    "product": "np.prod",
    "row_stack": "np.vstack",
    "trapz": "np.trapezoid",
}
_GONE = re.compile(r"module 'numpy' has no attribute '(\w+)'")
# As NumPy 2.0 says it, and as Python does with later releases.
_METHOD_GONE = re.compile(
    r"(?:`|'numpy\.ndarray' object has no attribute ')(ptp|itemset|newbyteorder)"
    r"(?:` was removed from the ndarray class|')"
)
_OF_METHODS = {"ptp": "np.ptp(a)", "itemset": "a[i, j] = value", "newbyteorder": "a.view(dtype)"}
# (what the error says, what is behind it, the way out), for NumPy 2.4 and later.
_ENTRY_OUT = "take the entry out first: a.item(), or an index such as a[0, 0]"
_SINCE_2_4 = [
    (
        re.compile(r"only 0-dimensional arrays can be converted to Python scalars"),
        "NumPy {version} takes no array with axes for a number, not even one of a single entry",
        _ENTRY_OUT,
    ),
    (
        re.compile(r"setting an array element with a sequence\.?$"),
        "NumPy {version} takes no array with axes for an entry, not even one of a single entry",
        _ENTRY_OUT,
    ),
    (
        re.compile(r"np\.sum\(generator\)"),
        "NumPy {version} sums no generators",
        "sum a list or an array, or use Python's own sum",
    ),
]


def cause_of(trouble: Trouble, lockdown: str) -> Misconception | None:
    """What the place where the code runs has to do with an error; None for nothing.

    Args:
        trouble: what a function raised.
        lockdown: how the student process is confined, as in a record's `environment`.
    """
    if not isinstance(trouble, Raised):
        return None
    if lockdown in _CONFINED and _REFUSED.search(trouble.observed):
        return Misconception(
            "lock-down",
            "the lock-down of the machine that grades refused it: there, student code opens no "
            "files, makes no folders and starts no threads or processes",
            "what is asked for needs none of these: leave them out, or catch the error",
        )
    if lockdown in _CONFINED and _NO_PACKAGE.search(trouble.observed):
        return Misconception(
            "no-package",
            "where student code is graded there are NumPy and the standard library, and no more",
            "write it with these; what only shows something can be left out",
        )
    return _of_numpy(trouble.observed)


def notes_on_trouble(trouble: Trouble, lockdown: str) -> list[Note]:
    """What a person is told of a trouble: that it is no answer, or that it is this machine's."""
    if trouble.observed == NO_ANSWER:
        return [GARBLED()]
    cause = cause_of(trouble, lockdown)
    if cause is None or cause.id not in _NOT_HERE:
        return []
    return [NOT_HAD_HERE(function=trouble.function, error=trouble.observed)]


def _of_numpy(text: str) -> Misconception | None:
    version = np.__version__
    gone, method = _GONE.search(text), _METHOD_GONE.search(text)
    if gone and gone[1] in _INSTEAD:
        return _removed(f"np.{gone[1]}", _INSTEAD[gone[1]])
    if method:
        return _removed(f"a.{method[1]}", _OF_METHODS[method[1]])
    if np.lib.NumpyVersion(version) < "2.4.0":
        return None
    for pattern, sentence, way_out in _SINCE_2_4:
        if pattern.search(text):
            words = f"{sentence.format(version=version)}, as releases before 2.4 did"
            return Misconception("numpy-release", words, way_out)
    return None


def _removed(name: str, instead: str) -> Misconception:
    sentence = f"NumPy {np.__version__} has no {name} any more; earlier releases had it"
    return Misconception("numpy-release", sentence, f"use {instead}")
