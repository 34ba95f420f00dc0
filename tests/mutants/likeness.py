"""Whether two results are alike, as the exercise text asks for it, and what they share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

# Two right ways of adding up differ by some 1e-14 of the largest term (float64 has 2.2e-16, the
# longest sums here have 700 terms) and float32 by 3e-8; between the two the text decides nothing.
NORMWISE = 1e-9
ROUNDING = 1e-14  # what is left where the largest terms cancel, relative to them
# The text's own bound for activations and their slopes.
ABSOLUTE = 1e-12
EXACT = {"zeros_init", "constant_init"}
ENTRYWISE = {"sigmoid", "sigmoid_grad", "tanh_grad"}


def leaves(value: Any) -> list[np.ndarray]:
    """All arrays in it."""
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, Mapping):
        return [leaf for part in value.values() for leaf in leaves(part)]
    if isinstance(value, list | tuple):
        return [leaf for part in value for leaf in leaves(part)]
    return []


def share(some: list[np.ndarray], others: list[np.ndarray]) -> bool:
    return any(np.may_share_memory(one, other) for one in some for other in others)


def share_among(arrays: list[np.ndarray]) -> bool:
    return any(
        np.may_share_memory(one, other)
        for number, one in enumerate(arrays)
        for other in arrays[:number]
    )


def digest(value: Any) -> bytes:
    found = hashlib.blake2b()
    _feed(found, value)
    return found.digest()


def _feed(found: Any, value: Any) -> None:
    if isinstance(value, np.ndarray):
        found.update(f"{value.shape}{value.dtype}".encode())
        found.update(value.tobytes() if value.dtype != object else repr(value).encode())
    elif isinstance(value, Mapping):
        for key, part in value.items():
            found.update(repr(key).encode())
            _feed(found, part)
    elif isinstance(value, list | tuple):
        found.update(f"[{len(value)}".encode())
        for part in value:
            _feed(found, part)
    elif isinstance(value, int | float | str | np.generic):
        found.update(repr(value).encode())


def floor(name: str, right: Any) -> float:
    """The error that right code may have wherever it comes from, whatever the array's size."""
    if name in EXACT:
        return 0.0
    if name in ENTRYWISE:
        return ABSOLUTE
    largest = max((np.abs(leaf).max(initial=0.0) for leaf in leaves(right)), default=0.0)
    return ROUNDING * max(1.0, float(largest))


def unlike(result: Any, right: Any, floor: float) -> str:
    """What is wrong with a result, beside the right one; empty when nothing is."""
    if isinstance(right, Mapping):
        if not isinstance(result, dict):
            return "is no dict"
        missing = [key for key in right if key not in result]
        if missing:
            return f"lacks {missing[0]}"
        return first(unlike(result[key], right[key], floor) for key in right)
    if isinstance(right, list | tuple):
        if not isinstance(result, list | tuple) or len(result) != len(right):
            return "has another length or is no list"
        return first(unlike(r, t, floor) for r, t in zip(result, right, strict=True))
    if isinstance(right, np.ndarray) and right.ndim:
        return _unlike_array(result, right, floor)
    return _unlike_number(result, right)


def first(problems: Iterable[str]) -> str:
    """The first problem that there is; empty when there is none."""
    return next((problem for problem in problems if problem), "")


def _unlike_number(result: Any, right: Any) -> str:
    if isinstance(result, bool | np.bool_) or not isinstance(
        result, int | float | np.number | np.ndarray
    ):
        return f"is a {type(result).__name__}"
    if np.shape(result) != ():
        return "is no single number"
    error = abs(float(result) - float(right))
    # `not <=` and no `>`: nan is wrong.
    return "" if error <= ABSOLUTE + NORMWISE * abs(float(right)) else f"is off by {error:g}"


def _unlike_array(result: Any, right: np.ndarray, floor: float) -> str:
    if type(result) is not np.ndarray or result.dtype != np.float64:
        return "is no float64 array"
    if result.shape != right.shape:
        return f"has shape {result.shape}, not {right.shape}"
    if not np.isfinite(result).all():
        return "is not finite"
    error = np.abs(result - right).max(initial=0.0)
    relative = 0.0 if floor in (0.0, ABSOLUTE) else NORMWISE
    bound = floor + relative * np.abs(right).max(initial=0.0)
    return "" if error <= bound else f"is off by {error:g}"
