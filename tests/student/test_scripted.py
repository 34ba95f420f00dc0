"""A scripted initializer answers by its arguments, whatever the order of the calls."""

import numpy as np
import pytest

from autograder.student.guest.calling import Scripted

FIRST, SECOND = np.full((4, 3), 0.5), np.full((3, 2), 0.25)


def test_the_last_layer_may_be_asked_for_first() -> None:
    weight_init = Scripted([FIRST, SECOND])
    assert np.array_equal(weight_init(3, 2), SECOND)
    assert np.array_equal(weight_init(4, 3), FIRST)
    assert weight_init.calls == [[3, 2], [4, 3]]


def test_every_answer_is_a_new_array() -> None:
    weight_init = Scripted([FIRST])
    assert not np.shares_memory(weight_init(4, 3), weight_init(4, 3))


def test_another_shape_gets_an_array_of_that_shape() -> None:
    assert Scripted([FIRST])(3, 4).shape == (3, 4)


def test_sizes_by_name_or_in_a_tuple_are_answered_and_remembered() -> None:
    weight_init = Scripted([FIRST])
    assert np.array_equal(weight_init(fan_in=4, fan_out=3), FIRST)
    assert np.array_equal(weight_init((4, 3)), FIRST)
    assert weight_init.calls == [[{"fan_in": 4, "fan_out": 3}], [(4, 3)]]


def test_what_is_no_size_is_an_error_of_the_caller() -> None:
    with pytest.raises(TypeError):
        Scripted([FIRST])(4)
