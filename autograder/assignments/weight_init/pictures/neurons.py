"""A network of six hidden neurons, trained from three starts by the student's own functions.

150 steps at a rate of 0.5: by then random neurons have long parted, and the rounding noise between
equal ones, which grows under right training, is still below 1e-12 (measured: 2e-15).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import combinations
from typing import Any

import numpy as np

from autograder.assignments.weight_init.network import shapes_for, squared_error
from autograder.assignments.weight_init.pictures.drawn_with import TRAINING, only_part
from autograder.catalogue import fail
from autograder.charts import (
    SMALLEST,
    Chart,
    NoData,
    Panel,
    Part,
    Picture,
    PlotLine,
    lines_of,
    three_digits,
    three_digits_each,
)
from autograder.checking.intake import as_array, as_params
from autograder.numerics import Array
from autograder.student.calls import (
    Call,
    FixedProgram,
    Student,
    generator,
    initializer,
    result,
    value_of,
)

SIZES, EXAMPLES, STEPS, RATE = [2, 6, 1], 40, 150, 0.5
SEEN = tuple(range(0, STEPS + 1, 5))  # steps that are drawn
ACTIVATION = "sigmoid"
DIFFERENT = 1e-9  # a thousand times the noise between equal neurons: see above
STARTS = {
    "zero": ("all weights zero", initializer("zeros_init"), "zeros_init"),
    "constant": ("all weights one half", initializer("constant_init", 0.5), "constant_init"),
    "random": ("random weights", initializer("normal_init", 1.0, generator(1)), "normal_init"),
}


@dataclass(frozen=True)
class Training:
    """What became of one start.

    Attributes:
        steps: (t,) numbers of the recorded steps.
        weights: (t, fan_in, neurons), W1 at every one of them.
        biases: (t, neurons), b1.
        outgoing: (t, neurons, outputs), W2.
        losses: (t,).
    """

    steps: Array
    weights: Array
    biases: Array
    outgoing: Array
    losses: Array

    @property
    def distances(self) -> Array:
        """(pairs, t): between every pair of neurons, over all that belongs to a neuron."""
        neurons = np.concatenate(
            [self.weights, self.biases[:, None, :], np.swapaxes(self.outgoing, 1, 2)], axis=1
        )
        pairs = combinations(range(neurons.shape[2]), 2)
        return np.stack(
            [np.linalg.norm(neurons[:, :, i] - neurons[:, :, j], axis=1) for i, j in pairs]
        )


def data() -> tuple[Array, Array]:
    """X (m, 2) in a square, and y (m, 1): a valley, which one neuron alone cannot follow."""
    X = np.random.default_rng(0).uniform(-2.0, 2.0, (EXAMPLES, SIZES[0]))
    return X, np.abs(X[:, :1] - 0.5) - 0.3 * X[:, 1:]


def train_from(student: Student, start: str) -> Training:
    """Train with the student's functions, and look at every fifth step.

    Raises:
        Trouble, Failed: a function gave nothing that could be drawn.
    """
    _, trained, *passes = [value_of(answer) for answer in student.run(_program(start))]
    if type(trained) is not list or len(trained) != len(SEEN):  # all of it came, see `Call.parts`
        fail(f"what train returned has no step {STEPS}")
    shapes = shapes_for(SIZES)
    seen = [as_params(params, shapes, "the parameters") for params in trained]
    outputs = map(_output, passes)
    _, y = data()
    return Training(
        np.array(SEEN, dtype=float),
        np.stack([params["W1"] for params in seen]),
        np.stack([params["b1"] for params in seen]),
        np.stack([params["W2"] for params in seen]),
        np.array([squared_error(output, y) for output in outputs]),
    )


@cache
def _program(start: str) -> FixedProgram:
    X, y = data()
    program = [
        Call("init_params", (SIZES, STARTS[start][1]), send=False),
        Call(
            "train",
            (result(0), X, y, ACTIVATION, RATE, STEPS),
            parts=tuple((step,) for step in SEEN),
        ),
    ]
    program += [Call("forward", (result(1, step), X, ACTIVATION), parts=((1, 2),)) for step in SEEN]
    return FixedProgram(program)


def _output(passed: Any) -> Array:
    return as_array(only_part(passed, "forward", "h[2]"), (EXAMPLES, SIZES[-1]), "the output")


def _panels(
    parts: Mapping[str, Training | NoData],
    draw: Callable[[Training], tuple[tuple[PlotLine, ...], str]],
    y_label: str,
    y_range: tuple[float, float] | None,
    *,
    y_log: bool = False,
) -> tuple[Panel, ...]:
    """One panel for each start, side by side on one scale."""
    panels = []
    named = False
    for start, (title, _, _) in STARTS.items():
        part = parts[start]
        if isinstance(part, NoData):
            panels.append(Panel(title, absent=part.reason))
            continue
        marks, remark = draw(part)
        if named:  # one legend is enough for a row
            marks = tuple(replace(mark, name="") for mark in marks)
        named = True
        panels.append(
            Panel(
                title, "training step", y_label, marks, y_log=y_log, y_range=y_range, remark=remark
            )
        )
    return tuple(panels)


def _range(parts: Iterable[Array], *, log: bool = False) -> tuple[float, float] | None:
    """Limits of an axis that hold all values, with a margin."""
    values = [part for part in parts if part.size]
    if not values:
        return None
    low = min(float(part.min()) for part in values)
    high = max(float(part.max()) for part in values)
    if log:
        return max(low, SMALLEST) / 1.3, max(high, SMALLEST) * 1.3
    margin = 0.05 * (high - low) if high - low > DIFFERENT else 0.5  # noise has no picture
    return low - margin, high + margin


def _there(parts: Mapping[str, Training | NoData]) -> dict[str, Training]:
    return {name: part for name, part in parts.items() if isinstance(part, Training)}


def _on_one_line(training: Training) -> bool:
    return float(np.ptp(training.weights, axis=2).max()) < DIFFERENT


def _draw_weights(training: Training) -> tuple[tuple[PlotLine, ...], str]:
    curves = list(training.weights[:, 0, :].T)
    copies = _on_one_line(training)
    names = [f"neuron {i + 1}" for i in range(len(curves))]
    remark = "six neurons, one line" if copies else "six neurons, each its own way"
    return lines_of(curves, training.steps, names=names, nested=copies), remark


def _draw_loss(training: Training) -> tuple[tuple[PlotLine, ...], str]:
    line = PlotLine("", training.steps, training.losses, colour=5, width=2.0)
    return (line,), f"at the end {three_digits(float(training.losses[-1]))}"


def _draw_distances(training: Training) -> tuple[tuple[PlotLine, ...], str]:
    distances = training.distances
    lines = tuple(
        PlotLine("", training.steps, curve, colour=i % 6, width=1.2)
        for i, curve in enumerate(distances)
    )
    return lines, f"at the end {_span(distances[:, -1])}"


def _span(values: Array) -> str:
    if values.max() < DIFFERENT:
        return "0 for every pair"
    return f"{three_digits(float(values.min()))} to {three_digits(float(values.max()))}"


def neurons_chart(parts: Mapping[str, Training | NoData]) -> Chart:
    """(a) The weights of each hidden neuron through training, and the loss below."""
    there = _there(parts)
    weights = _range(part.weights[:, 0] for part in there.values())
    losses = _range((part.losses for part in there.values()), log=True)
    words = [
        f"From {STARTS[name][0]}: after {STEPS} steps the weights from the first input into the "
        f"six neurons are {three_digits_each(part.weights[-1, 0])}; the loss went from "
        f"{three_digits(float(part.losses[0]))} to {three_digits(float(part.losses[-1]))}."
        for name, part in there.items()
    ]
    return Chart(
        "Your neurons through training",
        "Each line is one hidden neuron's weight from the first input. From equal weights the "
        "neurons stay copies of one another, and the network learns no more than one neuron can.",
        (
            _panels(parts, _draw_weights, "weight from input 1", weights),
            _panels(parts, _draw_loss, "loss", losses, y_log=True),
        ),
        alt=" ".join(words),
    )


def distances_chart(parts: Mapping[str, Training | NoData]) -> Chart:
    """(b) The distance between every pair of neurons over time."""
    there = _there(parts)
    limits = _range(part.distances for part in there.values())
    words = [
        f"From {STARTS[name][0]}: distances at the start {_span(part.distances[:, 0])}, "
        f"after {STEPS} steps {_span(part.distances[:, -1])}."
        for name, part in there.items()
    ]
    return Chart(
        "How far your neurons are apart",
        "Each line is the distance between two of the six hidden neurons (15 pairs, over all "
        "weights into and out of a neuron). Zero means that the two are copies; training alone "
        "never parts them.",
        (_panels(parts, _draw_distances, "distance", limits),),
        alt=" ".join(words),
    )


# Shared, so that each start is trained from once.
_PARTS = tuple(
    Part(start, (own, *TRAINING), partial(train_from, start=start))
    for start, (_, _, own) in STARTS.items()
)
NEURONS = Picture("neurons", _PARTS, neurons_chart)
DISTANCES = Picture("distances", _PARTS, distances_chart)
