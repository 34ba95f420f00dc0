"""Right answers are recognised all at once, by where their numbers lie in the bytes that came.

Nearly all answers are right, and nearly all right ones to a call look alike but for their numbers:
a list of the same arrays in the same order and layout. What is *between* the numbers (tags, shapes,
keys: the outline) depends on how a function is written, never on what it was given, so an outline
is learned once, from answers that were read and judged one by one, and serves a whole class, with a
salt and without. No verdict is remembered: the numbers of every answer are compared with what is
right for its own call, in one subtraction for a whole probe. What is not found right here is not
wrong yet; it is read and judged alone.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from autograder.checking.probe import Case, Drawn, Probe
from autograder.checking.targets import Targets
from autograder.numerics import Array
from autograder.student.calls import Answer
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode

# A class of 500 has about two outlines of each of 16 probes; one takes 0.2 MB.
MAX_OUTLINES = 128
MAX_ALIKE = 4  # outlines of one probe whose answers are equally long
# Numbers that stand for places; none of their eight bytes is likely to be a header's.
_FIRST_PLACE = float(2**40)
_Key = tuple[Probe, tuple[int, ...]]


class Outline(NamedTuple):
    """What the answers to a probe have in common, but for their numbers.

    Attributes:
        between: where the other bytes are, among the bytes of all answers in a row.
        others: what they are.
        numbers: where the numbers begin, in the order of `Targets.flat`.
        sizes: how many numbers there are in each part of each answer.
    """

    between: NDArray[np.intp]
    others: bytes
    numbers: NDArray[np.intp]
    sizes: tuple[int, ...]

    def read(self, joined: bytes) -> Array | None:
        """The numbers of answers in a row, (numbers,), or None when these have another outline."""
        data = np.frombuffer(joined, np.uint8)
        if data[self.between].tobytes() != self.others:
            return None
        anywhere: Array = np.ndarray(len(joined) - 7, np.float64, joined, 0, (1,))
        return anywhere[self.numbers]


_known: OrderedDict[_Key, list[Outline]] = OrderedDict()


def found_right(probe: Probe, cases: Sequence[Case], answers: Sequence[Answer]) -> list[bool]:
    """For each case whether its answer is right; False says only that it must be looked at."""
    sent = [answer.sent or b"" for answer in answers]
    outlines = _known.get((probe, tuple(map(len, sent))), ())
    joined = b"".join(sent) if outlines else b""
    targets = targets_of(cases) if outlines else None
    for outline in outlines:
        numbers = outline.read(joined)
        if numbers is not None and targets is not None and outline.sizes == targets.sizes:
            return targets.met_by(numbers)
    return [False] * len(cases)


def targets_of(cases: Sequence[Case]) -> Targets:
    """What is right for the cases, in a row."""
    return cases.targets if isinstance(cases, Drawn) else Targets([one.truth for one in cases])


def learn(probe: Probe, cases: Sequence[Case], answers: Sequence[Answer]) -> None:
    """Remember the outline of answers that have all been found right.

    From the second time on that some come of these lengths: one student, alone at home, has nobody
    whom an outline would serve (all of them take 50 ms, a tenth of `pytest autograder`).
    """
    sent = [answer.sent or b"" for answer in answers]
    key = probe, tuple(map(len, sent))
    alike = _known.get(key)
    if alike is None:
        _known[key] = []
    elif (outline := _outline(probe, cases, sent)) is not None:
        alike[:] = [outline, *alike[: MAX_ALIKE - 1]]
    _known.move_to_end(key)
    while len(_known) > MAX_OUTLINES:
        _known.popitem(last=False)


def _outline(probe: Probe, cases: Sequence[Case], sent: Sequence[bytes]) -> Outline | None:
    places, numbers, sizes = [], [], []
    start = 0
    for case, data in zip(cases, sent, strict=True):
        found = _places(data)
        if found is None:
            return None
        value, own = found
        parts = probe.unpack(value, case.args, "")
        for name in case.truth:
            which = (np.asarray(parts[name]).ravel() - _FIRST_PLACE).astype(np.intp)
            if ((which < 0) | (which >= own.size)).any():
                return None  # a whole number that stands for a float: it was not counted
            numbers.append(start + own[which])
            sizes.append(which.size)
        places.append(start + own)
        start += len(data)
    between = np.ones(start, bool)
    between[(np.concatenate(places)[:, None] + np.arange(8)).ravel()] = False
    where = np.flatnonzero(between)
    others = np.frombuffer(b"".join(sent), np.uint8)[where].tobytes()
    return Outline(where, others, np.concatenate(numbers), tuple(sizes))


def _places(data: bytes) -> tuple[Any, NDArray[np.intp]] | None:
    """The value with numbers in it that count its numbers, and where each lies in the bytes.

    None when a value is written in more than one way, as a dict is that has a key twice.
    """
    value = decode(data)
    if encode(value) != data:
        return None
    leaves: list[Any] = []
    counted = _counted(value, leaves, [0])
    written, at = encode(counted), 0
    places = [np.empty(0, np.intp)]
    for leaf in leaves:
        by_column = not leaf.flags.c_contiguous and leaf.flags.f_contiguous
        at = written.find(leaf.tobytes("F" if by_column else "C"), at)
        places.append(at + 8 * np.arange(leaf.size)[_order_of(leaf, by_column)])
        at += leaf.nbytes
    return counted, np.concatenate(places)


def _order_of(leaf: Array, by_column: bool) -> NDArray[np.intp]:
    """For each entry, counted row by row, which one it is as it is written."""
    if not by_column:
        return np.arange(leaf.size)
    return np.arange(leaf.size).reshape(leaf.shape, order="F").ravel()


def _counted(value: Any, leaves: list[Any], count: list[int]) -> Any:
    if isinstance(value, dict):
        return {key: _counted(item, leaves, count) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_counted(item, leaves, count) for item in value)
    if not isinstance(value, (float, np.ndarray)) or np.asarray(value).dtype != np.float64:
        return value
    places = np.arange(count[0], count[0] + np.size(value)) + _FIRST_PLACE
    count[0] += places.size
    if not isinstance(value, np.ndarray):
        leaves.append(places)
        return type(value)(places[0])
    writeable = value.flags.writeable
    value.flags.writeable = True
    value[...] = places.reshape(value.shape)
    value.flags.writeable = writeable
    leaves.append(value)
    return value
