"""Bytes to values: the reverse of `encoding`, of bytes that anybody may have made.

Nothing is ever unpickled, and a reader allocates no more than the data's own length pays for: twice
as much for arrays, 21 times for empty ones, which come in nine bytes and take 190. Every reader
takes the bytes and a place in them, and returns a value and the place behind it.
"""

import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from .values import (
    DTYPES,
    F_ORDER,
    FLOAT64,
    MAX_AXES,
    MAX_DEPTH,
    READ_ONLY,
    SCALAR,
    SHAPES,
    STRIDED,
    Described,
    Foreign,
    WireError,
)

_DTYPE_OF = dict(enumerate(np.dtype(name) for name in DTYPES))
_u32 = struct.Struct("<I").unpack_from
_two_u32 = struct.Struct("<II").unpack_from
_I64, _F64 = struct.Struct("<q"), struct.Struct("<d")
_ARRAY_HEAD = struct.Struct("<BBB")
_NOTHING = np.empty(0)  # has no memory that anybody could share


def decode(data: bytes | memoryview) -> Any:
    """The value of `data`; arrays are new and own their memory, if they have any.

    Raises:
        WireError: anything malformed, trailing bytes included.
    """
    data = bytes(data)
    try:
        value, at = _READERS[data[0]](data, 1, 0)
    except (struct.error, IndexError) as error:
        raise WireError("cut short") from error
    except (ValueError, TypeError) as error:  # NumPy's, of a shape beyond all bounds
        raise error if isinstance(error, WireError) else WireError(f"{error}") from error
    if at != len(data):
        raise WireError("bytes after the value")
    return value


def _read(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    return _READERS[data[at]](data, at + 1, depth)


def _unknown(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    raise WireError(f"an unknown tag {data[at - 1]}")


def _read_bytes(data: bytes, at: int, depth: int) -> tuple[bytes, int]:
    start = at + 4
    end = start + _u32(data, at)[0]
    if end > len(data):
        raise WireError("cut short")
    return data[start:end], end


def _read_text(data: bytes, at: int, depth: int) -> tuple[str, int]:
    text, end = _read_bytes(data, at, depth)
    return text.decode("utf-8", "replace"), end


def _check_depth(depth: int) -> None:
    if depth > MAX_DEPTH + 4:
        raise WireError("nested too deep")


# A list or dict may claim any number of items; each is read before the next, so the data ends
# (which is an error) long before what has been allocated is larger than the data.


def _read_list(data: bytes, at: int, depth: int) -> tuple[list[Any], int]:
    _check_depth(depth)
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
    _check_depth(depth)
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


def _read_vector(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    (length,) = _u32(data, at)
    start = at + 4
    end = start + 8 * length
    if end > len(data):
        raise WireError("cut short")
    if not length:  # NumPy refuses to read nothing
        return _NOTHING, end
    return np.frombuffer(data, FLOAT64, length, start).copy(), end


def _read_matrix(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    rows, columns = _two_u32(data, at)
    start = at + 8
    end = start + 8 * rows * columns
    if end > len(data):
        raise WireError("cut short")
    if end == start:
        return np.empty((rows, columns)), end
    return np.ndarray((rows, columns), FLOAT64, data, start).copy(), end


def _read_array(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    code, bits, axes = _ARRAY_HEAD.unpack_from(data, at)
    dtype = _DTYPE_OF.get(code)
    if dtype is None or axes > MAX_AXES:
        raise WireError("an unknown dtype or too many axes")
    shape = SHAPES[axes].unpack_from(data, at + 3)
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
    if bits & F_ORDER:
        array = np.ndarray(shape, dtype, data, at, None, "F").copy("F")
    elif bits & STRIDED and axes:
        # Every second entry of each row of something larger: no order in which it is contiguous.
        array = np.zeros((*shape[:-1], 2 * shape[-1]), dtype)[..., ::2]
        array[...] = np.ndarray(shape, dtype, data, at)
    else:
        array = np.ndarray(shape, dtype, data, at).copy()
    if bits & SCALAR and not axes:
        return array[()], end
    if bits & READ_ONLY:
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
    ord("1"): _read_vector,
    ord("2"): _read_matrix,
    ord("a"): _read_array,
    ord("D"): _read_described,
    ord("x"): _read_foreign,
}
_READERS = [_READER_OF.get(tag, _unknown) for tag in range(256)]
