"""What travels between the grader and a student process, and the bounds it is held to.

A value is None, a boolean, an integer, a float, text, bytes, a list, a tuple, a dict with text
keys, or an array; or it is *described* (a generator, a callable, the result of an earlier call),
and then rebuilt from words. `encoding` and `decoding` turn values into bytes and back.

The modules of this folder run inside the student process and import nothing but the standard
library, NumPy and each other; the grader uses those about values and messages, too.
"""

import struct
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

import numpy as np

MAX_FRAME = 64 * 1024 * 1024  # bytes; the largest honest frame (a class's largest draw) is 1 MB
MAX_ARRAY = 4 * 1024 * 1024  # bytes; of a larger array the shape is told
MAX_DEPTH = 24
MAX_AXES = 16
# Told of one call: arrays that share memory, the student's frames and the bases of an exception.
MAX_PAIRS, MAX_FRAMES, MAX_BASES = 50, 6, 50
DTYPES = ["bool", *(f"{kind}{bits}" for kind in ("int", "uint") for bits in (8, 16, 32, 64))]
DTYPES += ["float16", "float32", "float64", "complex64", "complex128"]
FLOAT64 = np.dtype("float64")
F_ORDER, READ_ONLY, SCALAR, STRIDED = 1, 2, 4, 8
SHAPES = [struct.Struct(f"<{axes}q") for axes in range(MAX_AXES + 1)]


class WireError(ValueError):
    """The bytes are not a value of this format."""


@dataclass(frozen=True, slots=True)
class Described:
    """Something that is told, not sent: the receiver makes it from `fields`."""

    kind: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A value that has been encoded already, for one that is sent several times."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Foreign:
    """Stands for a value that this format does not carry; `type_name` says what it was."""

    type_name: str


def told(function: Any, item: Described) -> Any:
    """A function that was made of a description, with the description on it."""
    function.described = item
    return function


def as_told(value: Any) -> Any:
    """The description that a function was made of; anything else as it is."""
    return value.__dict__.get("described", value) if type(value) is FunctionType else value


def type_name(value: object) -> str:
    """The type's own name, whatever `__class__` pretends."""
    kind = type(value)
    name = type.__dict__["__name__"].__get__(kind)
    return str(name)
