"""How the arrays that a function gets lie in memory."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.numerics import Array

C, FORTRAN, STRIDED, READ_ONLY = "C", "F", "strided", "read-only"


def laid_out(value: Any, layout: str) -> Any:
    """A value in which every array is stored in one of these ways."""
    kind = type(value)
    if kind is np.ndarray:
        return _LAYOUTS[layout](value)
    if kind is dict:
        return {key: laid_out(item, layout) for key, item in value.items()}
    if kind is list or kind is tuple:
        return kind([laid_out(item, layout) for item in value])
    return value


def holds_read_only(value: Any) -> bool:
    """Whether any array in a value, or in the dicts, lists and tuples in it, is read-only."""
    if isinstance(value, np.ndarray):
        return not value.flags.writeable
    items = value.values() if isinstance(value, dict) else value
    return isinstance(value, (dict, list, tuple)) and any(map(holds_read_only, items))


def _strided(array: Array) -> Array:
    wider = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)[..., ::2]
    wider[...] = array
    return wider


def _read_only(array: Array) -> Array:
    copy = array.copy()
    copy.flags.writeable = False
    return copy


_LAYOUTS: Mapping[str, Callable[[Any], Any]] = {
    C: np.ascontiguousarray,
    FORTRAN: np.asfortranarray,
    STRIDED: _strided,
    READ_ONLY: _read_only,
}
