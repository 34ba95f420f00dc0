"""Finds the arrays in a value, and which of them share memory.

A program of calls means some 20,000 pairs of arrays, of which hardly any have to do with each
other: whose memory an array uses is found once, and only where two use the same are the arrays
compared, and the ways to them put into words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

DEEPEST = 4  # lists in lists; what functions return has two levels
_base: Any = vars(np.ndarray)["base"]  # not what a subclass makes of it


class Held(NamedTuple):
    """An array, the way to it, and the id of the array whose memory it uses; 0 if it is none's."""

    name: str
    array: Any
    owner: int


class Memory:
    """The results of watched calls so far, and whose memory they use."""

    def __init__(self) -> None:
        self._results: list[Any] = []
        self._owners: set[int] = set()

    def shared(self, args: list[Any], result: Any) -> list[list[str]]:
        """Names of each pair of arrays that share memory, one of them in this result."""
        found: list[int] = []
        _add_owners(result, found, 0)
        if not found:  # a number, which nearly half of the functions return
            return []
        known: list[int] = []
        _add_owners(args, known, 0)
        owners, others = set(found), self._owners.union(known)
        apart = len(owners) == len(found) and owners.isdisjoint(others) and 0 not in owners | others
        pairs = [] if apart else self._pairs(args, result)
        self._results.append(result)
        self._owners |= owners
        return pairs

    def _pairs(self, args: list[Any], result: Any) -> list[list[str]]:
        new = held_in(result, "result")
        known = held_in(args, "argument")
        for earlier in self._results:
            known += held_in(earlier, "earlier result")
        pairs = sharing(new, known)
        for index, held in enumerate(new):
            pairs += sharing([held], new[index + 1 :])
        return pairs


def held_in(value: Any, name: str) -> list[Held]:
    """The arrays in a value."""
    return [Held(way, array, _owner(array)) for way, array in arrays_in(value, name)]


def sharing(new: Iterable[Held], known: Iterable[Held]) -> list[list[str]]:
    """The names of each pair, one of the new and one of the known, that share memory."""
    known = list(known)
    return [
        [name, other]
        for name, array, owner in new
        for other, known_array, known_owner in known
        if (owner == known_owner or not owner or not known_owner) and overlap(array, known_array)
    ]


def arrays_in(value: Any, name: str, depth: int = 0) -> list[tuple[str, Any]]:
    """The arrays in nested lists, tuples and dicts, with the way to each."""
    if isinstance(value, np.ndarray):
        return [(name, value)]
    if depth > DEEPEST:
        return []
    if isinstance(value, dict):
        items = [(f"{name}[{key!r}]", item) for key, item in value.items()]
    elif isinstance(value, (list, tuple)):
        items = [(f"{name}[{index}]", item) for index, item in enumerate(value)]
    else:
        return []
    return [pair for key, item in items for pair in arrays_in(item, key, depth + 1)]


def _add_owners(value: Any, found: list[int], depth: int) -> None:
    """The owners of the same arrays as `arrays_in` finds, without the ways to them."""
    if type(value) is np.ndarray and value.base is None:  # what nearly all are
        found.append(id(value))
    elif isinstance(value, np.ndarray):
        found.append(_owner(value))
    elif depth <= DEEPEST and isinstance(value, (dict, list, tuple)):
        for item in value.values() if isinstance(value, dict) else value:
            _add_owners(item, found, depth + 1)


def _owner(array: Any) -> int:
    while (base := _base.__get__(array)) is not None:
        if not isinstance(base, np.ndarray):
            return 0  # bytes, another library's memory, or what `as_strided` makes
        array = base
    return id(array)  # which lives as long as the view of it does


def overlap(x: Any, y: Any) -> bool:
    """Whether writing to one array can change the other."""
    if not x.size or not y.size or not np.may_share_memory(x, y):
        return False
    try:
        bound: Any = 100_000  # NumPy's types know only the two special values
        return bool(np.shares_memory(x, y, max_work=bound))
    except np.exceptions.TooHardError:
        return True
