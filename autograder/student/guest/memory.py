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
_HOLDS_NOTHING = frozenset({int, float, str, bool, type(None), np.float64})
_base: Any = vars(np.ndarray)["base"]  # not what a subclass makes of it


class Held(NamedTuple):
    """An array, the way to it, and the id of the array whose memory it uses; 0 if it is none's."""

    name: str
    array: Any
    owner: int


class Memory:
    """The results of watched calls so far, and whose memory they use."""

    def __init__(self) -> None:
        self._results: list[tuple[Any, set[int]]] = []
        self._owners: set[int] = set()

    def shared(self, args: list[Any], result: Any) -> list[list[str]]:
        """Names of each pair of arrays that share memory, one of them in this result."""
        found: list[int] = []
        _add_owners((result,), found, 0)
        if not found:  # a number, which nearly half of the functions return
            return []
        known: list[int] = []
        _add_owners(args, known, 1)
        owners, before = set(found), self._owners
        unsure = 0 in owners or 0 in before or 0 in known
        pairs = []
        if (
            unsure
            or len(owners) < len(found)
            or not owners.isdisjoint(known)
            or not owners.isdisjoint(before)
        ):
            several = {owner for owner in owners if found.count(owner) > 1}
            suspects = owners.intersection(known) | owners & before | several
            pairs = self._pairs(args, result, None if unsure else suspects)
        self._results.append((result, owners))
        self._owners |= owners
        return pairs

    def _pairs(self, args: list[Any], result: Any, suspects: set[int] | None) -> list[list[str]]:
        new = held_in(result, "result", suspects)
        known = held_in(args, "argument", suspects)
        for earlier, owners in self._results:
            if suspects is None or not suspects.isdisjoint(owners):
                known += held_in(earlier, "earlier result", suspects)
        pairs = sharing(new, known)
        for index, held in enumerate(new):
            pairs += sharing([held], new[index + 1 :])
        return pairs


def held_in(value: Any, name: str, suspects: set[int] | None = None) -> list[Held]:
    """The arrays in nested lists, tuples and dicts; with `suspects`, of these owners alone."""
    found: list[Held] = []

    def look(value: Any, way: tuple[Any, ...]) -> None:
        if isinstance(value, np.ndarray):
            owner = _owner(value)
            if suspects is None or owner in suspects:
                found.append(Held(name + "".join(f"[{key!r}]" for key in way), value, owner))
        elif len(way) <= DEEPEST and isinstance(value, dict):
            for key, item in value.items():
                look(item, (*way, key))
        elif len(way) <= DEEPEST and isinstance(value, (list, tuple)):
            for index, item in enumerate(value):
                look(item, (*way, index))

    look(value, ())
    return found


def sharing(new: Iterable[Held], known: Iterable[Held]) -> list[list[str]]:
    """The names of each pair, one of the new and one of the known, that share memory."""
    known = list(known)
    return [
        [name, other]
        for name, array, owner in new
        for other, known_array, known_owner in known
        if (owner == known_owner or not owner or not known_owner) and overlap(array, known_array)
    ]


def _add_owners(items: Iterable[Any], found: list[int], depth: int) -> None:
    """The owners of the same arrays as `held_in` finds, without the ways to them."""
    for item in items:
        kind = type(item)
        if kind is np.ndarray and item.base is None:  # what nearly all are
            found.append(id(item))
        elif kind in _HOLDS_NOTHING:
            continue
        elif isinstance(item, np.ndarray):
            found.append(_owner(item))
        elif depth <= DEEPEST and isinstance(item, (dict, list, tuple)):
            _add_owners(item.values() if isinstance(item, dict) else item, found, depth + 1)


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
