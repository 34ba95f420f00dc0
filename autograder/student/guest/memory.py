"""Finds the arrays in a value, and which of them share memory.

A program of calls means some 20,000 pairs of arrays, of which hardly any have to do with each
other: whose memory an array uses is found once, and only where two use the same are the arrays
compared, and the ways to them put into words.
"""

from collections import Counter
from collections.abc import Collection, Iterable
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

    def shared(self, args: list[Any], result: Any, of_args: Collection[int]) -> list[list[str]]:
        """Names of each pair of arrays that share memory, one of them in this result.

        Args:
            of_args: see `owners_in` the arguments.
        """
        found = owners_in([result])
        if not found:  # a number, which nearly half of the functions return
            return []
        owners = set(found)
        suspects = owners & self._owners | owners.intersection(of_args)
        if len(owners) < len(found):
            suspects |= {owner for owner, count in Counter(found).items() if count > 1}
        pairs = []
        if 0 in owners or 0 in self._owners or 0 in of_args:
            pairs = self._pairs(args, result, None)
        elif suspects:
            pairs = self._pairs(args, result, suspects)
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
        if suspects is None or len({held.owner for held in new}) < len(new):
            for index, held in enumerate(new):
                pairs += sharing([held], new[index + 1 :])
        return pairs


def held_in(value: Any, name: str, suspects: set[int] | None = None, depth: int = 0) -> list[Held]:
    """The arrays in nested lists, tuples and dicts; with `suspects`, of these owners alone."""
    if isinstance(value, np.ndarray):
        owner = _owner(value)
        return [Held(name, value, owner)] if suspects is None or owner in suspects else []
    found: list[Held] = []
    if depth <= DEEPEST and isinstance(value, (dict, list, tuple)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            kind = type(item)
            if kind in _HOLDS_NOTHING:
                continue
            if suspects is not None and id(item) not in suspects and kind is np.ndarray:
                base: object = item.base
                if base is None or type(base) is bytearray:
                    continue  # as nearly all, of which a history has thousands
            found += held_in(item, f"{name}[{key!r}]", suspects, depth + 1)
    return found


def sharing(new: Iterable[Held], known: Iterable[Held]) -> list[list[str]]:
    """The names of each pair, one of the new and one of the known, that share memory."""
    known = list(known)
    owned: dict[int, list[Held]] = {}
    for held in known:
        owned.setdefault(held.owner, []).append(held)
    unsure = owned.get(0, [])
    return [
        [held.name, other.name]
        for held in new
        for other in (owned.get(held.owner, []) + unsure if held.owner else known)
        if overlap(held.array, other.array)
    ]


def owners_in(items: Iterable[Any], depth: int = 0) -> list[int]:
    """The owners of the same arrays as `held_in` finds, without the ways to them."""
    found: list[int] = []
    for item in items:
        kind = type(item)
        if kind is np.ndarray and item.base is None:  # what nearly all are
            found.append(id(item))
        elif kind in _HOLDS_NOTHING:
            continue
        elif isinstance(item, np.ndarray):
            found.append(_owner(item))
        elif depth <= DEEPEST and isinstance(item, (dict, list, tuple)):
            found += owners_in(item.values() if isinstance(item, dict) else item, depth + 1)
    return found


def _owner(array: Any) -> int:
    while (base := _base.__get__(array)) is not None:
        if type(base) is bytearray:  # an argument, which has a part of it for itself
            break
        if not isinstance(base, np.ndarray):
            return 0  # bytes, another library's memory, or what `as_strided` makes
        array = base
    return id(array)  # which lives as long as the view of it does


def overlap(x: Any, y: Any) -> bool:
    """Whether writing to one array can change the other."""
    if x is y:  # as the input of a network and its first activation
        return bool(x.size)
    if not x.size or not y.size or not np.may_share_memory(x, y):
        return False
    try:
        bound: Any = 100_000  # NumPy's types know only the two special values
        return bool(np.shares_memory(x, y, max_work=bound))
    except np.exceptions.TooHardError:
        return True
