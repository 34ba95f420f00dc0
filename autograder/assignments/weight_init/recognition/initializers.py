"""Known wrong initializers: constants by their values, random ones by how their spread scales."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.assignments.weight_init.recognition.bank import flat
from autograder.calls import Call, Student, generator, scripted
from autograder.numerics import Array, law_bound, normal_distance

_SHAPES = [(60, 90), (90, 60), (30, 180), (180, 30), (70, 70)]
_SPREADS = [0.05, 0.3, 2.0, 5.0, 0.7]


def _recognise_zeros(student: Student) -> str | None:
    values = [flat(value) for value in student.each("zeros_init", [(4, 3), (3, 5)])]
    arrays = [value[0] for value in values if value]
    if len(arrays) < 2:
        return None
    if arrays[0].shape == (3, 4):
        return "sizes-swapped"
    if arrays[0].shape == (4, 3) and arrays[0].any():
        return "not-zero"
    return None


def _recognise_constant(student: Student) -> str | None:
    calls = [(4, 3, 0.3), (3, 5, -1.7), (2, 2, 2.6)]
    values = [flat(value) for value in student.each("constant_init", calls)]
    arrays = [value[0] for value in values if value]
    if len(arrays) < len(calls):
        return None
    if arrays[0].shape == (3, 4):
        return "sizes-swapped"
    if any(array.shape != call[:2] for array, call in zip(arrays, calls, strict=True)):
        return None
    given = np.array([call[2] for call in calls])
    if any(np.ptp(array) > 1e-12 for array in arrays):
        return _not_constant(arrays, given)
    seen = np.array([array.flat[0] for array in arrays])
    if np.ptp(seen) == 0.0:
        return "value-ignored"
    if (seen == np.trunc(given)).all() or (seen == np.round(given)).all() or (seen == np.floor(given)).all():
        return "integer-weights"
    if np.array_equal(seen, np.abs(given)):
        return "absolute-values"
    if np.array_equal(seen, -given):
        return "wrong-sign"
    return "value-scaled"


def _not_constant(arrays: list[Array], given: Array) -> str | None:
    diagonal = all(
        np.array_equal(array, value * np.eye(*array.shape))
        for array, value in zip(arrays, given, strict=True)
    )
    return "only-part-filled" if diagonal or any((a == 0).any() for a in arrays) else "not-constant"


def _recognise_normal(student: Student) -> str | None:
    program = [
        Call("normal_init", (*shape, spread, generator(100 + index)), seed=index)
        for index, (shape, spread) in enumerate(zip(_SHAPES, _SPREADS, strict=True))
    ]
    arrays = []
    for answer, shape in zip(student.run(program), _SHAPES, strict=True):
        values = flat(answer.value) if answer.trouble is None else None
        if not values or not np.isfinite(values[0]).all():
            return None
        if values[0].shape == shape[::-1] and shape[0] != shape[1]:
            return "sizes-swapped"
        if values[0].shape != shape:
            return None
        arrays.append(values[0])
    return _by_content(arrays) or _by_spread(arrays)


def _by_content(arrays: list[Array]) -> str | None:
    if any(np.ptp(array) == 0.0 for array in arrays):
        return "not-random"
    if all((array >= 0).all() for array in arrays):
        return "uniform-for-normal" if _is_uniform(arrays) else "absolute-values"
    if all((array == array[:, :1]).all() for array in arrays) or all((array == array[:1]).all() for array in arrays):
        return "columns-repeated"
    for digits in range(4):
        if all(np.array_equal(array, np.round(array, digits)) for array in arrays):
            return "rounded"
    if all(abs(np.mean(array) / np.std(array)) < 1e-15 for array in arrays):
        return "normalised"
    return None


def _is_uniform(arrays: list[Array]) -> bool:
    unit = [(array - array.min()) / np.ptp(array) for array in arrays]
    pooled = np.sort(np.concatenate([array.ravel() for array in unit]))
    distance = np.abs(pooled - np.linspace(0.0, 1.0, pooled.size)).max()
    return bool(distance < law_bound(pooled.size, 1e-6))


def _by_spread(arrays: list[Array]) -> str | None:
    """How the spread follows std and the shape: log s = α log std + β log in + γ log out + c."""
    measured = np.log([float(np.sqrt(np.mean(array**2))) for array in arrays])
    columns = [np.log(_SPREADS), *np.log(np.array(_SHAPES, dtype=float)).T, np.ones(len(arrays))]
    (alpha, beta, gamma, constant), *_ = np.linalg.lstsq(np.column_stack(columns), measured, rcond=None)
    # Each spread is known to 1 %, which leaves about 0.02 of uncertainty in an exponent.
    if abs(alpha - 2.0) < 0.1 or abs(alpha - 0.5) < 0.1:
        return "variance-as-std"
    if abs(alpha) < 0.1:
        return "fan-scaled" if abs(beta) > 0.2 or abs(gamma) > 0.2 else "std-ignored"
    if abs(alpha - 1.0) > 0.1:
        return None
    if abs(beta) > 0.2 or abs(gamma) > 0.2:
        return "fan-scaled"
    return _by_law(arrays, float(np.exp(constant + beta * np.log(70) + gamma * np.log(70))))


def _by_law(arrays: list[Array], factor: float) -> str | None:
    standard = np.concatenate([(array / np.sqrt(np.mean(array**2))).ravel() for array in arrays])
    if normal_distance(standard) > law_bound(standard.size, 1e-9):
        return "uniform-for-normal" if _is_uniform(arrays) else "wrong-law"
    if np.abs(standard).max() < 3.2:
        return "truncated"
    if abs(factor - 1.0) > 0.05:
        return "std-scaled"
    return None


def _recognise_params(student: Student) -> str | None:
    sizes = [4, 3, 5, 2]
    rng = np.random.default_rng(15)
    pairs = list(zip(sizes, sizes[1:], strict=False))
    drawn = [rng.standard_normal(pair) for pair in pairs]
    answer = student.run([Call("init_params", (sizes, scripted(drawn)))])[0]
    if answer.trouble is not None or not isinstance(answer.value, dict):
        return None
    params, calls = answer.value, [tuple(call) for call in answer.calls[0]]
    layers = sum(1 for name in params if name.startswith("W"))
    if calls and all(call == pair[::-1] for call, pair in zip(calls, pairs, strict=False)):
        return "sizes-swapped"
    if len(calls) == 1:
        return "weight-init-once"
    if "W0" in params:
        return "counted-from-zero"
    if layers > len(pairs) or len(calls) > len(pairs):
        return "layer-too-many"
    if layers < len(pairs):
        return "layer-missing"
    return _by_arrays(params, drawn)


def _by_arrays(params: dict[str, Any], drawn: list[Array]) -> str | None:
    for layer, W in enumerate(drawn, start=1):
        seen, b = params.get(f"W{layer}"), params.get(f"b{layer}")
        if not isinstance(seen, np.ndarray) or not isinstance(b, np.ndarray):
            return None
        if seen.shape == W.shape[::-1]:
            return "transposed"
        if b.size and np.any(b != 0):
            return "biases-not-zero"
        if seen.shape == W.shape and not np.array_equal(seen, W):
            if any(seen.shape == other.shape and np.array_equal(seen, other) for other in drawn):
                return "wrong-call-order"
            return "weights-changed"
    return None


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {
    "zeros_init": _recognise_zeros,
    "constant_init": _recognise_constant,
    "normal_init": _recognise_normal,
    "init_params": _recognise_params,
}
