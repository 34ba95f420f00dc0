"""The sentences on what is no array of the form that is asked for."""

from typing import Any

import numpy as np

from autograder.catalogue import fail
from autograder.student.guest.values import Foreign


def refuse_other_types(value: Any, what: str, ran: str) -> None:
    """Fails unless `value` is an array of NumPy's, or one of its numbers."""
    if value is None:
        fail(f"{what} is None", expected="an array", ran=ran, diagnosis="returns-nothing")
    if isinstance(value, Foreign):
        name = value.type_name
        fail(
            f"{what} is {with_article(name)}",
            expected="a NumPy array of float64",
            ran=ran,
            diagnosis=_of_foreign(name),
        )
    if isinstance(value, (list, tuple)):
        fail(
            f"{what} is a {type(value).__name__}",
            expected="a NumPy array",
            ran=ran,
            diagnosis="list-for-array",
        )
    if not isinstance(value, (np.ndarray, np.generic)):
        fail(
            f"{what} is {with_article(type(value).__name__)}",
            expected="a NumPy array",
            ran=ran,
            diagnosis="wrong-shape" if isinstance(value, (int, float)) else "wrong-type",
        )


def refuse_other_containers(
    value: Any, kinds: tuple[type, ...], expected: str, what: str, ran: str
) -> None:
    """Fails unless `value` is of one of these kinds, which `expected` says in words."""
    if value is None:
        fail(f"{what} is None", expected=expected, ran=ran, diagnosis="returns-nothing")
    if not isinstance(value, kinds):
        name = with_article(type_name(value))
        fail(f"{what} is {name}", expected=expected, ran=ran, diagnosis="wrong-type")


def refuse_other_shapes(value: Any, shape: tuple[int, ...], what: str, ran: str) -> None:
    """Fails unless an array has this shape."""
    if value.shape != shape:
        turned = len(shape) > 1 and value.shape == shape[::-1]
        other = "wrong-shape" if value.size else "empty-array"
        fail(
            f"{what} has shape {value.shape}",
            expected=f"shape {shape}",
            ran=ran,
            diagnosis="transposed" if turned else other,
        )


def refuse_other_dtypes(value: Any, what: str, ran: str) -> None:
    """Fails unless an array is float64."""
    if value.dtype == np.float64:
        return
    by_kind = {"i": "integer-array", "u": "integer-array", "b": "truth-values"}
    coarse = value.dtype in (np.float32, np.float16)
    fail(
        f"{what} has dtype {value.dtype}",
        expected="dtype float64",
        ran=ran,
        diagnosis="float32" if coarse else by_kind.get(value.dtype.kind, "wrong-type"),
    )


def _of_foreign(name: str) -> str:
    if "object" in name:
        return "object-array"
    if name.startswith("array of"):  # NumPy's own array, of strings, say
        return "wrong-type"
    return "array-subclass" if "rray" in name or name == "matrix" else "wrong-type"


def type_name(value: Any) -> str:
    """The type of a value in the student's process."""
    return value.type_name if isinstance(value, Foreign) else type(value).__name__


def with_article(name: str) -> str:
    """The name with "a" or "an"."""
    return f"an {name}" if name[:1].lower() in "aeiou" else f"a {name}"
