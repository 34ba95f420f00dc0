"""Activations and slopes of one layer for growing weights, and for more and more inputs.

Inputs are from N(0, 1) and weights from N(0, s²), so the pre-activation has standard deviation
s·√fan_in: the scales below take it from 0.1 to 100.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from autograder.assignments.weight_init.domains.saturated_fraction import limits
from autograder.assignments.weight_init.network import LARGEST_SLOPE
from autograder.assignments.weight_init.pictures.drawn_with import FORWARD, only_part
from autograder.charts import (
    DASHED,
    SMALLEST,
    SOLID,
    Bars,
    Chart,
    NoData,
    Panel,
    Part,
    Picture,
    PlotLine,
    share,
    three_digits,
    three_digits_each,
)
from autograder.checking.intake import as_array, as_number
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

# Layers of 2,000 activations; their weights go from where nothing saturates to where all does.
EXAMPLES, NEURONS, FAN_IN, BINS = 50, 40, 100, 25
HISTOGRAM_STDS = (0.01, 0.1, 0.3, 1.0)
SCALE_STDS = tuple(float(std) for std in np.geomspace(0.01, 10.0, 10))
FAN_INS = (1, 3, 10, 30, 100, 300, 1000)
# Along what a sweep goes -> (fan-in, standard deviation of the weights) of each of its layers.
PLANS = {
    "scale": [(FAN_IN, std) for std in SCALE_STDS],
    "fan-in": [(fan_in, 1.0) for fan_in in FAN_INS],
}
ACTIVATIONS = ("sigmoid", "tanh")
NEEDS = ("normal_init", *FORWARD)


@dataclass(frozen=True)
class Histograms:
    """Activations of one layer, by the weights' standard deviation.

    Attributes:
        stds: (k,).
        edges: (BINS + 1,) from one limit of the activation to the other.
        shares: (k, BINS), how much of the layer lies in each bin.
    """

    stds: Array
    edges: Array
    shares: Array


@dataclass(frozen=True)
class Sweep:
    """Slopes and saturation of one layer along a sweep.

    Attributes:
        x: (k,), the standard deviation of the pre-activation, or the fan-in.
        saturated: (k,), what the student's saturated_fraction says.
        mean: (k,), what the student's relative_gradient says.
        median: (k,), the median slope over the largest, from the student's derivative.
    """

    x: Array
    saturated: Array
    mean: Array
    median: Array


def _layer_program(
    plans: Sequence[tuple[int, float]], activation: str, *, send: bool = False
) -> list[Call]:
    """init_params and forward for each (fan_in, std); call 2i + 1 is the i-th forward, of which
    the activations of the hidden layer are sent, or nothing."""
    rng = np.random.default_rng(0)
    program: list[Call] = []
    for at, (fan_in, std) in enumerate(plans):
        weight_init = initializer("normal_init", std, generator(at, f"rng {at}"))
        program += [
            Call("init_params", ([fan_in, NEURONS, 1], weight_init), send=False),
            Call(
                "forward",
                (result(2 * at), rng.standard_normal((EXAMPLES, fan_in)), activation),
                send=send,
                parts=((1, 1),),
            ),
        ]
    return program


def ask_histograms(student: Student, activation: str) -> Histograms:
    """Histograms of the activations that the student's forward returns."""
    edges = np.linspace(*limits(activation), BINS + 1)
    shares = []
    for passed in list(map(value_of, student.run(_histograms_program(activation))))[1::2]:
        layer = as_array(only_part(passed, "forward", "h[1]"), (EXAMPLES, NEURONS), "h[1]")
        shares.append(np.histogram(layer, edges)[0] / layer.size)
    return Histograms(np.array(HISTOGRAM_STDS), edges, np.stack(shares))


@cache
def _histograms_program(activation: str) -> FixedProgram:
    plans = [(FAN_IN, std) for std in HISTOGRAM_STDS]
    return FixedProgram(_layer_program(plans, activation, send=True))


def ask_sweep(student: Student, activation: str, along: str) -> Sweep:
    """The student's diagnostics on the student's own layers.

    Args:
        student: whose functions.
        activation: of the layer.
        along: "scale" (at one fan-in) or "fan-in" (at one standard deviation of the weights).
    """
    plans = PLANS[along]
    answers = student.run(_sweep_program(activation, along))
    values = list(map(value_of, answers))[2 * len(plans) :]
    slope = f"{activation}_grad"
    slopes = [as_array(value, (EXAMPLES, NEURONS), slope) for value in values[2::3]]
    return Sweep(
        np.array([std * fan_in**0.5 if along == "scale" else fan_in for fan_in, std in plans]),
        np.array([as_number(value, "the share") for value in values[::3]]),
        np.array([as_number(value, "the relative gradient") for value in values[1::3]]),
        np.array([np.median(value) for value in slopes]) / LARGEST_SLOPE[activation],
    )


@cache
def _sweep_program(activation: str, along: str) -> FixedProgram:
    plans = PLANS[along]
    program = _layer_program(plans, activation)
    for at in range(len(plans)):
        a, h = result(2 * at + 1, 0, 0), result(2 * at + 1, 1, 1)
        program += [
            Call("saturated_fraction", (h, activation)),
            Call("relative_gradient", (a, activation)),
            Call(f"{activation}_grad", (a,)),
        ]
    return FixedProgram(program)


# --- charts -------------------------------------------------------------------------------------


def histograms_chart(parts: Mapping[str, Histograms | NoData]) -> Chart:
    """(c) Histograms of the activations for growing weight scale."""
    rows: list[tuple[Panel, ...]] = []
    words = []
    for colour, activation in enumerate(ACTIVATIONS):
        part = parts[activation]
        if isinstance(part, NoData):
            rows.append((Panel(activation, absent=part.reason),))
            continue
        layers = list(zip(part.stds, part.shares, strict=True))
        rows.append(tuple(_histogram(activation, colour, part.edges, *layer) for layer in layers))
        at_limits = ", ".join(f"{share(s[0] + s[-1])} at std {std:g}" for std, s in layers)
        words.append(f"{activation}: in the two outermost of {BINS} bins lie {at_limits}.")
    return Chart(
        "Your activations for growing weights",
        f"One hidden layer with {FAN_IN} inputs; the standard deviation (std) of its weights grows "
        "from left to right. Small weights keep it where the activation is steep; large ones push "
        "it to the two limits, where nothing is left to learn from.",
        tuple(rows),
        alt=" ".join(words),
    )


def _histogram(activation: str, colour: int, edges: Array, std: float, shares: Array) -> Panel:
    return Panel(
        f"{activation}, std {std:g}",
        "activation",
        "share of the layer" if std == HISTOGRAM_STDS[0] else "",  # once for the row
        (Bars(edges, shares, colour),),
        x_range=(edges[0], edges[-1]),
        y_range=(0.0, 1.0),
        remark=f"at the limits: {share(shares[0] + shares[-1])}",
    )


SWEEPS = {
    "scale": f"standard deviation of the pre-activation ({FAN_IN} inputs)",
    "fan-in": "number of inputs (weights with std 1)",
}


def slopes_chart(parts: Mapping[str, Sweep | NoData]) -> Chart:
    """(d) Relative gradient and saturated share, against scale and against fan-in."""
    columns, words = [], []
    for along, label in SWEEPS.items():
        title = f"against {'the weight scale' if along == 'scale' else 'the number of inputs'}"
        found = {name: parts[f"{name}, {along}"] for name in ACTIVATIONS}
        missing = [part.reason for part in found.values() if isinstance(part, NoData)]
        sweeps = {name: part for name, part in found.items() if isinstance(part, Sweep)}
        columns.append(_sweep_panels(title, label, sweeps, missing))
        words += (
            [] if missing else [_sweep_in_words(n, along, sweep) for n, sweep in sweeps.items()]
        )
    return Chart(
        "How much slope is left",
        "The mean slope falls slowly, because a few neurons stay in the middle; the slope of "
        "the typical neuron (the median) falls off a cliff (below 1e-12: drawn at the bottom).",
        tuple(zip(*columns, strict=True)),
        alt=" ".join(words),
    )


def _sweep_panels(
    title: str, label: str, sweeps: Mapping[str, Sweep], missing: Sequence[str]
) -> tuple[Panel, Panel]:
    """The saturated share, and the slope below it; empty with a reason where a part is missing."""
    if missing:
        return (
            Panel(f"saturated {title}", absent=missing[0]),
            Panel(f"slope {title}", absent=missing[0]),
        )
    share_name, slope_name = "saturated share", "slope / largest slope"
    shares, slopes = _saturated(sweeps), _slopes(sweeps)
    above, below = (-0.03, 1.03), (SMALLEST, 2.0)
    return (
        Panel(f"{share_name} {title}", label, share_name, shares, x_log=True, y_range=above),
        Panel(f"slope {title}", label, slope_name, slopes, x_log=True, y_log=True, y_range=below),
    )


def _saturated(sweeps: Mapping[str, Sweep]) -> tuple[PlotLine, ...]:
    return tuple(
        PlotLine(name, sweep.x, sweep.saturated, colour, (SOLID, DASHED)[colour], 2.0, markers=True)
        for colour, (name, sweep) in enumerate(sweeps.items())
    )


def _slopes(sweeps: Mapping[str, Sweep]) -> tuple[PlotLine, ...]:
    lines = []
    for colour, (name, sweep) in enumerate(sweeps.items()):
        lines.append(
            PlotLine(f"{name}, mean", sweep.x, sweep.mean, colour, SOLID, 2.0, markers=True)
        )
        median = np.maximum(sweep.median, SMALLEST)
        lines.append(
            PlotLine(f"{name}, median", sweep.x, median, colour, DASHED, 2.0, markers=True)
        )
    return tuple(lines)


def _sweep_in_words(name: str, along: str, sweep: Sweep) -> str:
    unit = "pre-activation standard deviation" if along == "scale" else "inputs"
    first, last = three_digits(float(sweep.x[0])), three_digits(float(sweep.x[-1]))
    shares = ", ".join(share(value) for value in sweep.saturated)
    return (
        f"{name}, {unit} {three_digits_each(sweep.x)}: saturated {shares}; "
        f"mean relative slope {three_digits_each(sweep.mean)}; from {first} to {last} the median "
        f"goes from {three_digits(float(sweep.median[0]))} "
        f"to {three_digits(float(sweep.median[-1]))}."
    )


HISTOGRAMS = Picture(
    "histograms",
    tuple(Part(name, NEEDS, partial(ask_histograms, activation=name)) for name in ACTIVATIONS),
    histograms_chart,
)
SLOPES = Picture(
    "slopes",
    tuple(
        Part(
            f"{name}, {along}",
            (*NEEDS, f"{name}_grad", "saturated_fraction", "relative_gradient"),
            partial(ask_sweep, activation=name, along=along),
        )
        for along in SWEEPS
        for name in ACTIVATIONS
    ),
    slopes_chart,
)
