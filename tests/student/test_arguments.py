"""Arguments arrive as they were given, and what happens to them is noticed."""

import marshal
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.checking.conduct import same
from autograder.student.guest.arguments import Given, packed
from autograder.student.guest.decoding import decode
from autograder.student.guest.encoding import encode
from autograder.student.guest.memory import Memory
from autograder.student.guest.values import Described, Encoded
from autograder.student.guest.wire import PROGRAM_VERSION

BASE = np.arange(24.0).reshape(4, 6)
FROZEN = BASE.copy()
FROZEN.flags.writeable = False


def given(*args: Any) -> Given:
    sent = marshal.loads(marshal.dumps(packed(args), PROGRAM_VERSION))  # our own
    return Given(sent, decode)


@pytest.mark.parametrize(
    "array",
    [
        BASE,
        BASE.T,
        BASE[:, ::2],
        BASE[::-1],
        FROZEN,
        FROZEN.T,
        BASE[0, :5],
        BASE[:0],
        BASE.reshape(2, 2, 6),
        np.array(2.5),
        np.broadcast_to(1.5, (2, 3)),
        np.arange(3),
        BASE.astype(">f8"),
        BASE > 3,
    ],
)
def test_an_array_arrives_with_its_order_and_flags(array: Any) -> None:
    around = [np.ones(3), {"W": array, "n": 3}, np.full(2, np.nan)]
    arrived = given(*around)
    came = arrived.args[1]["W"]
    assert np.array_equal(came, array)
    assert (came.shape, came.dtype) == (array.shape, array.dtype.newbyteorder("="))
    assert came.flags.writeable == array.flags.writeable
    assert came.flags.c_contiguous == array.flags.c_contiguous
    assert came.flags.f_contiguous == array.flags.f_contiguous
    assert came.flags.aligned
    assert same([np.ones(3), np.full(2, np.nan)], [arrived.args[0], arrived.args[2]])
    assert Memory().shared(arrived.args, arrived.args[0][1:], arrived.owners()) == [
        ["result", "argument[0]"]
    ]


def test_everything_else_arrives_too() -> None:
    rng = Described("generator", {"seed": 1})
    values = [
        1,
        2.5,
        "x",
        None,
        True,
        [1, (2.0, "y")],
        {"a": []},
        rng,
        Encoded(encode(rng)),
        1 + 2j,
    ]
    arrived = given(*values)
    assert arrived.args[:7] == values[:7]
    assert arrived.args[7:9] == [rng, rng]
    assert arrived.changed()  # as far as anybody can tell


def _reshape(array: Any, *others: Any) -> None:
    with warnings.catch_warnings():  # as students do it; NumPy 2.5 and later advise against it
        warnings.simplefilter("ignore", DeprecationWarning)
        array.shape = (24,)


@pytest.mark.parametrize(
    "change",
    [
        lambda array, *others: array.__setitem__((0, 0), -1.0),
        lambda array, *others: array[0].sort(kind="stable") or array.__imul__(2),
        _reshape,
        lambda array, params, sizes: params.update(b=1),
        lambda array, params, sizes: params.pop("W"),
        lambda array, params, sizes: params.update(W=array),
        lambda array, params, sizes: params["W"].fill(0.0),
        lambda array, params, sizes: sizes.append(1),
        lambda array, params, sizes: sizes.reverse(),
        lambda array, params, sizes: sizes[1].pop(),
    ],
)
def test_any_change_is_noticed(change: Callable[..., Any]) -> None:
    arrived = given(BASE, {"W": BASE.T, "n": 1}, [3, [4, 5]])
    assert not arrived.changed()
    change(*arrived.args)
    assert arrived.changed()


def test_no_two_arrays_of_a_call_are_one() -> None:
    arrived = given(BASE, [BASE, BASE.T], {"W": BASE[:, ::2]})
    assert Memory().shared(arrived.args, np.zeros(3), arrived.owners()) == []
    arrived.args[0][...] = 0.0
    assert np.array_equal(arrived.args[1][0], BASE)
    assert np.array_equal(arrived.args[2]["W"], BASE[:, ::2])
