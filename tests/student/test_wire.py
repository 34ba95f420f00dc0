"""The wire format carries what it says, and refuses everything else without harm."""

import contextlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.values import MAX_FRAME, Described, Foreign, WireError
from autograder.student.guest.wire import HEADER, RightAnswer, frame, message_of

scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False)
plain = st.recursive(
    scalars | st.text(max_size=8) | st.binary(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)
arrays = hnp.arrays(
    st.sampled_from(["float64", "float32", "int64", "int8", "bool", "complex128"]),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)


@given(plain)
def test_plain_values_come_back(value: Any) -> None:
    came = decode(encode(value))
    assert came == value or "�" in repr(came) or "\\ud" in repr(value)
    assert type(came) is type(value)


@given(arrays, st.sampled_from("CF"), st.booleans())
def test_arrays_come_back_with_order_and_flags(array: Any, order: Any, writeable: bool) -> None:
    array = np.array(array, order=order)
    array.flags.writeable = writeable
    came = decode(encode(array))
    assert came.dtype == array.dtype
    assert came.shape == array.shape
    assert came.tobytes() == array.tobytes()
    assert came.flags.writeable == writeable
    assert came.flags.f_contiguous or not array.flags.f_contiguous or array.flags.c_contiguous
    assert not np.shares_memory(came, array) or not array.size


def test_strided_and_foreign_endian_arrays_keep_their_entries() -> None:
    base = np.arange(12.0).reshape(3, 4)
    for array in (base[:, ::2], base[::-1], base.astype(">f8"), np.broadcast_to(1.5, (2, 3))):
        came = decode(encode(array))
        assert np.array_equal(came, array)
        assert came.flags.c_contiguous == array.flags.c_contiguous
        assert encode(came) == encode(array)


class Lying(np.ndarray):
    __hash__ = None  # as for arrays

    def __eq__(self, other: object) -> Any:
        return True


LARGE = "too large to be sent"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (np.ma.masked_array([1.0], [True]), "MaskedArray"),
        (np.zeros(2).view(Lying), "Lying"),
        (np.array([object()]), "array of dtype object"),
        (np.zeros(1, dtype="U3"), "array of dtype <U3"),
        (np.broadcast_to(1.0, (10**6, 10**6)), f"array of shape {(10**6, 10**6)}, {LARGE}"),
        (np.zeros(600_000), f"array of shape (600000,), {LARGE}"),
        (object(), "object"),
        (len, "builtin_function_or_method"),
        (10**30, "integer of more than 64 bits"),
        ({1, 2}, "set"),
    ],
)
def test_what_is_not_carried_is_named(value: Any, name: str) -> None:
    assert decode(encode(value)) == Foreign(name)


def test_a_class_cannot_pretend_to_be_another() -> None:
    class Pretender:
        @property
        def __class__(self) -> type:
            return dict

    assert decode(encode(Pretender())) == Foreign("Pretender")


def test_numpy_scalars_stay_scalars_and_subclasses_of_dict_become_dicts() -> None:
    from collections import OrderedDict

    came = decode(encode(np.float64(1.5)))
    assert type(came) is np.float64
    assert decode(encode(OrderedDict(b=1, a=2))) == {"b": 1, "a": 2}
    assert decode(encode({"a": 1, 2: "lost"})) == {"a": 1}


def test_subclasses_of_numbers_become_numbers_and_none_of_their_methods_runs() -> None:
    def never(*ignored: Any) -> Any:
        raise AssertionError

    names = ("__float__", "__int__", "__index__", "__eq__", "__lt__", "__le__", "__ge__", "__neg__")
    for base, held in ((float, 2.5), (int, 7)):
        Own = type("Own", (base,), dict.fromkeys(names, never) | {"__hash__": base.__hash__})
        came = decode(encode(Own(held)))
        assert type(came) is base
        assert came == held


def test_descriptions_come_back() -> None:
    value = Described("generator", {"seed": 3, "name": "rng"})
    assert decode(encode([value])) == [value]


def test_values_that_are_nested_too_deep_are_cut() -> None:
    value: Any = 1
    for _ in range(100):
        value = [value]
    came, depth = decode(encode(value)), 0
    while isinstance(came, list):
        came, depth = came[0], depth + 1
    assert came == Foreign("value nested too deep")
    assert depth < 40


@settings(max_examples=400)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(WireError):
        decode(data)


@given(plain | arrays, st.data())
def test_damaged_frames_are_read_or_refused(value: Any, data: Any) -> None:
    body = bytearray(encode(value))
    at = data.draw(st.integers(0, len(body) - 1))
    body[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WireError):
        decode(bytes(body))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"l\xff\xff\xff\xff",
        b"a\x0b\x00\x01" + (2**40).to_bytes(8, "little"),
        b"a\x0b\x00\x01" + (-1).to_bytes(8, "little", signed=True),
        b"a\x63\x00\x00",
        b"s\xff\xff\xff\x7fabc",
        b"NN",
        b"?",
        b"[" * 10_000,
        b"l\x01\x00\x00\x00" * 5_000 + b"N",
    ],
)
def test_malformed_bytes_are_refused_at_once(data: bytes) -> None:
    with pytest.raises(WireError):
        decode(data)


def test_a_frame_is_its_length_and_its_message() -> None:
    data = frame(RightAnswer([1, 2]))
    assert HEADER.unpack(data[: HEADER.size])[0] == len(data) - HEADER.size
    assert message_of(data[HEADER.size :]) == RightAnswer([1, 2])
    too_large = frame(RightAnswer(bytes(MAX_FRAME + 1)))
    assert isinstance(decode(too_large[HEADER.size :]), Foreign)
