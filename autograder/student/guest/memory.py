"""Finds the arrays in a value, and which of them share memory."""

from __future__ import annotations

from typing import Any

import numpy as np


def arrays_in(value: Any, name: str, depth: int = 0) -> list[tuple[str, Any]]:
    """The arrays in nested lists, tuples and dicts, with the way to each."""
    if isinstance(value, np.ndarray):
        return [(name, value)]
    if depth > 4:
        return []
    if isinstance(value, dict):
        items = [(f"{name}[{key!r}]", item) for key, item in value.items()]
    elif isinstance(value, (list, tuple)):
        items = [(f"{name}[{index}]", item) for index, item in enumerate(value)]
    else:
        return []
    return [pair for key, item in items for pair in arrays_in(item, key, depth + 1)]


def overlap(x: Any, y: Any) -> bool:
    """Whether writing to one array can change the other."""
    if not x.size or not y.size or not np.may_share_memory(x, y):
        return False
    try:
        bound: Any = 100_000  # NumPy's types know only the two special values
        return bool(np.shares_memory(x, y, max_work=bound))
    except np.exceptions.TooHardError:
        return True
