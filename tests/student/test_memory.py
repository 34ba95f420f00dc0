"""Shared memory is found wherever NumPy itself finds it."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from autograder.student.guest.memory import Memory, held_in, overlap, owners_in, sharing

BASE = np.arange(240.0)
slices = st.slices(60).filter(lambda part: part.step != 0)


@given(
    st.lists(st.tuples(st.integers(0, 3), slices, slices, st.booleans()), min_size=2, max_size=4)
)
def test_views_share_as_numpy_says(parts: list[tuple[int, slice, slice, bool]]) -> None:
    views = []
    for at, rows, columns, turned in parts:
        matrix = BASE[60 * at :].reshape(-1, 60)
        view = matrix[:, columns] if rows.step else matrix[rows]
        views.append(view.T if turned else view)
    for first, second in itertools.combinations(views, 2):
        found = bool(sharing(held_in(first, "a"), held_in(second, "b")))
        assert found == overlap(first, second)


def test_names_say_where_the_arrays_are() -> None:
    matrix = np.zeros((4, 3))
    new = held_in({"W1": matrix[::2], "b1": np.zeros(3)}, "result")
    known = held_in([np.zeros(2), (matrix.T,)], "argument")
    assert sharing(new, known) == [["result['W1']", "argument[1][0]"]]
    empty = held_in(matrix[:0], "nothing")
    assert sharing(empty, known) == []


class Lying(np.ndarray):
    @property
    def base(self) -> None:
        return None


def test_a_subclass_cannot_say_that_its_memory_is_its_own() -> None:
    lying = BASE.view(Lying)
    assert sharing(held_in(lying, "x"), held_in(BASE, "y")) == [["x", "y"]]


def test_memory_that_is_no_arrays_is_found_too() -> None:
    window = np.lib.stride_tricks.as_strided(BASE, (4, 4), (8, 8))
    data = bytearray(80)
    first, second = np.frombuffer(data), np.frombuffer(data, offset=40)
    assert sharing(held_in(window, "x"), held_in(BASE, "y")) == [["x", "y"]]
    assert sharing(held_in(first, "x"), held_in(second, "y")) == [["x", "y"]]
    assert sharing(held_in(first, "x"), held_in(window, "y")) == []


def test_a_result_is_compared_with_arguments_and_with_results_before_it() -> None:
    memory, args = Memory(), [np.ones((3, 2))]
    first, kept = np.zeros(4), np.zeros(5)

    def shared(args: list[np.ndarray], result: object) -> list[list[str]]:
        return memory.shared(args, result, owners_in(args))

    assert shared(args, {"W1": first, "b1": np.zeros(2)}) == []
    assert shared(args, [kept, args[0].T]) == [["result[1]", "argument[0]"]]
    assert shared([], first[1:]) == [["result", "earlier result['W1']"]]
    assert shared([], [kept[:2], kept[1:]]) == [
        ["result[0]", "earlier result[0]"],
        ["result[1]", "earlier result[0]"],
        ["result[0]", "result[1]"],
    ]
