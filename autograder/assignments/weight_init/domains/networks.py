"""Where `forward` and `backward` are promised to be right: networks of any size and depth."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.assignments.weight_init import derivatives, network
from autograder.assignments.weight_init.cases import Cases, Network
from autograder.assignments.weight_init.domains.hidden_units import (
    LARGEST_INPUT,
    MANY_LAYERS,
    NEARLY_SHUT,
    SHUT,
    as_far_out,
    faint,
    made_ordinary,
    reach_out,
    reaching_out,
    saturated,
    shift_outputs,
    steepness,
    turned_round,
    unsaturate,
    with_copies,
    with_repeats,
    with_zeros,
)
from autograder.assignments.weight_init.stacks import filled_up, norms, stacked
from autograder.checking.domain import Corner, Domain, Factor, Level, Measure
from autograder.checking.intake import as_entries, as_layer_lists
from autograder.checking.probe import (
    LAYOUT,
    REPETITION,
    Args,
    AtOnce,
    Expected,
    Probe,
    kept_in_turn,
    within,
)
from autograder.numerics import Array
from autograder.showing import counted

NET = Factor(
    "net",
    (
        Level((4, 3, 2), "for one hidden layer of another size than its neighbours"),
        Level((3, 2), "without a hidden layer"),
        Level((3, 3, 3), "for square W"),
        Level((2, 4, 3, 1), "for two hidden layers and one output"),
    ),
)
ACTIVATION = Factor("activation", (Level("sigmoid", "with sigmoid"), Level("tanh", "with tanh")))
EXAMPLES = Factor("examples", (Level(6), Level(1, "for one example"), Level(3)))
MEASURES = (
    Measure(lambda corner: len(corner["net"]) - 1, "{} layers", "one layer"),
    Measure(lambda corner: corner["examples"], "{} examples", "one example"),
    Measure(lambda corner: max(corner["net"][1:]), "{} neurons"),
    Measure(lambda corner: corner["net"][-1], "{} outputs", "one output"),
    Measure(lambda corner: corner["net"][0], "{} inputs"),
)
# W10 to W24 stand before W2 where names are sorted; more neurons than a block of a BLAS kernel.
DEEP, WIDE = Level((2,) * 25, "for square W"), Level((2, 18, 1))
_TANH, _TWIN = {"activation": ACTIVATION.levels[1]}, {REPETITION.name: REPETITION.levels[1]}
PLAIN, FAR, NO_PARAMETERS, LARGE, TINY = "plain", "far", "no parameters", "large", "tiny"
SATURATED, LITTLE_SLOPE = "saturated", "little slope"
SOME, EQUAL, ALIKE = "some", "all equal", "alike"
_PLAIN = Level(PLAIN, "for numbers of about 1")
_FAR = Level(FAR, "where pre-activations reach 900, and outputs hundreds")
_ZERO = Level(NO_PARAMETERS, "with all parameters 0")
_LARGE = Level(LARGE, "where predictions are off by about 30,000")
_TINY = Level(TINY, "where predictions and the first pre-activations are tiny")
_SATURATED = Level(SATURATED, "where the first hidden layer is saturated")
_LITTLE_SLOPE = Level(LITTLE_SLOPE, "where the first hidden layer is nearly saturated")
EXTRA = (
    {"net": DEEP, **_TANH},
    {"net": DEEP},  # with sigmoid
    {"net": WIDE, **_TANH, **_TWIN},
    {"examples": Level(33), **_TANH},
    {"net": Level((3, 1, 4), "where a hidden layer has one neuron"), **_TWIN},
    {"numbers": Level(SOME, "where every array holds some zeros"), **_TANH},
    {"numbers": Level(EQUAL, "with all parameters 0.5"), "net": NET.levels[3]},
    {"numbers": Level(ALIKE, "where inputs and targets are 0 or 1, and examples come again")},
)
FORWARD = Domain(
    (
        NET,
        Factor("numbers", (_PLAIN, _FAR, _SATURATED, _ZERO)),
        ACTIVATION,
        EXAMPLES,
        LAYOUT,
        REPETITION,
    ),
    forbidden=({"numbers": SATURATED, "net": (3, 2)},),
    measures=MEASURES,
    extra=(*EXTRA, {"numbers": _TINY}),
)
BACKWARD = Domain(
    (
        NET,
        Factor("numbers", (_PLAIN, _FAR, _ZERO, _LARGE, _TINY)),
        ACTIVATION,
        EXAMPLES,
        LAYOUT,
        REPETITION,
    ),
    # The slopes of one example that is far out are nothing but rounding.
    forbidden=({"numbers": FAR, "examples": 1},),
    measures=MEASURES,
    extra=(
        *EXTRA,
        *({"numbers": _TINY, **_TANH}, {"numbers": _LITTLE_SLOPE}),
        {"numbers": _LITTLE_SLOPE, **_TANH},
    ),
)
# A pre-activation is a sum of at most 18 products, and saturating functions shrink its error: right
# passes agree to 1e-15 through three layers, to 1e-14 through 24; 1e-12 of an h is promised.
FORWARD_RTOL = 3e-12
FAR_BIAS = 150.0  # the largest of the outputs' own, on every seed
_STEEP = {"sigmoid": 9.0, "tanh": 6.0}  # σ′(9) is 1e-4, tanh′(6) is 2e-5
_AT = {SATURATED: SHUT, LITTLE_SLOPE: NEARLY_SHUT}
# Right gradients agree to 4e-15 (see `tests/validity/test_margins.py`).
BACKWARD_RTOL = 3e-12
# Three times what is promised of slopes of activations, which is more of small ones and on inputs
# of hundreds. Differences of step 1e-6 are off by 2e-11, of 1e-5 by 3e-11 for tanh at 0.
SLOPE_ATOL, LEAST_SLOPE = 3e-12, 1e-12


def draw(cases: Cases, corner: Corner) -> Network:
    """A network with data at a corner."""
    case = cases.network(corner["net"], corner["examples"], corner["activation"])
    numbers = corner["numbers"]
    if numbers == NO_PARAMETERS:
        params = {name: np.zeros_like(array) for name, array in case.params.items()}
        return replace(case, params=params, X=np.abs(case.X))  # no negative number at all
    if numbers == FAR:
        # Two examples are far out, one on each side (an exponential overflows on one only); the
        # others are not, so gradients do not vanish.
        far = case.X.copy()
        for row, end in zip(far, (-900.0, 900.0), strict=False):
            a = row @ case.params["W1"]
            row *= end / a[np.argmax(np.abs(a))]
        if len(far) > 3:  # slopes of 3e-5 to 5e-4 or so, which count beside the ordinary ones
            far[2] *= _STEEP[case.activation] / np.abs(far[2] @ case.params["W1"]).max()
        depth = len(case.sizes) - 1
        W, b = (case.params[f"{kind}{depth}"] for kind in "Wb")
        last = {f"W{depth}": 100.0 * W, f"b{depth}": b * (FAR_BIAS / np.abs(b).max())}
        return replace(case, X=far, params=case.params | last if depth > 1 else case.params)
    if numbers == LARGE:
        # With the same mean on every draw: what is kept by the sum of y is asked for again.
        return replace(case, y=case.y - case.y.mean() + 3e4)
    if numbers in _AT:
        return saturated(case, _AT[numbers])
    made = {TINY: faint, SOME: with_zeros, EQUAL: with_copies, ALIKE: with_repeats}.get(numbers)
    return made(case) if made else case


def _draw_forward(cases: Cases, corner: Corner) -> Args:
    case = draw(cases, corner)
    return (reaching_out(case) if corner["numbers"] == PLAIN else case).forward_args


def draws_backward(cases: Cases, corners: Sequence[Corner]) -> list[Args]:
    """The arguments of `backward` at some corners.

    For numbers of about 1 errors and slopes stay below bounds (`made_ordinary`), and inputs, hidden
    pre-activations, last weights and outputs reach one bound each, whatever the seed.
    """
    networks = [draw(cases, corner) for corner in corners]
    numbers = [corner["numbers"] for corner in corners]
    plain, none, zeros = (np.isin(numbers, kind) for kind in (PLAIN, NO_PARAMETERS, SOME))
    args: list[Args] = [()] * len(networks)
    for stack in stacked([(case.params, case.X, case.activation) for case in networks]):
        ordinary, is_plain = (plain | none)[stack.numbers], plain[stack.numbers]
        sized, deep = ordinary | zeros[stack.numbers], len(stack.params) > 2 * MANY_LAYERS
        if sized.any():
            largest = np.abs(stack.X).max(axis=(1, 2))
            stack.X[ordinary] *= (LARGEST_INPUT / largest)[ordinary, None, None]
            unsaturate(stack, ordinary, stretched=not deep)
            reach_out(stack, is_plain & (not deep))
        a, h = network.forward_pass(stack.params, stack.X, stack.activation)
        y = filled_up([networks[number].y for number in stack.numbers])
        errors = (h[-1] - y) * stack.present
        shift_outputs(stack, h[-1], is_plain)
        factors = np.where(sized, made_ordinary(stack, a, h, errors), 1.0)
        for place, (number, factor) in enumerate(zip(stack.numbers, factors.tolist(), strict=True)):
            m, y_drawn = len(networks[number].X), networks[number].y
            entered = [array[place, :m] for array in h]
            if factor != 1.0:
                y_drawn = entered[-1] - errors[place, :m] * factor
            if zeros[number]:
                y_drawn[0] = entered[-1][0]  # one example is met
            params = {name: array[place] for name, array in stack.params.items()}
            passed = [array[place, :m] for array in a]
            args[number] = params, passed, entered, y_drawn, stack.activation
    return args


def _passed(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    rights = [{"h[0]": within(X, FORWARD_RTOL)} for _, X, _ in calls]
    for stack in stacked(calls):
        a, h = network.forward_pass(stack.params, stack.X, stack.activation)
        carried = np.zeros(len(stack.numbers))
        for layer, (pre_activation, entering) in enumerate(zip(a, h, strict=False), start=1):
            # Of the terms that are added up: their sum may cancel. Those of inputs of hundreds are
            # carried on by a unit that happens to be near 0 (deep networks have no such inputs).
            weighted = norms(entering * stack.present) + carried
            weighted *= norms(stack.params[f"W{layer}"])
            if layer < len(a) <= 3:
                carried = steepness(h[layer], stack.activation, stack.present) * weighted
            scales = weighted + stack.counts**0.5 * norms(stack.params[f"b{layer}"])
            # An activation's error is at most that of the weighted sum, and its own rounding: where
            # biases are large there is no slope left.
            own = weighted + (stack.counts * pre_activation.shape[2]) ** 0.5
            bounds = FORWARD_RTOL * np.array([scales, own]).T
            for place, (bound, wider) in enumerate(bounds.tolist()):
                m, right = len(calls[stack.numbers[place]][1]), rights[stack.numbers[place]]
                right[f"a{layer}"] = Expected(pre_activation[place, :m], bound)
                right[f"h[{layer}]"] = Expected(h[layer][place, :m], wider)
    return rights


def _lists(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
    return as_layer_lists(value, network.depth_of(args[0]), ran)


def _may_share(params: Mapping[str, Array], X: Array, activation: str) -> list[tuple[str, str]]:
    depth = network.depth_of(params)
    return [
        ("result[1][0]", "argument[1]"),
        ("result[1][0]", "earlier result[1][0]"),
        (f"result[0][{depth - 1}]", f"result[1][{depth}]"),
    ]


def slopes_of_all(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    """What is right for `backward`, for each of several calls."""
    rights: list[dict[str, Expected]] = [{} for _ in calls]
    for stack in stacked([(params, h[0], activation) for params, _, h, _, activation in calls]):
        a, h = network.forward_pass(stack.params, stack.X, stack.activation)
        errors = [calls[number][2][-1] - calls[number][3] for number in stack.numbers]
        residual = filled_up(errors) / stack.counts[:, None, None]
        slopes = derivatives.gradients(stack.params, a, h, residual, stack.activation)
        parts = network.by_parameter(slopes, calls[stack.numbers[0]][0])
        sizes = np.array([norms(part) for part in parts.values()])
        sizes[-1] = np.maximum(sizes[-1], norms(residual))  # errors of an output may add up to none
        # Some are exactly zero where all parameters are; the others set the scale.
        bounds = BACKWARD_RTOL * np.maximum(sizes, 1e-6 * sizes.max(axis=0))
        # Terms may cancel in the weights' or in the biases' gradient, hardly ever in both.
        terms = np.repeat(np.maximum(sizes[::2], sizes[1::2]), 2, axis=0)
        terms *= np.maximum(1.0, np.abs(stack.X).max(axis=(1, 2)))
        for layer, entering in enumerate(h[1:-1]):
            slope = steepness(entering, stack.activation, stack.present)
            off = SLOPE_ATOL / np.maximum(slope, LEAST_SLOPE)
            bounds[: 2 * layer + 2] += off * terms[: 2 * layer + 2]
        for (name, part), own in zip(parts.items(), bounds.tolist(), strict=True):
            for number, slope, bound in zip(stack.numbers, part, own, strict=True):
                rights[number][name] = Expected(slope, bound)
    return rights


def _other_targets(first: Args, other: Args, corner: Corner, turn: int) -> Args:
    """The same pass with errors of 0.73 times the size, it turned round, another, it."""
    *passed, h, y, activation = first
    nearer = *passed, h, h[-1] - 0.73 * (h[-1] - y), activation
    return (nearer, turned_round(first), other, first)[turn % 4]


FORWARD_PROBE = Probe(
    "forward",
    FORWARD,
    _draw_forward,
    AtOnce(_passed),
    _lists,
    words=lambda params, X, activation: (
        f"forward on {counted(len(X), 'example')}, {network.sizes_words(params)}, {activation}"
    ),
    may_share=_may_share,
    # Inputs that lead far out with some weights may lead too far with others.
    twin=kept_in_turn(
        *((1,), (), (0, 1, 2), (0,)),
        unless=lambda corner: corner["numbers"] == FAR,
        joined=as_far_out,
    ),
)
BACKWARD_PROBE = Probe(
    "backward",
    BACKWARD,
    AtOnce(draws_backward),
    AtOnce(slopes_of_all),
    lambda value, args, ran: as_entries(value, args[0], "the result", ran),
    words=lambda params, a, h, y, activation: (
        f"backward on {counted(len(y), 'example')}, {network.sizes_words(params)}, {activation}"
    ),
    twin=_other_targets,
)
