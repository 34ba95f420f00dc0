"""The wire format between the grader and the student process.

A frame is four bytes of length and one encoded value. A value is a tag byte and its content:
None, booleans, integers, floats, text, bytes, lists, tuples, dicts with text keys, arrays (dtype,
memory layout, shape, bytes), and *described* things (a generator, a callable, the result of an
earlier call), which are rebuilt from words, never sent. Nothing is ever unpickled, and a reader
allocates no more than twice what the frame's own length pays for.

This module runs on both sides and imports nothing but the standard library and NumPy.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

MAX_FRAME = 64 * 1024 * 1024  # bytes; the largest honest frame (a class's largest draw) is 1 MB
MAX_DEPTH = 24
MAX_REMEMBERED = 40  # characters of a text whose encoding is kept
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
# A dtype's number is found much faster than the dtype, whose hash is a computation of its own.
_CODE_OF_NUMBER = {dtype.num: code for dtype, code in _CODE_OF.items()}
_DTYPE_OF = dict(enumerate(np.dtype(name) for name in _DTYPES))
_F_ORDER, _READ_ONLY, _SCALAR, _STRIDED = 1, 2, 4, 8

_U32, _I64, _F64 = struct.Struct("<I"), struct.Struct("<q"), struct.Struct("<d")
_TAG_U32, _TAG_I64, _TAG_F64 = (struct.Struct(f"<c{kind}") for kind in "Iqd")
_u32 = _U32.unpack_from
_ARRAY_HEAD = struct.Struct("<BBB")
MAX_AXES = 16
_ARRAY_HEADS = [struct.Struct(f"<cBBB{axes}q") for axes in range(MAX_AXES + 1)]
_SHAPES = [struct.Struct(f"<{axes}q") for axes in range(MAX_AXES + 1)]
HEADER = _U32


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
    data = bytes(data)
    try:
        value, at = _read(data, 0, 0)
    except (struct.error, IndexError) as error:
        raise WireError("cut short") from error
    except (ValueError, TypeError) as error:  # NumPy's, of a shape beyond all bounds
        raise error if isinstance(error, WireError) else WireError(f"{error}") from error
    if at != len(data):
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
    kind = type(value)  # not isinstance, which believes what `__class__` says
    if issubclass(kind, np.generic):
        return _put_array
    for base in (dict, list, tuple, str):
        if issubclass(kind, base):
            return _PUTTERS[base]
    return _put_foreign


def _put_none(out: bytearray, value: Any, depth: int) -> None:
    out += b"N"


def _put_bool(out: bytearray, value: Any, depth: int) -> None:
    out += b"T" if value else b"F"


def _put_int(out: bytearray, value: Any, depth: int) -> None:
    if -(2**63) <= value < 2**63:
        out += _TAG_I64.pack(b"i", value)
    else:
        _put_foreign(out, Foreign("an integer of more than 64 bits"), depth)


def _put_float(out: bytearray, value: Any, depth: int) -> None:
    out += _TAG_F64.pack(b"f", value)


def _put_text(out: bytearray, value: Any, depth: int) -> None:
    out += _text(value) if type(value) is str and len(value) < MAX_REMEMBERED else _as_text(value)


def _as_text(value: str) -> bytes:
    data = str.encode(value, "utf-8", "replace")
    return _TAG_U32.pack(b"s", len(data)) + data


_text = lru_cache(maxsize=256)(_as_text)  # names of functions and of things described


def _put_bytes(out: bytearray, value: Any, depth: int) -> None:
    out += _TAG_U32.pack(b"b", len(value))
    out += value


def _put_list(out: bytearray, value: Any, depth: int) -> None:
    items = value if type(value) is list else list(list.__iter__(value))
    _put_sequence(out, b"l", items, depth)


def _put_tuple(out: bytearray, value: Any, depth: int) -> None:
    _put_sequence(out, b"t", list(tuple.__iter__(value)), depth)


def _put_sequence(out: bytearray, tag: bytes, items: list[Any], depth: int) -> None:
    out += _TAG_U32.pack(tag, len(items))
    depth += 1
    for item in items:
        # As `_put`, without the call: there are thousands of values in a submission.
        put = _PUTTERS.get(type(item)) if depth <= MAX_DEPTH else _put
        (put or _putter_by_base(item))(out, item, depth)


def _put_dict(out: bytearray, value: Any, depth: int) -> None:
    start, count = len(out), 0
    out += _TAG_U32.pack(b"d", 0)
    depth += 1
    for key, item in dict.items(value):
        if type(key) is not str:
            if not issubclass(type(key), str):
                continue
            key = str.__str__(key)
        count += 1
        out += _key(key)
        put = _PUTTERS.get(type(item)) if depth <= MAX_DEPTH else _put
        (put or _putter_by_base(item))(out, item, depth)
    _U32.pack_into(out, start + 1, count)


@lru_cache(maxsize=256)
def _key(key: str) -> bytes:
    """A key of a dict, with its length; the same few come again and again."""
    data = key.encode("utf-8", "replace")
    return _U32.pack(len(data)) + data


def _put_array(out: bytearray, value: Any, depth: int) -> None:
    array = value if type(value) is np.ndarray else np.asarray(value)
    dtype = array.dtype
    code = _CODE_OF_NUMBER.get(dtype.num)
    if code is None or not dtype.isnative:
        code = _CODE_OF.get(dtype if dtype.isnative else dtype.newbyteorder("="))
    axes = array.ndim
    if code is None or axes > MAX_AXES:
        _put_foreign(out, Foreign(f"an array of dtype {dtype}"), depth)
        return
    if array.nbytes > MAX_FRAME:
        _put_foreign(out, Foreign(f"an array of shape {array.shape}"), depth)
        return
    flags = array.flags
    bits = 0 if flags.writeable else _READ_ONLY
    fortran = not flags.c_contiguous and flags.f_contiguous
    if fortran:
        bits |= _F_ORDER
    elif not flags.c_contiguous:
        bits |= _STRIDED
    if array is not value:
        bits |= _SCALAR
    if not dtype.isnative:
        array = array.astype(dtype.newbyteorder("="))
    out += _ARRAY_HEADS[axes].pack(b"a", code, bits, axes, *array.shape)
    out += array.tobytes("F") if fortran else array.tobytes()


def _put_described(out: bytearray, value: Any, depth: int) -> None:
    out += b"D"
    _put_text(out, value.kind, depth)
    _put_dict(out, value.fields, depth)


def _put_encoded(out: bytearray, value: Any, depth: int) -> None:
    out += value.data


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
    Encoded: _put_encoded,
    Foreign: _put_foreign,
}


# --- reading ------------------------------------------------------------------------------------
#
# Every reader takes the bytes and a place in them, and returns a value and the place behind it.


def _read(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    return _READERS[data[at]](data, at + 1, depth)


def _unknown(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    raise WireError(f"an unknown tag {data[at - 1]}")


def _read_text(data: bytes, at: int, depth: int) -> tuple[str, int]:
    start = at + 4
    end = start + _u32(data, at)[0]
    if end > len(data):
        raise WireError("cut short")
    return data[start:end].decode("utf-8", "replace"), end


def _read_bytes(data: bytes, at: int, depth: int) -> tuple[bytes, int]:
    start = at + 4
    end = start + _u32(data, at)[0]
    if end > len(data):
        raise WireError("cut short")
    return data[start:end], end


def _check_depth(depth: int) -> None:
    if depth > MAX_DEPTH + 4:
        raise WireError("nested too deep")


# A list or dict may claim any number of items; each is read before the next, so the data ends
# (which is an error) long before what has been allocated is larger than the data.


def _read_list(data: bytes, at: int, depth: int) -> tuple[list[Any], int]:
    if depth > MAX_DEPTH + 4:
        raise WireError("nested too deep")
    (count,) = _u32(data, at)
    at += 4
    depth += 1
    items: list[Any] = []
    add = items.append
    for _ in range(count):
        item, at = _READERS[data[at]](data, at + 1, depth)
        add(item)
    return items, at


def _read_tuple(data: bytes, at: int, depth: int) -> tuple[tuple[Any, ...], int]:
    items, at = _read_list(data, at, depth)
    return tuple(items), at


def _read_dict(data: bytes, at: int, depth: int) -> tuple[dict[str, Any], int]:
    if depth > MAX_DEPTH + 4:
        raise WireError("nested too deep")
    (count,) = _u32(data, at)
    at += 4
    depth += 1
    result = {}
    for _ in range(count):
        start = at + 4
        end = start + _u32(data, at)[0]
        key = data[start:end].decode("utf-8", "replace")
        # A key that is cut short ends behind the data, where no value can be read.
        result[key], at = _READERS[data[end]](data, end + 1, depth)
    return result, at


def _read_array(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    code, bits, axes = _ARRAY_HEAD.unpack_from(data, at)
    dtype = _DTYPE_OF.get(code)
    if dtype is None or axes > MAX_AXES:
        raise WireError("an unknown dtype or too many axes")
    shape = _SHAPES[axes].unpack_from(data, at + 3)
    at += 3 + 8 * axes
    size = dtype.itemsize
    for length in shape:
        if length < 0:
            raise WireError("a negative length")
        size *= length
    end = at + size
    if end > len(data):
        raise WireError("cut short")
    array: Any
    if bits & _F_ORDER:
        array = np.ndarray(shape, dtype, data, at, None, "F").copy("F")
    elif bits & _STRIDED and axes:
        # Every second entry of each row of something larger: no order in which it is contiguous.
        array = np.zeros((*shape[:-1], 2 * shape[-1]), dtype)[..., ::2]
        array[...] = np.ndarray(shape, dtype, data, at)
    else:
        array = np.ndarray(shape, dtype, data, at).copy()
    if bits & _SCALAR and not axes:
        return array[()], end
    if bits & _READ_ONLY:
        array.flags.writeable = False
    return array, end


def _read_described(data: bytes, at: int, depth: int) -> tuple[Described, int]:
    _check_depth(depth)
    kind, at = _read(data, at, depth + 1)
    fields, at = _read(data, at, depth + 1)
    if not isinstance(kind, str) or not isinstance(fields, dict):
        raise WireError("a description without a kind")
    return Described(kind, fields), at


def _read_foreign(data: bytes, at: int, depth: int) -> tuple[Foreign, int]:
    _check_depth(depth)
    name, at = _read(data, at, depth + 1)
    if not isinstance(name, str):
        raise WireError("a foreign value without a name")
    return Foreign(name), at


_READER_OF: dict[int, Callable[[bytes, int, int], tuple[Any, int]]] = {
    ord("N"): lambda data, at, depth: (None, at),
    ord("T"): lambda data, at, depth: (True, at),
    ord("F"): lambda data, at, depth: (False, at),
    ord("i"): lambda data, at, depth: (_I64.unpack_from(data, at)[0], at + 8),
    ord("f"): lambda data, at, depth: (_F64.unpack_from(data, at)[0], at + 8),
    ord("s"): _read_text,
    ord("b"): _read_bytes,
    ord("l"): _read_list,
    ord("t"): _read_tuple,
    ord("d"): _read_dict,
    ord("a"): _read_array,
    ord("D"): _read_described,
    ord("x"): _read_foreign,
}
_READERS = [_READER_OF.get(tag, _unknown) for tag in range(256)]
