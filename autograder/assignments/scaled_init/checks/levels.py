"""The claims on depth, on the student's own initializers and stack together.

A stack of `DEPTH` layers of `WIDTH` units. For one example, with biases of 0, the size of every
layer is that of the one before times a random factor that depends on nothing else, so for linear
and ReLU stacks the law of the whole way is known exactly. `tests/scaled_init/test_claims.py`
calculates the chance of a false alarm: 8e-15, and 6e-11 for each of two claims on ReLU. For tanh,
and on the way back, it measures how far right draws stay from the bounds: more than seven of their
standard deviations.
"""

import math
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from autograder.assignments.scaled_init import ASSIGNMENT
from autograder.catalogue import fail
from autograder.checking.cases import Numbers
from autograder.checking.forms import array
from autograder.checking.intake import as_sequence
from autograder.numerics import Array, norm
from autograder.student.calls import Answer, Call, Program, generator, result, value_of

claim = partial(ASSIGNMENT.check, "claims", "levels", end_to_end=True)
WIDTH, DEPTH = 50, 50  # the fifty layers of the lesson; the bounds below are for them
# Natural logarithms of (last / first) between which right draws stay. The mean of ln χ²ₙ/n is near
# −1/n, and of its counterpart after ReLU near −5/(2n); over 49 layers, and halved by the root, that
# is −0.5 and −1.2, with deviations of 0.7 and 1.1. Without the factor 2, ReLU adds −49/2 · ln 2.
LINEAR = (-7.5, 5.0)
RELU = (-13.0, 7.5)
LOST = (DEPTH - 1) * math.log(2.0) / 2.0
# Under tanh the mean square q of a layer becomes about q − 2q²: after l layers it is near 1/(2l).
# Of 20 examples together; of a single one the logarithm has a deviation of 0.5, of these 0.3.
TANH, TANH_EXAMPLES = (-5.2, -0.1), 20
LENGTHS = 1e-10  # of an example through 50 orthogonal layers, relative: 1e-14 measured


class Stack(NamedTuple):
    """What a claim is made on.

    Attributes:
        words: the stack, in words, but for its activation.
        X: (examples, width).
    """

    words: str
    X: Array


def _weights(cases: Numbers, function: str, width: int, *extra: float) -> Program:
    """The calls that draw the weights of a stack, with one generator."""
    rng = generator(cases.seed(), f"{function} of a stack")
    return [Call(function, (width, width, *extra, rng), send=False) for _ in range(DEPTH)]


def _params(width: int) -> dict[str, Any]:
    """The weights of the first calls of a program, and biases of 0."""
    biases = np.zeros(width)
    return {
        name: value
        for layer in range(1, DEPTH + 1)
        for name, value in ((f"W{layer}", result(layer - 1)), (f"b{layer}", biases))
    }


def _stack(cases: Numbers, function: str, examples: int = 1) -> tuple[Stack, Program]:
    """Inputs (examples, WIDTH) for a stack of weights of this initializer, and their calls."""
    words = f"{DEPTH} layers of {WIDTH} units, {function}"
    return Stack(words, cases.normal(examples, WIDTH)), _weights(cases, function, WIDTH)


def _signal(stack: Stack, activation: str) -> Call:
    return Call("signal_through_depth", (_params(WIDTH), stack.X, activation))


# Weights are most of what a claim costs: two claims look at one stack. Each judges an answer of its
# own, and both name all functions that are called, so that neither is lost by one of the other's.


def lecun(cases: Numbers) -> tuple[Stack, Program]:
    """The signal through a linear stack of LeCun's weights, and with ReLU through the same."""
    stack, weights = _stack(cases, "lecun_normal")
    return stack, [*weights, _signal(stack, "linear"), _signal(stack, "relu")]


def he(cases: Numbers) -> tuple[Stack, Program]:
    """The signal through a ReLU stack of He's weights, and the gradient back."""
    stack, weights = _stack(cases, "he_normal")
    args = (_params(WIDTH), stack.X, cases.normal(1, WIDTH), "relu")
    return stack, [*weights, _signal(stack, "relu"), Call("gradient_through_depth", args)]


def glorot(cases: Numbers) -> tuple[Stack, Program]:
    """The signal through a tanh stack of Glorot's weights."""
    stack, weights = _stack(cases, "glorot_normal", TANH_EXAMPLES)
    return stack, [*weights, _signal(stack, "tanh")]


NARROW = 10  # lengths are kept at any width, and a narrow stack costs less


def orthogonal_linear(cases: Numbers) -> tuple[Stack, Program]:
    """Three examples through a narrow linear stack of orthogonal weights."""
    X = cases.normal(3, NARROW)
    asked = Call(
        "forward_deep", (_params(NARROW), X, "linear"), parts=tuple((1, i) for i in (1, DEPTH))
    )
    words = f"{DEPTH} layers of {NARROW} units, orthogonal_init"
    return Stack(words, X), [*_weights(cases, "orthogonal_init", NARROW, 1.0), asked]


def way(sizes: Array) -> float:
    """ln(last / first) of the sizes (layers,) of all layers; −inf when nothing is left."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.log(sizes[-1] / sizes[0]))


def _require_between(
    stack: Stack, activation: str, answer: Answer, low: float, high: float, *, back: bool = False
) -> None:
    ran = f"{stack.words}, {activation}"
    sizes = array(DEPTH)(value_of(answer), "the result", ran)
    found = way(sizes[::-1] if back else sizes)
    if not low < found < high:
        fail(
            f"the last layer has {math.exp(min(found, 700.0)):.2g} of the size of the first",
            expected=f"between {math.exp(low):.1g} and {math.exp(high):.1g}",
            ran=ran,
            diagnosis="level-not-kept",
        )


STACK = ["relu", "forward_deep", "signal_through_depth"]
LECUN = ["lecun_normal", *STACK]
HE = ["he_normal", *STACK, "relu_grad", "gradient_through_depth"]


@claim(points=1, needs=LECUN, asks=lecun, chance=8e-15)
def lecun_keeps_the_level_of_linear_layers(stack: Stack, answers: list[Answer]) -> None:
    """Through fifty layers without an activation, LeCun's weights keep the size of a signal."""
    _require_between(stack, "linear", answers[-2], *LINEAR)


@claim(points=2, needs=LECUN, asks=lecun, chance=6e-11)
def without_the_factor_relu_shrinks_geometrically(stack: Stack, answers: list[Answer]) -> None:
    """With LeCun's weights every ReLU layer takes the root of a half of a signal's size."""
    _require_between(stack, "relu", answers[-1], RELU[0] - LOST, RELU[1] - LOST)


@claim(points=1, needs=HE, asks=he, chance=6e-11)
def he_keeps_the_level_of_relu_layers(stack: Stack, answers: list[Answer]) -> None:
    """Through fifty ReLU layers, He's weights keep the size of a signal."""
    _require_between(stack, "relu", answers[-2], *RELU)


@claim(points=1, needs=HE, asks=he, chance=1e-12)
def he_keeps_the_level_of_the_gradient(stack: Stack, answers: list[Answer]) -> None:
    """Back through fifty ReLU layers, He's weights keep the size of a gradient."""
    _require_between(stack, "relu", answers[-1], *RELU, back=True)


@claim(points=1, needs=["glorot_normal", *STACK[1:]], asks=glorot, chance=1e-12)
def glorot_lets_tanh_shrink_slowly(stack: Stack, answers: list[Answer]) -> None:
    """Through fifty tanh layers, Glorot's weights let a signal shrink, and not geometrically."""
    _require_between(stack, "tanh", answers[-1], *TANH)


@claim(points=1, needs=["orthogonal_init", "forward_deep"], asks=orthogonal_linear)
def orthogonal_weights_keep_every_length(stack: Stack, answers: list[Answer]) -> None:
    """Through fifty layers without an activation, orthogonal weights keep every length exactly."""
    form = array(*stack.X.shape)
    both = as_sequence(value_of(answers[-1]), 2, "what forward_deep returned")
    parts = [form(part, "the activation", "") for part in both]
    for h, where in zip(parts, ("after the first layer", "at the end"), strict=True):
        before, after = (np.array([norm(row) for row in rows]) for rows in (stack.X, h))
        off = np.abs(after / before - 1.0)
        if off.max() > LENGTHS:
            number = int(np.argmax(off))
            fail(
                f"example {number} has length {after[number]:.8g} {where}, and had "
                f"{before[number]:.8g}",
                expected="the length that it had",
                ran=f"{stack.words}, linear",
                diagnosis="level-not-kept",
            )
