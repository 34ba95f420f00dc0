"""Arguments of a call on their way: plain values, and the numbers of all arrays in one piece.

A hand-in means thousands of small arrays. One by one they cost more to read, and to hold against
what was sent when the call is over, than most functions take to compute.
"""

from collections.abc import Callable, Iterable
from operator import is_
from typing import Any

import numpy as np

from .encoding import encode
from .memory import owners_in
from .values import FLOAT64, Encoded

ALIGNMENT = 16  # bytes, as `malloc` aligns: NumPy and its BLAS compute as with arrays of their own
_PLAIN = frozenset({int, float, str, bool, type(None)})

ArrayPlace = tuple[tuple[int, ...], int, tuple[int, ...] | None]
Packed = tuple[list[Any], list[ArrayPlace], list[int], bytes]


def packed(args: Iterable[Any]) -> Packed:
    """Arguments as they are sent, within what `marshal` writes.

    Returns:
        The arguments, with `...` for each array of float64, and encoded bytes for everything else
        that is not plain; of each of these arrays the shape, the place in the memory, and the
        strides if its entries do not lie row by row; which of them are read-only; the memory.
    """
    packing = _Packing()
    plain = [packing.stand_in(value) for value in args]
    return plain, packing.places, packing.read_only, bytes(packing.memory)


class _Packing:
    """What `packed` returns, in the making."""

    def __init__(self) -> None:
        self.places: list[ArrayPlace] = []
        self.read_only: list[int] = []
        self.memory = bytearray()

    def stand_in(self, value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is np.ndarray and value.dtype is FLOAT64 and value.size:
            return self._place(value)
        if kind is list or kind is tuple:
            return kind([self.stand_in(item) for item in value])
        if kind is dict:
            return {key: self.stand_in(item) for key, item in value.items()}
        return value.data if kind is Encoded else encode(value)

    def _place(self, array: Any) -> Any:
        flags, strides = array.flags, None
        if not flags.writeable:
            self.read_only.append(len(self.places))
        if flags.c_contiguous:
            data = array.tobytes()
        elif flags.f_contiguous:
            data, strides = array.tobytes("F"), array.strides
        else:
            # Every second entry of each row of something larger: in no order contiguous.
            wider = np.zeros((*array.shape[:-1], 2 * array.shape[-1]))
            wider[..., ::2] = array
            data, strides = wider.tobytes(), wider[..., ::2].strides
        self.places.append((array.shape, len(self.memory), strides))
        self.memory += data
        self.memory += bytes(-len(data) % ALIGNMENT)
        return ...


class Given:
    """What a student's function gets, and whether it is still the same afterwards.

    Attributes:
        args: the arguments; their arrays are parts of one memory, of which no two overlap.
        others: whether there is more than plain values and these arrays among them.
    """

    __slots__ = (
        *("args", "others", "_arrays", "_containers", "_made", "_memory", "_places", "_sent"),
        *("_unsure", "_waiting"),
    )

    def __init__(self, sent: Packed, made: Callable[[bytes], Any]) -> None:
        """Unpack them.

        Args:
            sent: see `packed`.
            made: makes what came encoded.
        """
        plain, self._places, read_only, self._sent = sent
        self.others = self._unsure = False
        self._made = made
        self._containers: list[tuple[Any, list[Any]]] = []
        self._memory = memory = bytearray(self._sent)
        self._arrays = [
            np.ndarray(shape, FLOAT64, memory, at, strides) for shape, at, strides in self._places
        ]
        for number in read_only:
            self._arrays[number].flags.writeable = False
        self._waiting = iter(self._arrays)
        self.args = self._each(plain)

    def _each(self, items: Iterable[Any]) -> list[Any]:
        waiting = self._waiting
        return [
            next(waiting) if item is ... else item if type(item) in _PLAIN else self._filled(item)
            for item in items
        ]

    def _filled(self, item: Any) -> Any:
        kind = type(item)
        if kind is bytes:
            self.others = True
            made = self._made(item)
            self._unsure |= not callable(made)  # what is called is not looked at afterwards
            return made
        if kind is tuple:
            return tuple(self._each(item))
        if kind is list:
            item[:] = self._each(item)
        else:
            item.update(zip(item, self._each(item.values()), strict=True))
        self._containers.append((item, _contents(item)))
        return item

    def changed(self) -> bool:
        """Whether any of them may be another than it was; what is described and not called may."""
        if self._unsure or self._memory != self._sent:
            return True
        for array, (shape, _, _) in zip(self._arrays, self._places, strict=True):
            if array.shape != shape or array.dtype is not FLOAT64:
                return True
        return any(not _are(_contents(item), before) for item, before in self._containers)

    def owners(self) -> list[int]:
        """Whose memory their arrays use, as `owners_in` says."""
        return owners_in(self.args, 1) if self.others else list(map(id, self._arrays))


def _contents(container: Any) -> list[Any]:
    return [*container, *container.values()] if type(container) is dict else list(container)


def _are(now: list[Any], before: list[Any]) -> bool:
    return len(now) == len(before) and all(map(is_, now, before))
