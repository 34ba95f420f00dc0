"""Known wrong orthogonal weights, by the products of their columns or rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from autograder.assignments.scaled_init.domains.orthogonal import ORTHOGONAL, products
from autograder.checking.recognition.bank import ask
from autograder.checking.recognition.draws import by_protocol
from autograder.checking.recognition.values import flat
from autograder.numerics import Array
from autograder.student.calls import Student, generator

_SHAPES = [(8, 8), (14, 5), (5, 14), (30, 12), (12, 30), (9, 9)]
_GAINS = [2.5, 0.4, 3.0, 0.7, 1.6, 0.2]
NEAR = 1e-7


def _recognise(student: Student) -> str | None:
    cases = [
        (*shape, gain, generator(300 + number, f"rng {number}"))
        for number, (shape, gain) in enumerate(zip(_SHAPES, _GAINS, strict=True))
    ]
    found = [flat(value) for value in ask(student, ORTHOGONAL.function, cases)]
    arrays = [parts[0] for parts in found if parts and np.isfinite(parts[0]).all()]
    if len(arrays) < len(cases):
        return None
    shapes = [array.shape for array in arrays]
    if shapes != _SHAPES:
        return "sizes-swapped" if shapes == [shape[::-1] for shape in _SHAPES] else None
    grams = [products(array, 1.0) for array in arrays]
    if all(_is_diagonal(gram) for gram in grams):
        return _by_length(grams) or _by_generator(student)
    return _not_orthogonal(arrays, grams)


def _by_generator(student: Student) -> str | None:
    """What was kept belongs to its arguments; draws that are always the same show with any gain."""
    id_ = by_protocol(student, ORTHOGONAL)
    if id_ != "keeps-state":
        return id_
    cases = [(13, 9, gain, generator(int(400 + gain), f"rng {gain}")) for gain in (1.0, 2.0, 4.0)]
    found = [flat(value) for value in ask(student, ORTHOGONAL.function, cases)]
    units = [parts[0] / case[2] for parts, case in zip(found, cases, strict=True) if parts]
    alike = len(units) == 3 and all(np.allclose(units[0], unit, atol=1e-9) for unit in units)
    return "reseeded" if alike else id_


def _is_diagonal(gram: Array) -> bool:
    off = gram - np.diag(np.diagonal(gram))
    return bool(np.abs(off).max() < NEAR * np.diagonal(gram).max())


def _by_length(grams: Sequence[Array]) -> str | None:
    """What the lengths, where all directions are at right angles, have to do with gain."""
    if any(np.ptp(np.diagonal(gram)) > NEAR * gram.max() for gram in grams):
        return "lengths-differ"
    lengths = np.array([float(gram[0, 0]) ** 0.5 for gram in grams])
    gains = np.array(_GAINS)
    for id_, power in (("gain-ignored", 0.0), ("gain-squared", 2.0), ("gain-divides", -1.0)):
        if np.allclose(lengths, gains**power, rtol=1e-6):
            return id_
    if np.allclose(lengths, gains**0.5, rtol=1e-6):
        return "root-of-gain"
    if np.allclose(lengths, gains, rtol=1e-6):
        return None
    ratios = lengths / gains
    return "constant-factor" if np.ptp(ratios) < 1e-6 * ratios.max() else "scaled-by-sizes"


def _not_orthogonal(arrays: Sequence[Array], grams: Sequence[Array]) -> str | None:
    both = list(zip(map(_is_diagonal, grams), _SHAPES, strict=True))
    if all(is_right for is_right, (rows, columns) in both if rows >= columns):
        return "one-direction-only"
    if any(map(_is_diagonal, grams)):
        return None
    lengths = [np.diagonal(gram) ** 0.5 for gram in grams]
    if all(np.ptp(length) < 1e-6 * length.max() for length in lengths):
        return "lengths-only"
    sizes = [float(np.mean(length)) for length in lengths]
    return "not-orthogonal" if all(size > 0.0 for size in sizes) else None


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {"orthogonal_init": _recognise}
