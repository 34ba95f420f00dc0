"""Where the functions on whole stacks are promised to be right: any sizes, any depth, any scale."""

import math
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.assignments.scaled_init.domains.stack_truths import passed, returned, sizes
from autograder.assignments.scaled_init.stack import Params
from autograder.checking.cases import Numbers
from autograder.checking.domain import Corner, Domain, Factor, Level, Measure
from autograder.checking.intake import apart, as_array, as_layer_lists
from autograder.checking.probe import LAYOUT, REPETITION, Pair, Probe, kept_in_turn
from autograder.numerics import Array
from autograder.showing import counted

NET = Factor(
    "net",
    (
        Level((4, 3, 2), "for layers of different sizes"),
        Level((3, 2), "for a single layer"),
        Level((3, 3, 3), "for square W"),
        Level((2, 4, 3, 1), "for three layers, the last of one unit"),
    ),
)
ACTIVATION = Factor(
    "activation",
    (Level("relu", "with relu"), Level("tanh", "with tanh"), Level("linear", "with linear")),
)
EXAMPLES = Factor("examples", (Level(6), Level(1, "for one example"), Level(2)))
PLAIN, FAR, NO_PARAMETERS = "plain", "far", "no parameters"
POSITIVE, SHRINKING, SATURATED = "positive", "shrinking", "saturated"
NUMBERS = Factor(
    "numbers",
    (
        Level(PLAIN, "for numbers of about 1"),
        Level(FAR, "where pre-activations are hundreds"),
        Level(NO_PARAMETERS, "with all parameters 0"),
        Level(POSITIVE, "where weights, biases and inputs are all positive"),
        Level(SHRINKING, "where each layer is a thousandth of the one before"),
    ),
)
LAYERS = Measure(lambda corner: len(corner["net"]) - 1, "{} layers", "one layer")
FORWARDS, BACKWARDS = "forwards", "backwards"
ORDER = Factor(
    "order",
    (
        Level(FORWARDS),
        Level(BACKWARDS, "where params name the last layer first", "layers-in-dict-order"),
    ),
)
MEASURES = (
    LAYERS,
    Measure(lambda corner: corner["examples"], "{} examples", "one example"),
    Measure(lambda corner: max(corner["net"][1:]), "{} units"),
)


# W10 stands before W2 where names are sorted; more units than a block of a BLAS kernel.
DEEP, TEN = Level((3,) * 51, "for square W"), Level((3,) * 12, "for square W")
# Beyond a hundred layers for one activation only: a way by a step of every pre-activation takes
# the square of the depth.
DEEPEST = Level((3,) * 102, "for square W")
WIDE = Level((3, 18, 2))
# Beyond 1,024 inputs, units and examples, in few numbers: what works in pieces may lose the last.
LARGE = Level((1100, 2, 1100), "for more than a thousand inputs and units")
MANY = Level(1100, "for more than a thousand examples")
EXTRA = (
    {"net": DEEPEST, "activation": ACTIVATION.levels[0]},
    {"net": DEEP, "activation": ACTIVATION.levels[1]},
    {"net": TEN, "activation": ACTIVATION.levels[2]},
    {"net": WIDE, "activation": ACTIVATION.levels[1]},
    # Square layers in another order fit, and give other numbers where parameters are not 0.
    {
        "examples": Level(33),
        "activation": ACTIVATION.levels[1],
        "net": NET.levels[2],
        "order": ORDER.levels[1],
    },
    {"net": Level((1, 1), "for square W"), "examples": EXAMPLES.levels[1]},
    # Three at a time: each of these numbers with one activation, and nothing else in its way.
    {"numbers": NUMBERS.levels[2], "activation": ACTIVATION.levels[0]},
    {"numbers": NUMBERS.levels[4], "activation": ACTIVATION.levels[1], "net": NET.levels[3]},
    {
        "numbers": Level(SATURATED, "where the first layer is saturated"),
        "activation": ACTIVATION.levels[1],
    },
    {"net": Level((2, 70)), "examples": Level(70)},
    {"net": LARGE, "examples": EXAMPLES.levels[1]},
    {"examples": MANY},
)
DOMAIN = Domain(
    (NET, NUMBERS, ACTIVATION, EXAMPLES, ORDER, LAYOUT, REPETITION), measures=MEASURES, extra=EXTRA
)
ORDINARY, HUGE, TINY, NOTHING = "ordinary", "huge", "tiny", "nothing"
UPSTREAM = Factor(
    "upstream",
    (
        Level(ORDINARY, "for an upstream of about 1"),
        Level(HUGE, "for an upstream of about 30,000"),
        Level(TINY, "for an upstream of about 1e-9"),
        Level(NOTHING, "where upstream is 0"),
    ),
)
RETURNING = Domain(
    (NET, NUMBERS, ACTIVATION, EXAMPLES, UPSTREAM, ORDER, LAYOUT, REPETITION),
    measures=MEASURES,
    # What is taken from the layer below fits in square layers, where every unit may be awake.
    extra=(*EXTRA, {"upstream": UPSTREAM.levels[2], "net": NET.levels[2]}),
)


def _layer(cases: Numbers, fan_in: int, fan_out: int) -> tuple[Array, Array]:
    """W (fan_in, fan_out) and b (fan_out,) of a layer."""
    W = cases.away_from_zero(fan_in, fan_out) / math.sqrt(fan_in)
    return W, 0.5 * cases.away_from_zero(fan_out)


def _deep(cases: Numbers, *units: int) -> Iterable[tuple[Array, Array]]:
    """The same for each layer of a deep stack, whose sizes are all equal."""
    weights = np.linalg.qr(cases.away_from_zero(len(units), units[0], units[0]))[0]
    return zip(weights, 0.1 * cases.away_from_zero(len(units), units[0]), strict=True)


def draw(cases: Numbers, corner: Corner) -> tuple[dict[str, Array], Array, str]:
    """(params, X, activation) at a corner.

    In a deep stack, W is orthogonal and keeps the size of the signal.
    """
    sizes, numbers = corner["net"], corner["numbers"]
    deep = len(sizes) > 10
    shapes = zip(sizes, sizes[1:], strict=False)
    drawn = _deep(cases, *sizes[1:]) if deep else [_layer(cases, *shape) for shape in shapes]
    params: dict[str, Array] = {}
    for layer, (W, b) in enumerate(drawn, start=1):
        params[f"W{layer}"], params[f"b{layer}"] = W, b
    X = cases.away_from_zero(corner["examples"], sizes[0])
    if numbers == NO_PARAMETERS:
        params = {name: np.zeros_like(array) for name, array in params.items()}
    elif numbers == POSITIVE:
        params, X = {name: np.abs(array) for name, array in params.items()}, np.abs(X)
    elif numbers == SHRINKING:
        params = {name: _shrunk(name, array) for name, array in params.items()}
    elif numbers == SATURATED:
        params |= _shut(params)
    relu = corner["activation"] == "relu" and numbers not in (NO_PARAMETERS, POSITIVE)
    if relu:
        params = _alive(params, X, every=deep)
    if numbers == FAR:
        for _ in range(3):  # biases do not grow, and with other signs the largest is another one
            X = X * _to_the_edge(params, X, corner["activation"])
            params = _alive(params, X, every=True) if relu else params
        X = X * min(1.0, _to_the_edge(params, X, corner["activation"]))
    if corner["order"] == BACKWARDS:
        params = dict(reversed(params.items()))
    return params, X, corner["activation"]


def _alive(params: Params, X: Array, every: bool = False) -> dict[str, Array]:
    """The parameters with other signs, so that no draw decides whether anything passes a ReLU.

    For the first example of X (m, n_in) the first unit of each layer is awake and the last one, if
    it is another, asleep; or `every` unit is awake, so that a deep stack keeps its gradient.
    """
    found, h = dict(params), X[:1]
    for layer in range(1, stack.depth_of(params) + 1):
        W, b = f"W{layer}", f"b{layer}"
        a = h @ params[W] + params[b]
        wanted = np.ones(a.shape[1]) if every else np.sign(a[0])
        wanted[0] = 1.0
        wanted[1:][-1:] = 1.0 if every else -1.0
        signs = np.where(a[0] * wanted < 0.0, -1.0, 1.0)
        found[W], found[b] = signs * params[W], signs * params[b]
        h = np.maximum(signs * a, 0.0)
    return found


# Pre-activations are promised to be right up to 1000, and an exponential overflows at 709.8.
EDGE, TOP = 900.0, 730.0


def _to_the_edge(params: Params, X: Array, activation: str) -> float:
    """What X (m, n_in) is multiplied with, so that the largest pre-activation is near `EDGE`.

    That of the first layer for tanh, behind which all others are small. Biases, of ½, do not grow.
    For ReLU the largest positive one is near `TOP`, unless a negative one is too far out then,
    which of one example none is: what cuts off at less does so on every draw.
    """
    a, _ = stack.forward_pass(params, X, activation)
    layers = a[:1] if activation == "tanh" else a
    far = EDGE / max(float(np.abs(layer).max()) for layer in layers)
    if activation != "relu":
        return far
    return min(far, TOP / max(float(layer.max()) for layer in layers))


# tanh(10.5) is 1.5e-9 below 1, fifty times the bound on it, and its slope is 3e-9.
SHUT, SPREAD = 10.5, 0.05


def _shut(params: Params) -> dict[str, Array]:
    """The first layer with units at plus or minus `SHUT`, in turn, and within 0.3 of it."""
    b = SPREAD * params["b1"]
    return {"W1": SPREAD * params["W1"], "b1": b + np.where(np.arange(len(b)) % 2, -SHUT, SHUT)}


def _shrunk(name: str, array: Array) -> Array:
    """Weights of a thousandth, and biases as large as what the weights make of the signal."""
    layer = int(name[1:])
    return array * (1e-3 if name[0] == "W" else 1e-3**layer)


def draw_returning(cases: Numbers, corner: Corner) -> tuple[Any, ...]:
    """(params, X, upstream, activation) at a corner."""
    params, X, activation = draw(cases, corner)
    scale = {HUGE: 3e4, TINY: 1e-9, NOTHING: 0.0}.get(corner["upstream"], 1.0)
    # No zero is negative, as some would be on one draw and others on the next.
    upstream = scale * cases.away_from_zero(corner["examples"], corner["net"][-1]) + 0.0
    return params, X, upstream, activation


def _lists(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
    return as_layer_lists(value, stack.depth_of(args[0]), ran)


def _by_layer(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
    array = as_array(value, (stack.depth_of(args[0]),), "the result", ran)
    return {f"layer {layer}": np.asarray(entry) for layer, entry in enumerate(array, start=1)}


def _one_layer(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
    depth = stack.depth_of(args[0])
    name, (observed, expected) = next(iter(wrong.items()))
    saw, wanted = apart(float(observed), float(expected))
    number = int(name.removeprefix("layer ")) - 1
    rest = "" if depth == 1 else f"; {len(wrong)} of {depth} layers are wrong"
    return f"result[{number}] is {saw}, and should be {wanted}{rest}"


def _may_share(params: Params, X: Array, activation: str) -> list[tuple[str, str]]:
    pairs = [("result[1][0]", "argument[1]"), ("result[1][0]", "earlier result[1][0]")]
    if activation == "linear":
        depth = stack.depth_of(params)
        pairs += [(f"result[0][{layer}]", f"result[1][{layer + 1}]") for layer in range(depth)]
    return pairs


def sizes_words(params: Params) -> str:
    """The layer sizes, read off the shapes, for "we ran"; a long run of equal ones is counted."""
    depth = stack.depth_of(params)
    sizes = [len(params["W1"]), *(len(params[f"b{layer + 1}"]) for layer in range(depth))]
    if depth > 8:
        return f"{depth} layers of {sizes[-1]} units"
    return f"layers {' → '.join(map(str, sizes))}"


def _words(function: str, params: Params, X: Array, *others: Any) -> str:
    return f"{function} on {counted(len(X), 'example')}, {sizes_words(params)}, {others[-1]}"


# Inputs that lead as far as it goes with some weights lead too far with others.
_kept_in_turn = partial(kept_in_turn, unless=lambda corner: corner["numbers"] == FAR)
FORWARD_DEEP = Probe(
    "forward_deep",
    DOMAIN,
    draw,
    passed,
    _lists,
    words=partial(_words, "forward_deep"),
    may_share=_may_share,
    twin=_kept_in_turn((1,), (0, 1, 2), (), (0,)),
)
SIGNAL = Probe(
    "signal_through_depth",
    DOMAIN,
    draw,
    sizes,
    _by_layer,
    words=partial(_words, "signal_through_depth"),
    says=_one_layer,
    twin=_kept_in_turn((1,), (0, 1, 2), (), (0,)),
)
GRADIENT = Probe(
    "gradient_through_depth",
    RETURNING,
    draw_returning,
    returned,
    _by_layer,
    words=partial(_words, "gradient_through_depth"),
    says=_one_layer,
    twin=_kept_in_turn((), (0, 1, 2, 3), (0, 1), (), (0, 2), (), (1, 2)),
)
