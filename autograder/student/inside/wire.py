"""The wire format between the grader and the student process.

A frame is four bytes of length and one encoded value. A value is a tag byte and its content:
None, booleans, integers, floats, text, bytes, lists, tuples, dicts with text keys, arrays (dtype,
memory order, shape, bytes), and *described* things (a generator, a callable, the result of an
earlier call), which are rebuilt from words, never sent. Nothing is ever unpickled, and a reader
allocates nothing that the frame's own length does not pay for.

This module runs on both sides and imports nothing but the standard library and NumPy.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

MAX_FRAME = 64 * 1024 * 1024  # bytes; the largest honest frame (a class's largest draw) is 1 MB
MAX_DEPTH = 24
_DTYPES = [
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float16",
    "float32",
    "float64",
    "complex64",
    "complex128",
]
_CODE_OF = {np.dtype(name): code for code, name in enumerate(_DTYPES)}
_DTYPE_OF = dict(enumerate(np.dtype(name) for name in _DTYPES))
_F_ORDER, _READ_ONLY, _SCALAR = 1, 2, 4

_U32, _I64, _F64 = struct.Struct("<I"), struct.Struct("<q"), struct.Struct("<d")
_ARRAY_HEAD = struct.Struct("<BBB")
HEADER = _U32


class WireError(ValueError):
    """The bytes are not a value of this format."""


@dataclass(frozen=True, slots=True)
class Described:
    """Something that is told, not sent: the receiver makes it from `fields`."""

    kind: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Foreign:
    """Stands for a value that this format does not carry; `type_name` says what it was."""

    type_name: str


def encode(value: Any) -> bytes:
    """The bytes of `value`. What the format does not carry becomes `Foreign`."""
    out = bytearray()
    _put(out, value, 0)
    return bytes(out)


def decode(data: bytes | memoryview) -> Any:
    """The value of `data`; arrays are new and own their memory.

    Raises:
        WireError: anything malformed, trailing bytes included.
    """
    reader = _Reader(memoryview(data))
    value = reader.value(0)
    if reader.at != len(reader.data):
        raise WireError("bytes after the value")
    return value


def frame(value: Any) -> bytes:
    """`value` with its length in front."""
    body = encode(value)
    if len(body) > MAX_FRAME:
        body = encode(Foreign(f"a value of {len(body):,} bytes"))
    return HEADER.pack(len(body)) + body


# --- writing ------------------------------------------------------------------------------------


def _put(out: bytearray, value: Any, depth: int) -> None:
    if depth > MAX_DEPTH:
        _put_foreign(out, Foreign("nested too deep"), depth)
        return
    put = _PUTTERS.get(type(value))
    if put is None:
        put = _putter_by_base(value)
    put(out, value, depth)


def _putter_by_base(value: Any) -> Callable[[bytearray, Any, int], None]:
    # Subclasses of dict, list and tuple count as what they are; subclasses of arrays and numbers
    # do not, because they may compare and compute in their own way.
    if isinstance(value, np.generic):
        return _put_array
    for base in (dict, list, tuple, str):
        if isinstance(value, base):
            return _PUTTERS[base]
    return _put_foreign


def _put_none(out: bytearray, value: Any, depth: int) -> None:
    out += b"N"


def _put_bool(out: bytearray, value: Any, depth: int) -> None:
    out += b"T" if value else b"F"


def _put_int(out: bytearray, value: Any, depth: int) -> None:
    if -(2**63) <= value < 2**63:
        out += b"i" + _I64.pack(value)
    else:
        _put_foreign(out, Foreign("an integer of more than 64 bits"), depth)


def _put_float(out: bytearray, value: Any, depth: int) -> None:
    out += b"f" + _F64.pack(value)


def _put_text(out: bytearray, value: Any, depth: int) -> None:
    data = str.encode(value, "utf-8", "replace")
    out += b"s" + _U32.pack(len(data)) + data


def _put_bytes(out: bytearray, value: Any, depth: int) -> None:
    out += b"b" + _U32.pack(len(value)) + value


def _put_list(out: bytearray, value: Any, depth: int) -> None:
    _put_sequence(out, b"l", list(list.__iter__(value)), depth)


def _put_tuple(out: bytearray, value: Any, depth: int) -> None:
    _put_sequence(out, b"t", list(tuple.__iter__(value)), depth)


def _put_sequence(out: bytearray, tag: bytes, items: list[Any], depth: int) -> None:
    out += tag + _U32.pack(len(items))
    for item in items:
        _put(out, item, depth + 1)


def _put_dict(out: bytearray, value: Any, depth: int) -> None:
    pairs = [(key, item) for key, item in value.items() if isinstance(key, str)]
    out += b"d" + _U32.pack(len(pairs))
    for key, item in pairs:
        data = key.encode("utf-8", "replace")
        out += _U32.pack(len(data)) + data
        _put(out, item, depth + 1)


def _put_array(out: bytearray, value: Any, depth: int) -> None:
    array = np.asarray(value)
    code = _CODE_OF.get(array.dtype.newbyteorder("="))
    if code is None or array.ndim > 16:
        _put_foreign(out, Foreign(f"an array of dtype {array.dtype}"), depth)
        return
    if array.nbytes > MAX_FRAME:
        _put_foreign(out, Foreign(f"an array of shape {array.shape}"), depth)
        return
    fortran = array.flags.f_contiguous and not array.flags.c_contiguous
    flags = (
        (_F_ORDER if fortran else 0)
        | (0 if array.flags.writeable else _READ_ONLY)
        | (_SCALAR if isinstance(value, np.generic) else 0)
    )
    native = array.astype(array.dtype.newbyteorder("="), copy=False)
    out += b"a" + _ARRAY_HEAD.pack(code, flags, array.ndim)
    for length in array.shape:
        out += _I64.pack(length)
    out += native.tobytes("F" if fortran else "C")


def _put_described(out: bytearray, value: Any, depth: int) -> None:
    out += b"D"
    _put_text(out, value.kind, depth)
    _put_dict(out, value.fields, depth)


def _put_foreign(out: bytearray, value: Any, depth: int) -> None:
    name = value.type_name if type(value) is Foreign else type_name(value)
    out += b"x"
    _put_text(out, name[:200], depth)


def type_name(value: object) -> str:
    """The type's own name, whatever `__class__` pretends."""
    kind = type(value)
    name = type.__dict__["__name__"].__get__(kind)
    return str(name)


_PUTTERS: dict[type, Callable[[bytearray, Any, int], None]] = {
    type(None): _put_none,
    bool: _put_bool,
    int: _put_int,
    float: _put_float,
    str: _put_text,
    bytes: _put_bytes,
    list: _put_list,
    tuple: _put_tuple,
    dict: _put_dict,
    np.ndarray: _put_array,
    Described: _put_described,
    Foreign: _put_foreign,
}


# --- reading ------------------------------------------------------------------------------------


class _Reader:
    __slots__ = ("at", "data")

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> memoryview:
        end = self.at + count
        if end > len(self.data):
            raise WireError("cut short")
        piece = self.data[self.at : end]
        self.at = end
        return piece

    def value(self, depth: int) -> Any:
        if depth > MAX_DEPTH + 4:
            raise WireError("nested too deep")
        tag = self.take(1)[0]
        read = _READERS.get(tag)
        if read is None:
            raise WireError(f"an unknown tag {tag}")
        return read(self, depth)

    def u32(self) -> int:
        return int(_U32.unpack(self.take(4))[0])

    def text(self) -> str:
        return bytes(self.take(self.u32())).decode("utf-8", "replace")

    def items(self, depth: int) -> list[Any]:
        count = self.u32()
        if count > len(self.data) - self.at:  # an item is at least one byte
            raise WireError("a count beyond the frame")
        return [self.value(depth + 1) for _ in range(count)]

    def mapping(self, depth: int) -> dict[str, Any]:
        count = self.u32()
        if count > len(self.data) - self.at:
            raise WireError("a count beyond the frame")
        result = {}
        for _ in range(count):
            key = self.text()
            result[key] = self.value(depth + 1)
        return result

    def array(self) -> Any:
        code, flags, ndim = _ARRAY_HEAD.unpack(self.take(3))
        dtype = _DTYPE_OF.get(code)
        if dtype is None or ndim > 16:
            raise WireError("an unknown dtype or too many axes")
        shape = tuple(int(_I64.unpack(self.take(8))[0]) for _ in range(ndim))
        count = 1
        for length in shape:
            if length < 0:
                raise WireError("a negative length")
            count *= length
        if count * dtype.itemsize > len(self.data) - self.at:
            raise WireError("cut short")
        flat = np.frombuffer(bytes(self.take(count * dtype.itemsize)), dtype=dtype).copy()
        array = flat.reshape(shape, order="F" if flags & _F_ORDER else "C")
        if flags & _SCALAR and ndim == 0:
            return array[()]
        if flags & _READ_ONLY:
            array.flags.writeable = False
        return array

    def described(self, depth: int) -> Described:
        kind = self.value(depth + 1)
        fields = self.value(depth + 1)
        if not isinstance(kind, str) or not isinstance(fields, dict):
            raise WireError("a description without a kind")
        return Described(kind, fields)

    def foreign(self, depth: int) -> Foreign:
        name = self.value(depth + 1)
        if not isinstance(name, str):
            raise WireError("a foreign value without a name")
        return Foreign(name)


_READERS: dict[int, Callable[[_Reader, int], Any]] = {
    ord("N"): lambda reader, depth: None,
    ord("T"): lambda reader, depth: True,
    ord("F"): lambda reader, depth: False,
    ord("i"): lambda reader, depth: int(_I64.unpack(reader.take(8))[0]),
    ord("f"): lambda reader, depth: float(_F64.unpack(reader.take(8))[0]),
    ord("s"): lambda reader, depth: reader.text(),
    ord("b"): lambda reader, depth: bytes(reader.take(reader.u32())),
    ord("l"): lambda reader, depth: reader.items(depth),
    ord("t"): lambda reader, depth: tuple(reader.items(depth)),
    ord("d"): lambda reader, depth: reader.mapping(depth),
    ord("a"): lambda reader, depth: reader.array(),
    ord("D"): lambda reader, depth: reader.described(depth),
    ord("x"): lambda reader, depth: reader.foreign(depth),
}
