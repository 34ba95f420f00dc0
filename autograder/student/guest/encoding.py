"""Values to bytes: a tag, then the content; see `values`.

Equal values of equal types have equal bytes. An array is its dtype, memory layout, shape and bytes;
the two kinds that nearly all arrays are (`float64` in C order with one axis or two) have tags of
their own, which are written and read in a third of the time: a hand-in means a thousand of them.
"""

import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from .values import (
    DTYPES,
    F_ORDER,
    FLOAT64,
    MAX_ARRAY,
    MAX_AXES,
    MAX_DEPTH,
    READ_ONLY,
    SCALAR,
    STRIDED,
    Described,
    Encoded,
    Foreign,
    type_name,
)

MAX_REMEMBERED = 40  # characters of a text whose encoding is kept
_CODE_OF = {np.dtype(name): code for code, name in enumerate(DTYPES)}
# A dtype's number is found much faster than the dtype, whose hash is a computation of its own.
_CODE_OF_NUMBER = {dtype.num: code for dtype, code in _CODE_OF.items()}
_U32 = struct.Struct("<I")
_TAG_U32, _TAG_I64, _TAG_F64 = (struct.Struct(f"<c{kind}") for kind in "Iqd")
_VECTOR, _MATRIX = struct.Struct("<cI"), struct.Struct("<cII")
_ARRAY_HEADS = [struct.Struct(f"<cBBB{axes}q") for axes in range(MAX_AXES + 1)]


def encode(value: Any) -> bytes:
    """The bytes of `value`. What the format does not carry becomes `Foreign`."""
    out = bytearray()
    add(out, value)
    return bytes(out)


def add(out: bytearray, value: Any) -> None:
    """Append the bytes of `value`."""
    _PUTTERS[type(value)](out, value, 0)


def _put(out: bytearray, value: Any, depth: int) -> None:
    if depth > MAX_DEPTH:
        _put_foreign(out, Foreign("value nested too deep"), depth)
        return
    _PUTTERS[type(value)](out, value, depth)


class _Putters(dict[type, Callable[[bytearray, Any, int], None]]):
    """What writes values of a type: of its own (not what `__class__` says), or of a base.

    Subclasses of dict, list, tuple and of Python's numbers count as what they are: what they hold
    is read, and none of their methods runs. Subclasses of arrays do not: they may compare and
    compute in another way than what they hold would, as masked arrays do.
    """

    def __missing__(self, kind: type) -> Callable[[bytearray, Any, int], None]:
        if issubclass(kind, np.generic):
            return _put_array
        for base in (dict, list, tuple, str, float, int):
            if issubclass(kind, base):
                return self[base]
        return _put_foreign


def _put_none(out: bytearray, value: Any, depth: int) -> None:
    out += b"N"


def _put_bool(out: bytearray, value: Any, depth: int) -> None:
    out += b"T" if value else b"F"


def _put_int(out: bytearray, value: Any, depth: int) -> None:
    value = int.__index__(value)  # a subclass may compare in its own way
    if -(2**63) <= value < 2**63:
        out += _TAG_I64.pack(b"i", value)
    else:
        _put_foreign(out, Foreign("integer of more than 64 bits"), depth)


def _put_float(out: bytearray, value: Any, depth: int) -> None:
    # Of a subclass, too, what it holds: its methods are not asked.
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
    items = value if type(value) is tuple else list(tuple.__iter__(value))
    _put_sequence(out, b"t", items, depth)


def _put_sequence(out: bytearray, tag: bytes, items: Any, depth: int) -> None:
    out += _TAG_U32.pack(tag, len(items))
    depth += 1
    if depth > MAX_DEPTH:
        for item in items:
            _put(out, item, depth)
        return
    for item in items:
        # As `_put`, without the call: there are thousands of values in a submission.
        _PUTTERS[type(item)](out, item, depth)


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
        (_PUTTERS[type(item)] if depth <= MAX_DEPTH else _put)(out, item, depth)
    _U32.pack_into(out, start + 1, count)


@lru_cache(maxsize=256)
def _key(key: str) -> bytes:
    """A key of a dict, with its length; the same few come again and again."""
    data = key.encode("utf-8", "replace")
    return _U32.pack(len(data)) + data


def _put_ndarray(out: bytearray, value: Any, depth: int) -> None:
    dtype = value.dtype
    if dtype is FLOAT64:
        if value.flags.carray and value.nbytes <= MAX_ARRAY:
            shape = value.shape
            if len(shape) == 2:
                out += _MATRIX.pack(b"2", *shape)
                out += value.tobytes()
                return
            if len(shape) == 1:
                out += _VECTOR.pack(b"1", *shape)
                out += value.tobytes()
                return
    elif not dtype.isnative and dtype.num == FLOAT64.num and value.flags.c_contiguous:
        native = value.astype(FLOAT64)  # equal values have equal bytes
        native.flags.writeable = value.flags.writeable
        _put_ndarray(out, native, depth)
        return
    _put_array(out, value, depth)


def _put_array(out: bytearray, value: Any, depth: int) -> None:
    array = value if type(value) is np.ndarray else np.asarray(value)
    dtype = array.dtype
    code = _CODE_OF_NUMBER.get(dtype.num)
    if code is None or not dtype.isnative:
        code = _CODE_OF.get(dtype if dtype.isnative else dtype.newbyteorder("="))
    axes = array.ndim
    if code is None or axes > MAX_AXES:
        _put_foreign(out, Foreign(f"array of dtype {dtype}"), depth)
        return
    if array.nbytes > MAX_ARRAY:
        _put_foreign(out, Foreign(f"array of shape {array.shape}, too large to be sent"), depth)
        return
    flags = array.flags
    bits = 0 if flags.writeable else READ_ONLY
    fortran = not flags.c_contiguous and flags.f_contiguous
    if fortran:
        bits |= F_ORDER
    elif not flags.c_contiguous:
        bits |= STRIDED
    if array is not value:
        bits |= SCALAR
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


_PUTTERS = _Putters(
    {
        type(None): _put_none,
        bool: _put_bool,
        int: _put_int,
        float: _put_float,
        str: _put_text,
        bytes: _put_bytes,
        list: _put_list,
        tuple: _put_tuple,
        dict: _put_dict,
        np.ndarray: _put_ndarray,
        Described: _put_described,
        Encoded: _put_encoded,
        Foreign: _put_foreign,
    }
)
