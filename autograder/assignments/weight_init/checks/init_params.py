"""Checks of `init_params`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.network import shapes_for
from autograder.catalogue import fail
from autograder.checking.conduct import judge_conduct
from autograder.checking.intake import as_params, first_wrong
from autograder.numerics import Array
from autograder.showing import listed
from autograder.student.calls import Answer, Asking, Call, scripted

check = ASSIGNMENT.check
SIZES = [[4, 3, 2], [3, 5], [2, 4, 4, 1], [2] * 12]


def _drawn(cases: Cases, sizes: list[int]) -> dict[str, Array]:
    """What weight_init is to return, for each layer."""
    shapes = shapes_for(sizes)
    return {name: cases.normal(*shape) for name, shape in shapes.items() if name[0] == "W"}


Made = list[tuple[dict[str, Array], Answer]]


def made(cases: Cases) -> Asking[Made]:
    """For each of SIZES, what weight_init returned and what init_params made of it."""
    drawn = [_drawn(cases, sizes) for sizes in SIZES]
    answers = yield [
        Call("init_params", (sizes, scripted(list(weights.values()))))
        for sizes, weights in zip(SIZES, drawn, strict=True)
    ]
    for answer in answers:
        if answer.trouble is not None:
            raise answer.trouble
    return list(zip(drawn, answers, strict=True))


@check("initializers", "init_params", points=3, observing=made)
def every_layer_gets_its_weights(made: Made) -> None:
    """W1, b1, …, WL, bL are there, and each W is what weight_init returned for that layer."""
    for sizes, (drawn, answer) in zip(SIZES, made, strict=True):
        shapes = shapes_for(sizes)
        ran = f"init_params({sizes}, weight_init)"
        params = as_params(answer.value, shapes, "params", ran)
        for name, W in drawn.items():
            if not np.array_equal(params[name], W):
                fail(
                    f"{name} is not the array that weight_init returned for it: "
                    f"{first_wrong(params[name], W)}",
                    ran=ran,
                )


@check("initializers", "init_params", points=1, observing=made)
def weight_init_is_called_once_a_layer(made: Made) -> None:
    """weight_init(fan_in, fan_out) is called once a layer, by position, first layer first."""
    for sizes, (_, answer) in zip(SIZES, made, strict=True):
        pairs = [list(pair) for pair in zip(sizes, sizes[1:], strict=False)]
        calls = answer.calls[0]
        if calls != pairs:
            fail(
                f"weight_init was called with {_calls(calls)}",
                expected=_calls(pairs),
                ran=f"init_params({sizes}, weight_init)",
            )


def _calls(calls: list[list[Any]]) -> str:
    return (
        listed([f"({', '.join(map(str, call))})" for call in calls]) or "nothing: it was not called"
    )


@check("initializers", "init_params", points=1, observing=made)
def every_bias_is_zero(made: Made) -> None:
    """Every bias is zero, one for each neuron of the layer."""
    for sizes, (_, answer) in zip(SIZES, made, strict=True):
        shapes = shapes_for(sizes)
        ran = f"init_params({sizes}, weight_init)"
        biases = {name: shape for name, shape in shapes.items() if name[0] == "b"}
        for name, b in as_params(answer.value, biases, "params", ran).items():
            if b.any():
                fail(
                    f"{name} is not zero: {first_wrong(b, np.zeros(b.shape))}",
                    ran=ran,
                    diagnosis="biases-not-zero",
                )


@check("initializers", "init_params", points=1)
def init_params_returns_new_arrays(cases: Cases) -> Asking[None]:
    """Every array of the result is its own, in every call."""
    sizes = [3, 3, 3, 3]
    weights = [cases.normal(3, 3) for _ in range(9)]  # enough for calls that are too many
    shapes = shapes_for(sizes)
    yield from judge_conduct(
        "init_params",
        (sizes, scripted(weights)),
        ([2, 3], scripted([cases.normal(2, 3)])),
        lambda params: as_params(params, shapes, "params"),
    )
