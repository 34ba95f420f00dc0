"""Known wrong random initializers: by how they use `rng`, and by the spread and law of draws."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checking.chance import centred, dependence, heavy_tails, neighbours
from autograder.checking.recognition.values import flat
from autograder.numerics import Array, law_bound, normal_distance
from autograder.student.calls import Answer, Call, Student, generator

_SHAPES = [(60, 90), (90, 60), (30, 180), (180, 30), (40, 45), (110, 130), (70, 70)]
_SPREADS = [0.05, 0.3, 2.0, 5.0, 0.7, 0.4, 3.0]
# The same generator twice, another one, and one in the state in which the first one was; and two
# shapes that nobody has asked for before.
_PROTOCOL = [
    Call("normal_init", (13, 9, 0.5, generator(201, "a")), seed=1),
    Call("normal_init", (13, 9, 0.5, generator(201, "a")), seed=2),
    Call("normal_init", (13, 9, 0.5, generator(202, "b")), seed=1),
    Call("normal_init", (13, 9, 0.5, generator(201, "c")), seed=3),
    Call("normal_init", (11, 17, 0.5, generator(203, "d")), seed=1),
]


def _recognise_normal(student: Student) -> str | None:
    usual = [
        Call("normal_init", (*shape, spread, generator(100 + index)), seed=index)
        for index, (shape, spread) in enumerate(zip(_SHAPES, _SPREADS, strict=True))
    ]
    answers = student.run([*_PROTOCOL, *usual])
    drawn = [_matrix(answer) for answer in answers]
    arrays = [array for array in drawn if array is not None]
    if len(arrays) < len(drawn):
        return None
    wanted = [call.args[:2] for call in (*_PROTOCOL, *usual)]
    if [array.shape for array in arrays] == [shape[::-1] for shape in wanted]:
        return "sizes-swapped"
    if [array.shape for array in arrays] != wanted:
        return None
    draws = arrays[len(_PROTOCOL) :]
    if not _is_random(draws):
        return "not-random"
    return (
        _by_protocol(arrays[: len(_PROTOCOL)])
        or _by_content(draws)
        or _by_dependence(draws)
        or _by_shape(draws)
        or _by_spread(draws)
    )


def _matrix(answer: Answer) -> Array | None:
    values = flat(answer.value) if isinstance(answer.value, np.ndarray) else None
    return values[0] if values and np.isfinite(values[0]).all() and values[0].any() else None


def _is_random(draws: Sequence[Array]) -> bool:
    """Whether anything but evenly spaced numbers came."""
    return not all(
        array.size > 2 and np.ptp(np.diff(np.sort(array, axis=None))) < 1e-9 * np.ptp(array)
        for array in draws
    )


def _by_protocol(arrays: Sequence[Array]) -> str | None:
    first, further, other, restored, elsewhere = arrays
    if np.allclose(further, -first, rtol=1e-12, atol=0):
        return "keeps-state"
    if not np.allclose(first, restored, rtol=1e-12, atol=0):
        return "global-random"
    if np.array_equal(first, other):
        # Fixed draws show up in every shape; what was kept from a first call belongs to one shape.
        shared = np.intersect1d(np.round(first, 12), np.round(elsewhere, 12)).size
        return "reseeded" if shared > 5 else "keeps-state"
    return "rng-not-advanced" if np.array_equal(first, further) else None


def _by_content(draws: Sequence[Array]) -> str | None:
    if all((array == array[:, :1]).all() for array in draws):
        return "columns-repeated"
    if all((array == array[:1]).all() for array in draws):
        return "rows-repeated"
    if all(_has_copies(array) for array in draws):
        return "columns-repeated"
    if all(_has_copies(array.T) for array in draws):
        return "rows-repeated"
    # Of one with an odd number of rows or columns nothing is said.
    for even in ([a for a in draws if a.shape[1] % 2 == 0], [a.T for a in draws if not len(a) % 2]):
        if all(_has_copies(np.hstack([array, -array]), array.shape[1]) for array in even):
            return "mirror-pairs"
    if all(_has_gaps(array) for array in draws):
        return "entries-not-filled"
    for digits in range(5):
        exact = all(np.array_equal(array, np.round(array, digits)) for array in draws)
        if exact and any(np.unique(array).size > 4 for array in draws):
            return "rounded"
    normalised = all(_is_normalised(array) and _is_spread(array) for array in draws)
    return "normalised" if normalised else None


def _by_dependence(draws: Sequence[Array]) -> str | None:
    """What means, sizes and laws are said of holds for independent draws only."""
    found = [array for array in draws if _is_spread(array) and dependence(array, 1e-9)]
    together = all(map(_is_spread, draws)) and neighbours(list(map(centred, draws)), 1e-9)
    return "not-independent" if len(found) >= 3 or together else None


def _has_copies(columns: Array, apart: int = 0) -> bool:
    """Whether two columns (at least `apart` places apart) are the same."""
    seen: dict[bytes, int] = {}
    for index, column in enumerate(columns.T):
        if column.any() and index - seen.setdefault(column.tobytes(), index) > max(apart // 2, 0):
            return True
    return False


def _has_gaps(array: Array) -> bool:
    """Whole rows or columns of zeros, beside others."""
    empty = (~array.any(axis=0)).any() or (~array.any(axis=1)).any()
    return bool(empty and array.any())


def _is_normalised(array: Array) -> bool:
    spread = float(np.std(array))
    for axis in (None, 0, 1):
        mean = np.mean(array, axis=axis)
        if np.abs(mean).max() < 1e-14 * spread:
            return True
        size = np.sqrt(np.sum(array**2, axis=axis))
        if axis is not None and np.ptp(size) < 1e-12 * size.max():
            return True
    return False


def _by_spread(draws: Sequence[Array]) -> str | None:
    """How the spread follows std and the shape: log s = α log std + β log in + γ log out + c."""
    measured = np.log([float(np.sqrt(np.mean(array**2))) for array in draws])
    fans = np.log(np.array(_SHAPES, dtype=float)).T
    columns = np.column_stack([np.log(_SPREADS), *fans, np.ones(len(draws))])
    (alpha, beta, gamma, constant), *_ = np.linalg.lstsq(columns, measured, rcond=None)
    # Each spread is known to 1 %, which leaves about 0.02 of uncertainty in an exponent.
    if abs(alpha - 2.0) < 0.1:
        return "variance-as-std"
    if abs(alpha - 0.5) < 0.1:
        return "root-of-std"
    scaled = abs(beta) > 0.2 or abs(gamma) > 0.2
    if abs(alpha - 1.0) > 0.1 and not scaled:
        return "std-ignored" if abs(alpha) < 0.1 else None
    if scaled:
        return "fan-scaled" if min(abs(alpha - 1.0), abs(alpha)) < 0.1 else None
    return _by_law(draws, float(np.exp(constant + (beta + gamma) * np.log(70))))


def _by_shape(draws: Sequence[Array]) -> str | None:
    """Laws that show whatever the spread is."""
    standard = _standard(draws)
    if (standard >= 0).all():
        signs = np.where(np.arange(standard.size) % 2, 1.0, -1.0)
        if normal_distance(np.sort(standard * signs)) < law_bound(standard.size, 1e-9):
            return "absolute-values"
    if _is_uniform(draws):
        return "uniform-for-normal"
    if all(np.sum(np.abs(x) == np.abs(x).max()) > 0.001 * x.size and _is_spread(x) for x in draws):
        return "truncated"
    shifts = [float(x.mean()) * x.size**0.5 / float(x.std()) for x in draws]
    return "mean-not-zero" if sum(abs(shift) > 8 for shift in shifts) >= 3 else None


def _standard(draws: Sequence[Array]) -> Array:
    return np.concatenate([(x / np.sqrt(np.mean(x**2))).ravel() for x in draws])


def _by_law(draws: Sequence[Array], factor: float) -> str | None:
    standard = _standard(draws)
    bound = law_bound(standard.size, 1e-9)
    if normal_distance(np.sort(standard)) > bound:
        return "truncated" if _is_cut_normal(standard, bound) else "wrong-law"
    if np.abs(standard).max() < 3.2:
        return "truncated"
    if heavy_tails(standard) is not None:
        return "wrong-law"
    return "std-scaled" if abs(factor - 1.0) > 0.05 else None


def _is_cut_normal(standard: Array, bound: float) -> bool:
    """Whether draws of spread 1 are those of a normal law with everything beyond ±k σ redrawn."""
    largest = float(np.abs(standard).max())
    low, high = 0.05, 5.0
    for _ in range(60):
        k = (low + high) / 2
        inside = math.erf(k / 2**0.5)
        spread = math.sqrt(1.0 - 2 * k * math.exp(-k * k / 2) / math.sqrt(2 * math.pi) / inside)
        low, high = (k, high) if k / spread < largest else (low, k)
    half = math.erf(high / 2**0.5)
    scale = high / largest / 2**0.5
    u = np.array([(math.erf(x * scale) / half + 1) / 2 for x in np.sort(standard)])
    return bool(np.abs(u - np.linspace(0.0, 1.0, u.size)).max() < bound)


def _is_spread(array: Array) -> bool:
    return bool(np.unique(array).size > 0.3 * array.size)


def _is_uniform(draws: Sequence[Array]) -> bool:
    unit: list[Any] = [(array - array.min()) / np.ptp(array) for array in draws]
    pooled = np.sort(np.concatenate([array.ravel() for array in unit]))
    distance = np.abs(pooled - np.linspace(0.0, 1.0, pooled.size)).max()
    return bool(distance < law_bound(pooled.size, 1e-6))


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {"normal_init": _recognise_normal}
