"""The one place where returned values are looked at before they are judged.

Nothing vacuous passes: no empty array, no other dtype, no shape that would merely broadcast, no
subclass that compares in its own way.

    >>> require_close(np.array([1.0, 2.0]), np.array([1.0, 2.5]), "W")
    Traceback (most recent call last):
    autograder.failing.Failed: W is off by 19 %; at [1] we saw 2, expected 2.5
"""

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.catalogue import fail
from autograder.checking.refusing import (
    refuse_other_containers,
    refuse_other_dtypes,
    refuse_other_shapes,
    refuse_other_types,
    type_name,
    with_article,
)
from autograder.numerics import Array, normwise
from autograder.showing import listed

FLOAT64 = np.dtype(np.float64)
# Kinds of arrays that are judged as they are: whole numbers of any width, and truth values.
EXACT = {"i": "iu", "u": "iu", "b": "b"}
# Right float64 results, however computed, agree to 1e-12 normwise; finite differences reach 1e-11
# at best, float32 6e-8, and a weight that was updated too early 1e-4.
ARRAY_RTOL = 1e-9
# An entry that is off by less than this share of the largest one is not told to be the first wrong.
FIRST_WRONG = 1e-9
# So many parts of an answer are named, and so many sizes of their errors; the rest is counted.
# The networks of most cases have up to four layers, whose eight parameters are told one by one.
MAX_NAMED = MAX_SIZES = 8


def as_array(value: Any, shape: tuple[int, ...], what: str, ran: str = "") -> Array:
    """`value`, when it is a float64 array of that shape with finite entries; fails otherwise."""
    # Nearly all values are right ones. A sum of squares is finite only when every entry is, and
    # takes a third of the time of looking at each; where it overflows, each is looked at below.
    if (
        type(value) is np.ndarray
        and value.dtype is FLOAT64
        and value.shape == shape
        and math.isfinite(np.vdot(value, value))
    ):
        return value
    refuse_other_types(value, what, ran)
    refuse_other_shapes(value, shape, what, ran)
    refuse_other_dtypes(value, what, ran)
    if not np.isfinite(value).all():
        place = first_place(~np.isfinite(value))
        fail(
            f"{what} is {value[place]} at {index_words(place)}",
            expected="finite numbers",
            ran=ran,
            diagnosis="not-finite",
        )
    return np.asarray(value, dtype=np.float64)


def as_expected(value: Any, expected: Any, what: str, ran: str = "") -> Any:
    """`value`, when it is an array of the shape and the kind of another one; fails otherwise.

    Where whole numbers are expected, as labels are, any integer dtype does, and no other one; where
    truth values are, bool does. Everything else is float64, see `as_array`.

    >>> as_expected(np.array([0, 2], dtype=np.int32), np.array([1, 2]), "the labels")
    array([0, 2], dtype=int32)
    >>> as_expected(np.array([0.0, 2.0]), np.array([1, 2]), "the labels")
    Traceback (most recent call last):
    autograder.failing.Failed: the labels has dtype float64
    """
    kind = expected.dtype.kind
    if kind not in EXACT:
        return as_array(value, expected.shape, what, ran)
    refuse_other_types(value, what, ran)
    refuse_other_shapes(value, expected.shape, what, ran)
    if value.dtype.kind not in EXACT[kind]:
        wanted = "a dtype of whole numbers, such as int64" if kind in "iu" else "dtype bool"
        fail(f"{what} has dtype {value.dtype}", expected=wanted, ran=ran, diagnosis="wrong-dtype")
    return np.asarray(value)


def as_number(value: Any, what: str, ran: str = "") -> float:
    """`value`, when it is one finite real number (Python's or NumPy's); fails otherwise."""
    if value is None:
        fail(f"{what} is None", expected="a number", ran=ran, diagnosis="returns-nothing")
    number = isinstance(value, (int, float, np.generic)) or (
        isinstance(value, np.ndarray) and value.ndim == 0
    )
    if not number or (
        isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind not in "fiu"
    ):
        kind = (
            f"an array of shape {value.shape}"
            if isinstance(value, np.ndarray)
            else with_article(type_name(value))
        )
        fail(
            f"{what} is {kind}",
            expected="one number",
            ran=ran,
            diagnosis="wrong-shape" if isinstance(value, np.ndarray) else "wrong-type",
        )
    if isinstance(value, (np.ndarray, np.generic)) and value.dtype in (np.float32, np.float16):
        fail(f"{what} has dtype {value.dtype}", expected="float64", ran=ran, diagnosis="float32")
    if not np.isfinite(value):
        fail(f"{what} is {value}", expected="a finite number", ran=ran, diagnosis="not-finite")
    return float(value)


def as_sequence(value: Any, length: int, what: str, ran: str = "") -> Sequence[Any]:
    """`value`, when it is a list or tuple of that length; fails otherwise."""
    refuse_other_containers(value, (list, tuple), f"a list of {length}", what, ran)
    if len(value) != length:
        said = f"{what} has length {len(value)}"
        fail(said, expected=f"length {length}", ran=ran, diagnosis="wrong-count")
    sequence: Sequence[Any] = value
    return sequence


def as_layer_lists(value: Any, depth: int, ran: str = "") -> Mapping[str, Any]:
    """The parts of `(a, h)`, when it is a list of each layer's a and one of h, which has one more.

    They are called a1, …, aL and h[0], …, h[L]; what they are is not looked at.
    """
    a, h = as_sequence(value, 2, "the result", ran)
    a = as_sequence(a, depth, "the list a", ran)
    h = as_sequence(h, depth + 1, "the list h", ran)
    parts = {f"a{layer}": array for layer, array in enumerate(a, start=1)}
    return parts | {f"h[{layer}]": array for layer, array in enumerate(h)}


def as_entries(value: Any, names: Collection[str], what: str, ran: str = "") -> Mapping[str, Any]:
    """The entries under these keys, when `value` is a dict that has them all; fails otherwise."""
    refuse_other_containers(value, (dict,), "a dict", what, ran)
    absent = [name for name in names if name not in value]
    if absent:
        # The keys that nobody asked for come first: they show what was taken for the others.
        has = sorted(map(str, value), key=lambda key: key in names)
        fail(
            f"{what} lacks {listed(absent)} (its keys: {listed(has, 12) or 'none'})",
            expected=f"keys {listed(list(names), 26)}",
            ran=ran,
            diagnosis="wrong-keys",
        )
    return {name: value[name] for name in names}


def as_params(
    value: Any, shapes: Mapping[str, tuple[int, ...]], what: str, ran: str = ""
) -> dict[str, Array]:
    """`value`, when it is a dict with an array of the right shape for every name; else fails."""
    entries = as_entries(value, shapes, what, ran)
    return {name: as_array(entries[name], shape, name, ran) for name, shape in shapes.items()}


def shapes_of(params: Mapping[str, Array]) -> dict[str, tuple[int, ...]]:
    """Name -> shape, in order."""
    return {name: array.shape for name, array in params.items()}


def require_close(
    observed: Array,
    expected: Array,
    what: str,
    ran: str = "",
    *,
    rtol: float = ARRAY_RTOL,
    kept: float = 0.0,
) -> None:
    """Fail unless two arrays of one shape agree normwise.

    Raises:
        Failed: they do not; the message has the first entry that differs.
    """
    error = normwise(observed, expected)
    if error > rtol:
        fail(
            f"{what} is {how_far(observed, expected)}; {first_wrong(observed, expected)}",
            ran=ran,
            kept=kept,
        )


def each_off(wrong: Mapping[str, tuple[Array, Array]], right: Sequence[str] = ()) -> str:
    """How far each named (observed, expected) pair is off, and the first entry that differs.

    Of a stack of fifty layers the first few are named, and the others counted.
    """
    by_size: dict[str, list[str]] = {}
    for name, pair in wrong.items():
        by_size.setdefault(how_far(*pair), []).append(name)
    parts = [_so_far(group, size) for size, group in by_size.items()]
    if len(parts) > MAX_SIZES:
        more = sum(map(len, list(by_size.values())[MAX_SIZES - 1 :]))
        parts[MAX_SIZES - 1 :] = [f"{more} others off as well"]
    if right:
        parts.append(f"{_and(right)} right")
    name = next(iter(wrong))
    return f"{', '.join(parts)}; {name} {first_wrong(*wrong[name])}"


def _so_far(names: Sequence[str], size: str) -> str:
    if len(names) <= MAX_NAMED:
        return f"{_and(names)} {size}"
    return f"{_and(names[: MAX_NAMED - 1])} {size}, as are {len(names) - MAX_NAMED + 1} others"


def first_wrong(observed: Array, expected: Array) -> str:
    """The first entry in which two arrays of one shape differ, in words."""
    if expected.dtype.kind in EXACT:
        wrong = observed != expected
    else:
        scale = float(np.abs(expected).max()) or np.finfo(np.float64).tiny
        wrong = np.abs(observed - expected) > FIRST_WRONG * scale
    if not wrong.any():
        return "differs by less than 1e-9 of the largest entry everywhere"
    place = first_place(wrong)
    saw, wanted = apart(float(observed[place]), float(expected[place]))
    at = f"at {index_words(place)} " if place else ""
    return f"{at}we saw {saw}, expected {wanted}"


def apart(observed: float, expected: float) -> tuple[str, str]:
    """Both numbers with as many digits as it takes to tell them apart, six at least."""
    for digits in range(6, 17):
        both = f"{observed:.{digits}g}", f"{expected:.{digits}g}"
        if both[0] != both[1]:
            return both
    return f"{observed:.17g}", f"{expected:.17g}"


def first_place(where: Any) -> tuple[int, ...]:
    """The first index at which a mask is true."""
    return tuple(int(i) for i in np.argwhere(where)[0])


def how_far(observed: Array, expected: Array) -> str:
    """How far an array is from the one expected, both of one shape, for people: "off by 56 %".

    Normwise. Nothing is relative to zeros, and the squares of numbers above 1e154 are infinite.
    Whole numbers and truth values are counted: "wrong at 3 of 12 places".
    """
    if expected.dtype.kind in EXACT:
        return f"wrong at {np.count_nonzero(observed != expected)} of {expected.size} places"
    error = normwise(observed, expected)
    if not np.any(expected):
        return "not zero"
    if not math.isfinite(error):
        return "off by more than 1e150 times its size"
    if error >= 10:
        return f"off by {error:.3g} times its size"
    if error >= 0.001:  # two digits at least, and never "1e+02"
        return f"off by {100 * error:.2g} %" if error < 0.1 else f"off by {100 * error:.0f} %"
    return f"off by {error:.1e} (relative)"


def index_words(place: tuple[int, ...]) -> str:
    """An index for people."""
    return f"[{', '.join(map(str, place))}]"


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
