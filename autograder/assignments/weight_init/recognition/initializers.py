"""Known wrong initializers that draw nothing: constants, and the parameters of a network."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checking.recognition.bank import ask
from autograder.checking.recognition.fits import all_close, factor_between, name_of_factor
from autograder.checking.recognition.values import FACTOR, NOTHING, RIGHT, flat
from autograder.numerics import Array
from autograder.student.calls import Call, Student, scripted


def _recognise_zeros(student: Student) -> str | None:
    shapes = [(4, 3), (3, 5), (4, 4), (1, 1), (1, 6), (6, 1)]
    arrays = _matrices(ask(student, "zeros_init", shapes), shapes)
    if isinstance(arrays, str):
        return arrays
    return "not-zero" if any(array.any() for array in arrays) else None


def _matrices(values: Sequence[Any], shapes: Sequence[tuple[int, int]]) -> list[Array] | str:
    """The matrices, or [] when one is missing or of another shape; or the id of swapped sizes."""
    parts = [flat(value) if isinstance(value, np.ndarray) else None for value in values]
    arrays = [part[0] for part in parts if part]
    if len(arrays) < len(shapes):
        return []
    seen = [array.shape for array in arrays]
    if seen != list(shapes) and seen == [shape[::-1] for shape in shapes]:
        return "sizes-swapped"
    fits = seen == list(shapes) and all(np.isfinite(array).all() for array in arrays)
    return arrays if fits else []


_CONSTANTS = [
    *((4, 3, 0.3), (3, 5, -1.7), (2, 2, 2.6), (6, 1, 0.123456), (2, 7, -0.8)),
    *((3, 4, 1250.5), (5, 2, 0.0)),
]


def _recognise_constant(student: Student) -> str | None:
    values = ask(student, "constant_init", _CONSTANTS)
    arrays = _matrices(values, [(rows, columns) for rows, columns, _ in _CONSTANTS])
    if isinstance(arrays, str) or not arrays:
        return arrays if isinstance(arrays, str) else None
    given = np.array([value for *_, value in _CONSTANTS])
    if any(np.ptp(array) > RIGHT for array in arrays):
        return _not_constant(arrays, given)
    return _by_constant(np.array([array.flat[0] for array in arrays]), given)


def _by_constant(seen: Array, given: Array) -> str | None:
    if np.allclose(seen, given, rtol=RIGHT, atol=0):
        return None
    if np.ptp(seen) == 0.0 or np.allclose(seen[:-1], given[:-1], rtol=RIGHT):
        return "value-ignored"
    if np.array_equal(seen, np.clip(given, seen.min(), seen.max())):
        return "clipped"
    if any(np.array_equal(seen, whole(given)) for whole in (np.trunc, np.round, np.floor, np.ceil)):
        return "integer-weights"
    if any(np.array_equal(seen, np.round(given, digits)) for digits in (1, 2, 3, 4, 5)):
        return "rounded"
    if np.array_equal(seen, np.abs(given)):
        return "absolute-values"
    if np.array_equal(seen, given.astype(np.float32).astype(np.float64)):
        return "float32"
    used = given != 0.0
    return _by_ratio(seen[used] / given[used]) if not seen[~used].any() else None


def _by_ratio(ratios: Array) -> str | None:
    if all_close(list(ratios), float(ratios[0])):
        return name_of_factor(float(ratios[0]))
    fans = np.array([(rows, columns) for rows, columns, value in _CONSTANTS if value != 0.0])
    return "fan-scaled" if (ratios > 0).all() and scales_with_fans(ratios, fans) else None


def scales_with_fans(ratios: Any, fans: Any) -> bool:
    """Whether the ratios are a constant times powers of fan_in, fan_out or their sum."""
    fans = np.asarray(fans, dtype=float)
    for design in (np.log(fans), np.log(fans.sum(axis=1, keepdims=True))):
        columns = np.column_stack([design, np.ones(len(fans))])
        powers, *_ = np.linalg.lstsq(columns, np.log(ratios), rcond=None)
        if np.abs(columns @ powers - np.log(ratios)).max() < NOTHING:
            return bool(np.abs(powers[:-1]).max() > FACTOR)
    return False


def _not_constant(arrays: Sequence[Array], given: Array) -> str | None:
    usual = list(zip(arrays, given, strict=True))[:-1]
    diagonal = all(np.array_equal(array, v * np.eye(*array.shape)) for array, v in usual)
    filled = all(((array == v) | (array == 0.0)).all() for array, v in usual)
    return "entries-not-filled" if filled and not diagonal else "not-constant"


def _recognise_params(student: Student) -> str | None:
    # So many layers that the last ones are new even to a function that keeps what it made before.
    sizes = [4, 3, 5, 2, 2, 3, 4, 2, 3, 5, 4, 3, 2, 6, 3, 2]
    shapes = list(zip(sizes, sizes[1:], strict=False))
    rng = np.random.default_rng(15)
    made = ({shape: rng.standard_normal(shape) for shape in shapes} for _ in range(2))
    first, second = ([by_shape[shape] for shape in shapes] for by_shape in made)
    answers = student.run(
        [Call("init_params", (list(sizes), scripted(drawn))) for drawn in (first, second)]
    )
    params, again = (a.value if a.trouble is None else None for a in answers)
    calls = [tuple(call) for call in answers[0].calls[0]] if answers[0].calls else []
    id_ = name_of_calls(calls, shapes)
    if answers[0].trouble is not None and not calls:
        return None  # it never came to calling weight_init
    if not isinstance(params, dict):
        return id_ if id_ not in {"layer-too-many", "layer-missing"} else None
    if isinstance(again, dict) and _repeats(again, first, second):
        return "keeps-state"
    names = {str(name) for name in params}
    if {"W0", "b0", f"W{len(shapes) - 1}"} <= names and f"W{len(shapes)}" not in names:
        return "counted-from-zero"
    if id_ == "layer-too-many" and f"W{len(shapes) + 1}" not in names:
        return "weight-init-extra-calls"
    if id_ == "layer-missing" and f"W{len(shapes)}" in names:
        return "weight-init-once"
    return id_ or _by_arrays(params, first)


def sizes_of(calls: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """The arguments of each call, and None for what is no number: arrays do not compare."""
    return [
        [size if isinstance(size, (int, float, np.number)) else None for size in call]
        for call in calls
    ]


def name_of_calls(
    calls: Sequence[Sequence[Any]], pairs: Sequence[tuple[int, int] | list[int]]
) -> str | None:
    """What is wrong with the calls of weight_init, by their arguments."""
    plain = sizes_of(calls)
    wanted = [list(pair) for pair in pairs]
    if not plain:
        return "weight-init-ignored"
    if any(isinstance(argument, dict) for call in calls for argument in call):
        return "calls-by-keyword"
    if all(len(call) == 1 and isinstance(call[0], (list, tuple)) for call in calls):
        return "sizes-as-tuple"
    if plain == wanted:
        return None
    if plain == [pair[::-1] for pair in wanted]:
        return "sizes-swapped"
    if len(plain) == 1:
        return "weight-init-once"
    if len(plain) != len(wanted):
        return "layer-too-many" if len(plain) > len(wanted) else "layer-missing"
    return "wrong-call-order" if sorted(map(str, plain)) == sorted(map(str, wanted)) else None


def _centred(seen: Array, W: Array, axis: int | None) -> bool:
    """Whether W came about its mean: of all, of each column, or of each row; at any spread."""
    about = W - W.mean(axis=axis, keepdims=True)
    ways = (about, about / W.std(axis=axis, keepdims=True))
    return any(seen.shape == W.shape and np.allclose(seen, way, rtol=NOTHING) for way in ways)


def _repeats(params: dict[Any, Any], first: Sequence[Array], second: Sequence[Array]) -> bool:
    return any(
        np.array_equal(W, old) and not np.array_equal(old, new)
        for layer, (old, new) in enumerate(zip(first, second, strict=True), start=1)
        if isinstance(W := params.get(f"W{layer}"), np.ndarray)
    )


def _by_arrays(params: dict[Any, Any], drawn: Sequence[Array]) -> str | None:
    weights = [params.get(f"W{layer}") for layer in range(1, len(drawn) + 1)]
    biases = [params.get(f"b{layer}") for layer in range(1, len(drawn) + 1)]
    if not all(isinstance(array, np.ndarray) and array.dtype.kind == "f" for array in weights):
        return None
    if any(isinstance(b, np.ndarray) and b.dtype.kind == "f" and np.any(b != 0) for b in biases):
        return "biases-not-zero"
    pairs = [(np.asarray(seen), W) for seen, W in zip(weights, drawn, strict=True)]
    if all(np.array_equal(seen, W) for seen, W in pairs):
        return None
    if all(np.array_equal(seen, W.T) for seen, W in pairs):
        return "transposed"
    if any(all(_centred(seen, W, axis) for seen, W in pairs) for axis in (None, 0, 1)):
        return "normalised"
    found = [factor_between(seen, W) for seen, W in pairs]
    factors = [factor for factor in found if factor is not None and factor > 0]
    if len(factors) == len(found):
        if all_close(factors, factors[0]):
            return name_of_factor(factors[0])
        if scales_with_fans(factors, [W.shape for _, W in pairs]):
            return "fan-scaled"
    return None


RECOGNISERS: dict[str, Callable[[Student], str | None]] = {
    "zeros_init": _recognise_zeros,
    "constant_init": _recognise_constant,
    "init_params": _recognise_params,
}
