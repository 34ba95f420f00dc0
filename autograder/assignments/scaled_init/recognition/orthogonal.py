"""Known wrong orthogonal weights, by the products of their columns or rows."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.assignments.scaled_init.domains.orthogonal import ORTHOGONAL, products
from autograder.checking.recognition.bank import ask
from autograder.checking.recognition.draws import by_protocol
from autograder.checking.recognition.values import FACTOR, FEW_DIGITS, NOTHING, flat
from autograder.numerics import Array
from autograder.student.calls import Student, generator

_SHAPES = [(8, 8), (14, 5), (5, 14), (30, 12), (12, 30), (9, 9)]
_GAINS = [2.5, 0.4, 3.0, 0.7, 1.6, 0.2]
# Of products of unit columns: what rounding to two decimals leaves, and to ten.
COARSEST, FINEST = 1e-2, 1e-10
NEAR = 1e-7  # ten times what the exercise allows
# What is made of gain -> the power of it that lengths are then.
_POWERS = {"gain-ignored": 0.0, "gain-squared": 2.0, "gain-divides": -1.0, "root-of-gain": 0.5}


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
    if _few_digits(arrays, grams) is not None:
        return _few_digits(arrays, grams)
    if all(_is_diagonal(gram) for gram in grams):
        found_id = _by_length(grams)
        if found_id == "scaled-by-sizes" and _by_gain(student):
            return None
        return found_id or _by_generator(student)
    return _not_orthogonal(arrays, grams)


def _by_generator(student: Student) -> str | None:
    """What was kept belongs to its arguments; draws that are always the same show with any gain."""
    id_ = by_protocol(student, ORTHOGONAL)
    if id_ != "keeps-state":
        return id_
    cases = [(13, 9, gain, generator(int(400 + gain), f"rng {gain}")) for gain in (1.0, 2.0, 4.0)]
    found = [flat(value) for value in ask(student, ORTHOGONAL.function, cases)]
    units = [parts[0] / case[2] for parts, case in zip(found, cases, strict=True) if parts]
    alike = len(units) == 3 and all(np.allclose(units[0], unit, atol=NOTHING) for unit in units)
    return "reseeded" if alike and _begins_alike(student) else id_


def _begins_alike(student: Student) -> bool:
    """Whether two single columns that nobody asked for before begin with the same draws."""
    cases = [(rows, 1, 1.0, generator(500 + rows, f"rng {rows}")) for rows in (23, 31)]
    columns = [flat(value) for value in ask(student, ORTHOGONAL.function, cases)]
    if not all(columns):
        return False
    short, long = (parts[0].ravel() for parts in columns if parts)
    ratios = long[:23] / short
    return bool(np.ptp(ratios) < NOTHING * np.abs(ratios).max())


def _by_gain(student: Student) -> bool:
    """Whether lengths over gain are others for another gain, with the same sizes."""
    cases = [(8, 8, gain, generator(300, "rng 0")) for gain in (0.4, 2.5)]
    found = [flat(value) for value in ask(student, ORTHOGONAL.function, cases)]
    sizes = [
        float(np.linalg.norm(parts[0])) / case[2]
        for parts, case in zip(found, cases, strict=True)
        if parts
    ]
    return len(sizes) == 2 and abs(sizes[0] / sizes[1] - 1.0) > FACTOR


def _few_digits(arrays: Sequence[Array], grams: Sequence[Array]) -> str | None:
    """What takes digits off matrices that are orthogonal up to a few of them."""
    units = [gram / gain**2 for gram, gain in zip(grams, _GAINS, strict=True)]
    off = [float(np.abs(unit - np.eye(len(unit))).max()) for unit in units]
    if max(off) > COARSEST or min(off) < FINEST:
        return None
    for digits in range(2, 10):
        if all(np.array_equal(array, np.round(array, digits)) for array in arrays):
            return "rounded"
    # Lengths that are all off on one side are no rounding.
    rounded = max(off) < FEW_DIGITS and any(map(_on_both_sides, units))
    return "float32" if rounded else None


def _on_both_sides(unit: Array) -> bool:
    off = np.diagonal(unit) - 1.0
    return bool(off.min() < 0.0 < off.max())


def _is_diagonal(gram: Array) -> bool:
    off = gram - np.diag(np.diagonal(gram))
    return bool(np.abs(off).max() < NEAR * np.diagonal(gram).max())


def _by_length(grams: Sequence[Array]) -> str | None:
    """What the lengths, where all directions are at right angles, have to do with gain."""
    if any(np.ptp(np.diagonal(gram)) > NEAR * gram.max() for gram in grams):
        return "lengths-differ"
    lengths = np.array([float(gram[0, 0]) ** 0.5 for gram in grams])
    gains = np.array(_GAINS)
    right = np.isclose(lengths, gains, rtol=FACTOR)
    if right.all():
        return None
    # Everywhere, or for wide matrices only, high ones, or square ones.
    ways = [np.sign(rows - columns) for rows, columns in _SHAPES]
    by_shape = len(set(zip(ways, right.tolist(), strict=True))) == len(set(ways))
    for id_, power in _POWERS.items() if by_shape else ():
        if (right | np.isclose(lengths, gains**power, rtol=FACTOR)).all():
            return id_
    ratios = lengths / gains
    return "constant-factor" if np.ptp(ratios) < FACTOR * ratios.max() else "scaled-by-sizes"


def _not_orthogonal(arrays: Sequence[Array], grams: Sequence[Array]) -> str | None:
    both = list(zip(map(_is_diagonal, grams), _SHAPES, strict=True))
    if all(is_right for is_right, (rows, columns) in both if rows >= columns):
        return "one-direction-only"
    if all((array >= 0.0).all() for array in arrays):
        return "absolute-values"
    if any(map(_is_diagonal, grams)):
        return None
    lengths = [np.diagonal(gram) ** 0.5 for gram in grams]
    if all(np.ptp(length) < FACTOR * length.max() for length in lengths):
        return "lengths-only"
    sizes = [float(np.mean(length)) for length in lengths]
    return "not-orthogonal" if all(size > 0.0 for size in sizes) else None


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {"orthogonal_init": _recognise}
