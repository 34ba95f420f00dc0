"""What large weights really do to the gradient of W1: it depends on which weights are large."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from autograder.assignments.weight_init.network import shapes_for
from autograder.assignments.weight_init.pictures.drawn_with import BACKWARD, only_part
from autograder.catalogue import fail
from autograder.charts import (
    DASHED,
    DOTTED,
    SMALLEST,
    SOLID,
    Chart,
    NoData,
    Panel,
    Part,
    Picture,
    PlotLine,
    three_digits,
    three_digits_each,
)
from autograder.checking.intake import as_array, as_params
from autograder.numerics import Array
from autograder.student.calls import Call, Student, generator, initializer, kept, result, value_of

SIZES, EXAMPLES, SINGLES = [20, 15, 15, 1], 30, 8
STD = 0.25  # about 1/√fan_in: where training goes well
FACTORS = tuple(float(factor) for factor in (1, 2, 5, 10, 20, 50))
ACTIVATIONS = ("sigmoid", "tanh")


@dataclass(frozen=True)
class Gradients:
    """Sizes of ∂loss/∂W1 for growing weights, each (k,) over `factors`.

    Attributes:
        factors: what the weights were multiplied with.
        only_first: root mean square of the entries when W1 alone is scaled.
        all_layers: the same when every layer is scaled.
        one_example: W1 alone scaled, one example at a time: the median over examples and neurons
            of the root mean square over the inputs.
    """

    factors: Array
    only_first: Array
    all_layers: Array
    one_example: Array


def ask_gradients(student: Student, activation: str) -> Gradients:
    """Gradients from the student's backward, for the student's weights made larger.

    Raises:
        Trouble, Failed: a function gave nothing that could be drawn.
    """
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((EXAMPLES, SIZES[0])), 0.7 + rng.standard_normal((EXAMPLES, 1))
    base = as_params(
        student.init_params(SIZES, initializer("normal_init", STD, generator(0))),
        shapes_for(SIZES),
        "the parameters",
    )
    weights = [name for name in base if name[0] == "W"]
    first = [_scaled(base, ["W1"], factor) for factor in FACTORS]
    every = [_scaled(base, weights, factor) for factor in FACTORS]
    whole = _first_gradients(student, [(p, [(X, y)]) for p in (*first, *every)], activation)
    examples = [(X[i : i + 1], y[i : i + 1]) for i in range(SINGLES)]
    singles = [(p, examples) for p in first]
    single = _first_gradients(student, singles, activation).reshape(
        len(FACTORS), SINGLES, *base["W1"].shape
    )
    sizes = np.sqrt((whole**2).mean(axis=(1, 2)))
    found = Gradients(
        np.array(FACTORS),
        sizes[: len(FACTORS)],
        sizes[len(FACTORS) :],
        np.median(np.sqrt((single**2).mean(axis=2)), axis=(1, 2)),
    )
    starts = [found.only_first[0], found.all_layers[0], found.one_example[0]]
    if not all(0 < start < np.inf for start in starts):  # all else is relative to them
        fail(f"the gradient of W1 that backward gives has size {three_digits(min(starts))}")
    return found


def _scaled(params: Mapping[str, Array], names: list[str], factor: float) -> dict[str, Array]:
    return {name: factor * array if name in names else array for name, array in params.items()}


def _first_gradients(
    student: Student,
    cases: list[tuple[dict[str, Array], list[tuple[Array, Array]]]],
    activation: str,
) -> Array:
    """(k, fan_in, neurons): ∂loss/∂W1 for each of the parameters, and each (X, y) with them."""
    program: list[Call] = []
    for at, (values, examples) in enumerate(cases):
        params = kept(f"params {at}", values)
        for X, y in examples:
            a, h = result(len(program), 0), result(len(program), 1)
            program.append(Call("forward", (params, X, activation), send=False))
            params = kept(f"params {at}")
            program.append(Call("backward", (params, a, h, y, activation), parts=(("W1",),)))
    sent = list(map(value_of, student.run(program)))[1::2]
    gradients = [only_part(grads, "backward", "W1") for grads in sent]
    return np.stack([as_array(dW1, (SIZES[0], SIZES[1]), "W1") for dW1 in gradients])


def _relative(part: Gradients) -> tuple[PlotLine, ...]:
    """Each gradient over what it is at the start."""
    middle = np.maximum(part.one_example / part.one_example[0], SMALLEST)
    lines = (
        ("all layers scaled", part.all_layers / part.all_layers[0], 1, SOLID),
        ("only W1 scaled", part.only_first / part.only_first[0], 0, DASHED),
        ("only W1 scaled, one example, median", middle, 2, DOTTED),
    )
    return tuple(
        PlotLine(name, part.factors, y, colour, dash, 2.0, True) for name, y, colour, dash in lines
    )


def surprise_chart(parts: Mapping[str, Gradients | NoData]) -> Chart:
    """(e) The gradient of W1: only W1 scaled beside all layers scaled."""
    panels, words = [], []
    for name in ACTIVATIONS:
        part = parts[name]
        if isinstance(part, NoData):
            panels.append(Panel(name, absent=part.reason))
            continue
        relative = _relative(part)
        panels.append(
            Panel(
                name,
                "weights multiplied with",
                "gradient of W1 / first",
                relative,
                x_log=True,
                y_log=True,
                y_range=(SMALLEST, 3.0 * max(float(line.y.max()) for line in relative)),
            )
        )
        lines = "; ".join(f"{line.name}: {three_digits_each(line.y)}" for line in relative)
        words.append(f"{name}, factors {three_digits_each(part.factors)}: {lines}.")
    return Chart(
        "The surprise: large weights can make a gradient larger",
        "Saturation takes the slope away, yet with all layers scaled the gradient of W1 grows: the "
        "large outgoing weights and errors win. It is the typical neuron on one example that "
        "learns nothing (values below 1e-12 are drawn at the bottom).",
        (tuple(panels),),
        alt=" ".join(words),
    )


SURPRISE = Picture(
    "surprise",
    tuple(
        Part(name, ("normal_init", *BACKWARD), partial(ask_gradients, activation=name))
        for name in ACTIVATIONS
    ),
    surprise_chart,
)
