"""Dead units of the student's stack, by depth and by bias."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.charts import Chart, NoData, Panel, Part, Picture, PlotLine, share, three_digits
from autograder.checking.intake import as_number
from autograder.numerics import Array
from autograder.student.calls import Call, Program, Student, generator, result, value_of

# The fifty layers of the lesson, and of them those at which the shares are asked.
WIDTH, DEPTH, EXAMPLES = 60, 50, 60
LAYERS = (1, 2, 5, 10, 20, 30, 40, 50)
BIASES = tuple(float(bias) for bias in np.linspace(0.0, -8.0, 9))


@dataclass(frozen=True)
class Shares:
    """Shares (k,) of units that are dead, at x (k,): the number of a layer, or a bias."""

    x: Array
    dead: Array


def _asked(student: Student, program: Program) -> Array:
    values = [(answer.function, value_of(answer)) for answer in student.run(program)]
    shares = [value for function, value in values if function == "dead_fraction"]
    return np.array([as_number(value, "the share") for value in shares])


def ask_by_depth(student: Student) -> Shares:
    """A stack of He's weights with biases of 0."""
    own = generator(1, "rng of a stack")
    program = [Call("he_normal", (WIDTH, WIDTH, own), send=False) for _ in range(DEPTH)]
    params: dict[str, Any] = {f"W{layer}": result(layer - 1) for layer in range(1, DEPTH + 1)}
    params |= {f"b{layer}": np.zeros(WIDTH) for layer in range(1, DEPTH + 1)}
    X = np.random.default_rng(0).standard_normal((EXAMPLES, WIDTH))
    program.append(Call("forward_deep", (params, X, "relu"), send=False))
    program += [Call("dead_fraction", (result(DEPTH, 0, layer - 1),)) for layer in LAYERS]
    return Shares(np.array(LAYERS, dtype=float), _asked(student, program))


def ask_by_bias(student: Student) -> Shares:
    """One layer of He's weights, whose biases sink."""
    X = np.random.default_rng(0).standard_normal((EXAMPLES, WIDTH))
    program = [Call("he_normal", (WIDTH, WIDTH, generator(1)), send=False)]
    for bias in BIASES:
        params = {"W1": result(0), "b1": np.full(WIDTH, bias)}
        program.append(Call("forward_deep", (params, X, "relu"), send=False))
        program.append(Call("dead_fraction", (result(len(program) - 1, 0, 0),)))
    return Shares(np.array(BIASES), _asked(student, program))


_PANELS = {
    "by bias": ("one layer, by the bias of its units", "bias"),
    "by depth": ("fifty layers, biases of 0", "layer"),
}


def dead_chart(parts: Mapping[str, Shares | NoData]) -> Chart:
    """(d) The share of dead units, against the bias of a layer and against depth."""
    panels, words = [], []
    for name, (title, label) in _PANELS.items():
        part = parts[name]
        if isinstance(part, NoData):
            panels.append(Panel(title, absent=part.reason))
            continue
        line = PlotLine("", part.x, part.dead, 0, width=2.0, markers=True)
        panels.append(Panel(title, label, "dead units", (line,), y_range=(-0.03, 1.03)))
        found = ", ".join(
            f"{share(dead)} at {label} {three_digits(x)}"
            for x, dead in zip(part.x.tolist(), part.dead.tolist(), strict=True)
        )
        words.append(f"{title}: {found}.")
    return Chart(
        "Your dead units",
        f"Units that are asleep for all of {EXAMPLES} examples. Negative biases of a few times the "
        "spread kill them. Depth does it as well: examples come closer to each other from layer to "
        "layer, until a unit is awake for all of them or for none.",
        (tuple(panels),),
        alt=" ".join(words),
    )


_NEEDS = ("he_normal", "relu", "forward_deep", "dead_fraction")
DEAD = Picture(
    "dead",
    (Part("by bias", _NEEDS, ask_by_bias), Part("by depth", _NEEDS, ask_by_depth)),
    dead_chart,
)
