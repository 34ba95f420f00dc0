"""What the grader answers in a student's place costs little, whoever asks for how much."""

from typing import Any

import numpy as np
import pytest

from autograder.assignments.scaled_init.right import RIGHT as SCALED
from autograder.assignments.weight_init.right import RIGHT
from autograder.student.guest.values import Described


def network(*sizes: int) -> dict[str, Any]:
    layers = list(enumerate(zip(sizes, sizes[1:], strict=False), start=1))
    weights = {f"W{n}": np.full(shape, 0.1) for n, shape in layers}
    return weights | {f"b{n}": np.zeros(shape[1]) for n, shape in layers}


def asked(function: str, *sizes: int, examples: int) -> list[Any]:
    """A question to `forward`, `backward` or one of the second lesson's, about such a network."""
    params, X = network(*sizes), np.ones((examples, sizes[0]))
    if function == "backward":
        return [params, [], [X], np.zeros((examples, sizes[-1])), "tanh"]
    upstream = [np.ones((examples, sizes[-1]))] if function.startswith("gradient") else []
    return [params, X, *upstream, "tanh"]


def layer(examples: int, fan_in: int, fan_out: int) -> list[Any]:
    return [np.ones((examples, n)) for n in (fan_out, fan_in)] + [np.ones((fan_in, fan_out))]


INITIALIZER = Described("initializer", {"function": "zeros_init", "extra": []})
COLUMN = np.ones((3, 1))


@pytest.mark.parametrize(
    ("function", "args"),
    [
        ("zeros_init", [100_000, 100_000]),
        ("normal_init", [2_000, 2_000, 1.0]),
        ("normal_init", [1, 3, COLUMN]),
        ("init_params", [[10_000, 10_000], INITIALIZER]),
        ("init_params", [[0] * 20_000, INITIALIZER]),
        ("init_params", [[COLUMN.T, COLUMN], INITIALIZER]),
        ("init_params", [["text", 3], INITIALIZER]),
        ("init_params", [[b"text", 3], INITIALIZER]),
        ("init_params", [[[1, 2], 3], INITIALIZER]),
        ("sgd_step", [{"W1": COLUMN}, {"W1": COLUMN.T}, 0.1]),
        ("sgd_step", [{"W1": COLUMN.T}, {"W1": COLUMN.T}, COLUMN]),
        ("forward", asked("forward", 1, 15_000, examples=15_000)),
        ("forward", [network(1, 2) | {"b1": np.zeros((100, 2))}, np.ones((1, 1)), "tanh"]),
        ("forward", [network(1, 3) | {"b1": COLUMN}, np.ones((3, 1)), "tanh"]),
        ("forward", [network(1, 2), np.ones((50, 1, 1)), "tanh"]),
        ("layer_forward", [COLUMN, COLUMN.T, COLUMN]),
        ("layer_forward", [np.ones((15_000, 1)), np.ones((1, 15_000)), np.zeros(15_000)]),
        ("layer_backward", layer(1_000, 10, 10)),
        ("layer_backward", [np.ones((2, 3, 4)), np.ones((2, 3, 4)), np.ones((2, 4, 4))]),
        ("backward", asked("backward", 70, 70, 1, examples=60)),
        ("backward", [network(1, 1), [], [COLUMN], np.ones((2, 3, 1)), "tanh"]),
    ],
)
def test_what_no_case_asks_for_is_refused(function: str, args: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"beyond|larger|unpack|several|belongs|no number"):
        RIGHT[function](*args)


@pytest.mark.parametrize(
    ("function", "args"),
    [
        ("orthogonal_init", [1_000, 1_000, 1.0]),
        ("orthogonal_init", [2, 2, COLUMN]),
        ("orthogonal_init", [COLUMN.T, COLUMN, 1.0]),
        ("dead_fraction", [np.empty((0, 2_000_000))]),
        ("forward_deep", [network(1, 3) | {"b1": COLUMN}, np.ones((1, 1)), "tanh"]),
        ("gradient_through_depth", [network(1, 3), np.ones((1, 1)), COLUMN, "tanh"]),
        ("forward_deep", asked("forward_deep", 1, 15_000, examples=15_000)),
        ("signal_through_depth", asked("signal_through_depth", 1, 15_000, examples=15_000)),
        ("gradient_through_depth", asked("gradient_through_depth", *[50] * 300, examples=1)),
    ],
)
def test_so_it_is_in_the_second_lesson(function: str, args: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"beyond|larger|belongs|no number"):
        SCALED[function](*args)


def test_what_cases_ask_for_is_answered() -> None:
    _, activations = RIGHT["forward"](*asked("forward", 5, 4, 1, examples=16))
    assert activations[-1].shape == (16, 1)
    slopes = RIGHT["backward"](*asked("backward", 16, 16, 1, examples=16))
    assert slopes["W1"].shape == (16, 16)
    assert [part.shape for part in RIGHT["layer_backward"](*layer(16, 16, 16))] == [
        *((16, 16), (16,), (16, 16))
    ]
    gradients = SCALED["gradient_through_depth"](
        *asked("gradient_through_depth", *[50] * 51, examples=1)
    )
    assert gradients.shape == (50,)
