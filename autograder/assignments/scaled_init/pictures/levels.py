"""Signals through fifty layers of the student's weights, and gradients back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

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
)
from autograder.checking.intake import as_array
from autograder.numerics import Array
from autograder.student.calls import Call, Student, generator, result, value_of

WIDTH, DEPTH, EXAMPLES = 60, 50, 20  # the fifty layers of the lesson
# For each activation: the initializers, and the arguments between the sizes and rng.
ROWS: dict[str, dict[str, tuple[float, ...]]] = {
    "linear": {"lecun_normal": (), "orthogonal_init": (1.0,)},
    "relu": {"lecun_normal": (), "he_normal": (), "orthogonal_init": (2.0**0.5,)},
    "tanh": {"glorot_normal": (), "glorot_uniform": (), "he_normal": ()},
}
# Each initializer has one colour and dash in all panels: they share a legend.
_DRAWN = {
    "lecun_normal": (0, SOLID),
    "he_normal": (1, DASHED),
    "orthogonal_init": (2, DOTTED),
    "glorot_normal": (3, SOLID),
    "glorot_uniform": (4, DASHED),
}


@dataclass(frozen=True)
class Course:
    """The sizes of all layers, (DEPTH,) each, over that of the layer where the way begins."""

    signal: Array
    gradient: Array


def ask_course(student: Student, function: str, activation: str) -> Course:
    """What the student's own functions say of a stack of the student's own weights.

    Raises:
        Trouble, Failed: a function gave nothing that could be drawn.
    """
    rng = np.random.default_rng(0)
    own = generator(1, "rng of a stack")
    extra = ROWS[activation][function]
    program = [Call(function, (WIDTH, WIDTH, *extra, own), send=False) for _ in range(DEPTH)]
    params: dict[str, Any] = {f"W{layer}": result(layer - 1) for layer in range(1, DEPTH + 1)}
    params |= {f"b{layer}": np.zeros(WIDTH) for layer in range(1, DEPTH + 1)}
    X, upstream = rng.standard_normal((2, EXAMPLES, WIDTH))
    program += [
        Call("signal_through_depth", (params, X, activation)),
        Call("gradient_through_depth", (params, X, upstream, activation)),
    ]
    *_, there, back = [value_of(answer) for answer in student.run(program)]
    signal = as_array(there, (DEPTH,), "the result of signal_through_depth")
    gradient = as_array(back, (DEPTH,), "the result of gradient_through_depth")
    return Course(signal / (signal[0] or 1.0), gradient / (gradient[-1] or 1.0))


def _panel(activation: str, parts: Mapping[str, Course | NoData], which: str) -> Panel:
    lines = []
    for name in ROWS[activation]:
        part = parts[f"{name}, {activation}"]
        if isinstance(part, NoData):
            return Panel(activation, absent=part.reason)
        sizes = np.maximum(getattr(part, which), SMALLEST)
        layers = np.arange(1.0, DEPTH + 1)
        lines.append(PlotLine(name, layers, sizes, *_DRAWN[name], 2.0))
    return Panel(
        activation,
        "layer",
        f"{which} / that of the {'first' if which == 'signal' else 'last'}",
        tuple(lines),
        y_log=True,
        y_range=(1e-9, 100.0),
    )


def _words(parts: Mapping[str, Course | NoData], which: str) -> str:
    end = -1 if which == "signal" else 0
    found = [
        f"{name}: {three_digits(float(getattr(part, which)[end]))} at the end"
        for name, part in parts.items()
        if isinstance(part, Course)
    ]
    return "; ".join(found)


def _chart(parts: Mapping[str, Course | NoData], which: str, title: str, caption: str) -> Chart:
    panels = tuple(_panel(activation, parts, which) for activation in ROWS)
    return Chart(title, caption, (panels,), alt=_words(parts, which))


_PARTS = tuple(
    Part(
        f"{name}, {activation}",
        (
            name,
            *("relu", "relu_grad", "forward_deep"),
            *("signal_through_depth", "gradient_through_depth"),
        ),
        partial(ask_course, function=name, activation=activation),
    )
    for activation, names in ROWS.items()
    for name in names
)
SIGNALS = Picture(
    "signals",
    _PARTS,
    partial(
        _chart,
        which="signal",
        title="Your signal through fifty layers",
        caption=f"One draw of {DEPTH} layers of {WIDTH} units. A wrong factor is a straight line "
        "down; a right one wanders about the level, and the more so the narrower the layers. "
        "Glorot's weights let tanh shrink, but more and more slowly.",
    ),
)
GRADIENTS = Picture(
    "gradients",
    _PARTS,
    partial(
        _chart,
        which="gradient",
        title="Your gradient on its way back",
        caption="The same stacks, read from right to left: the gradient of each layer over that of "
        "the last one. What keeps the signal keeps the gradient in linear and ReLU stacks; look at "
        "He's weights under tanh.",
    ),
)
