"""Which known wrong idea explains the answers to a probe.

An idea is named only when it explains *all* that was seen: the right answers and the wrong ones,
on at least three corners where it is wrong, and no other idea does so too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.catalogue import Failed
from autograder.checking.probe import Case, Probe, Seen
from autograder.numerics import Array

# Answers of one idea, however they are computed, agree to 1e-12 normwise; different ideas are
# farther apart than 1e-6 on every case that they differ on.
MATCH = 1e-7
MIN_CORNERS = 3


def name_of(
    probe: Probe, cases: Sequence[Case], seen: Sequence[Mapping[str, Any] | None]
) -> str | None:
    """The id of the idea that explains what was seen on all cases, or None.

    Args:
        probe: what was asked.
        cases: what it was asked on.
        seen: for each case the parts of the answer, or None where there was none.
    """
    with np.errstate(all="ignore"):
        read = [None if parts is None else _arrays(parts) for parts in seen]
        wrong = [
            case
            for case, parts in zip(cases, read, strict=True)
            if parts is None or not _agree(parts, {n: e.array for n, e in case.truth.items()})
        ]
        if len({id(case.corner) for case in wrong}) < MIN_CORNERS:
            return None
        for id_, implementation in probe.ideas:
            if _explains(probe, implementation, cases, read):
                return id_
        both: Seen = [
            (parts, {n: e.array for n, e in case.truth.items()})
            for case, parts in zip(cases, read, strict=True)
        ]
        return next((id_ for id_, fit in probe.fits if fit(both)), None)


def _explains(
    probe: Probe,
    implementation: Callable[..., Any],
    cases: Sequence[Case],
    seen: Sequence[Mapping[str, Array] | None],
) -> bool:
    return all(
        _agree(parts, _answer(probe, implementation, case))
        for case, parts in zip(cases, seen, strict=True)
    )


def _answer(
    probe: Probe, implementation: Callable[..., Any], case: Case
) -> Mapping[str, Array] | None:
    try:
        return _arrays(probe.unpack(implementation(*case.args), case.args, ""))
    except (Failed, ValueError, IndexError, TypeError, KeyError, AttributeError):
        return None  # this wrong idea does not run on this case, so neither would the student's


def _arrays(parts: Mapping[str, Any]) -> Mapping[str, Array] | None:
    if not all(isinstance(part, (np.ndarray, np.generic, int, float)) for part in parts.values()):
        return None
    arrays = {name: np.asarray(part) for name, part in parts.items()}
    if not all(array.dtype.kind in "biuf" for array in arrays.values()):
        return None
    return {name: array.astype(np.float64) for name, array in arrays.items()}


def _agree(seen: Mapping[str, Array] | None, idea: Mapping[str, Array] | None) -> bool:
    if seen is None or idea is None:
        return seen is idea
    return seen.keys() == idea.keys() and all(_near(seen[name], idea[name]) for name in idea)


def _near(seen: Array, idea: Array) -> bool:
    if seen.shape != idea.shape:
        return False
    finite = np.isfinite(idea)
    if not finite.all() and not np.array_equal(finite, np.isfinite(seen)):
        return False
    size = float(np.linalg.norm(idea[finite]))
    return bool(np.linalg.norm((seen - idea)[finite]) <= MATCH * (size or 1.0))
