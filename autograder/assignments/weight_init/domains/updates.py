"""Where `sgd_step` and `train` are promised to be right: every rate, any number of steps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.assignments.weight_init.cases import Cases, Network
from autograder.assignments.weight_init.domains.descents import descent
from autograder.assignments.weight_init.domains.hidden_units import NEARLY_SHUT, saturated
from autograder.assignments.weight_init.domains.networks import ACTIVATION, DEEP, NET, WIDE
from autograder.assignments.weight_init.network import Params, sizes_words
from autograder.assignments.weight_init.stacks import filled_up, stacked
from autograder.checking.domain import Corner, Domain, Factor, Level, Measure
from autograder.checking.intake import (
    ARRAY_RTOL,
    as_entries,
    as_params,
    as_sequence,
    each_off,
    shapes_of,
)
from autograder.checking.probe import (
    LAYOUT,
    REPETITION,
    Args,
    AtOnce,
    Expected,
    Pair,
    Probe,
    kept_in_turn,
)
from autograder.numerics import Array
from autograder.showing import counted

RATE = Factor(
    "rate",
    (
        Level(0.1, "when the rate is 0.1"),
        Level(0.0, "when the rate is 0"),
        Level(1e-6, "when the rate is 1e-6"),
        Level(2.5, "when the rate is 2.5"),
    ),
)
_LAYERS = Measure(lambda corner: len(corner["net"]) - 1, "{} layers", "one layer")
PLAIN, PARTLY_ZERO, LARGE, TINY = "plain", "partly zero", "large", "tiny"
UPDATE = Domain(
    (
        NET,
        RATE,
        Factor(
            "gradients",
            (
                Level(PLAIN, "for gradients of about 1"),
                Level(PARTLY_ZERO, "where a bias and some gradients are zero"),
                Level(LARGE, "for gradients of about 1,000,000"),
                Level(TINY, "for parameters and gradients of about 1e-12"),
            ),
        ),
        LAYOUT,
        REPETITION,
    ),
    measures=(_LAYERS,),
    # 4200 weights in one array: from a page (4096) on, code is likely to change its ways.
    extra=({"net": DEEP}, {"net": WIDE}, {"net": Level((1, 70, 60))}),
)
FITTED, SATURATED, MET, FAR = "fitted", "saturated", "met", "far"
FAR_OUT = "for inputs of about 100, targets of about 300 and weights of thousands"
STEPS = Factor("steps", (Level(3), Level(1), Level(0)))
TRAINING = Domain(
    (
        NET,
        RATE,
        STEPS,
        ACTIVATION,
        Factor("examples", (Level(5), Level(1, "for one example"))),
        Factor(
            "data",
            (
                Level(PLAIN, "for targets that are missed"),
                Level(SATURATED, "where the first hidden layer is nearly saturated"),
                Level(FITTED, "for targets that are almost met"),
            ),
        ),
        LAYOUT,
        REPETITION,
    ),
    forbidden=({"data": SATURATED, "net": (3, 2)},),
    measures=(
        _LAYERS,
        Measure(lambda corner: corner["steps"], "{} steps", "one step"),
        Measure(lambda corner: corner["examples"], "{} examples", "one example"),
    ),
    extra=(
        {
            "net": Level((2, 1)),
            "steps": Level(30),
            "examples": Level(3),
            "data": Level(TINY, "for parameters, inputs and targets of about 1e-6"),
            "rate": RATE.levels[2],
        },
        {"net": DEEP, "steps": STEPS.levels[1], "activation": ACTIVATION.levels[1]},
        {"net": Level((1, 1)), "steps": Level(110), "examples": Level(3)},
        {"net": Level((2, 1)), "examples": Level(130)},
        {"data": Level(MET, "for targets that are met, biases of 0, and no negative number")},
        {"data": Level(FAR, FAR_OUT), "rate": RATE.levels[2]},
    ),
)
# A step of 0.1 along it is 1e-11, a hundred times what rounding may take of parameters of 1; what
# ends training early, or skips a step, does so for gradients of 1e-9 and more.
ALMOST = 1e-10
MEAN_ERROR = 3.7  # of the first output
LARGEST_WEIGHT, LARGEST_SLOPE = 5000.0, 3000.0  # where it is far out
# One product and one difference, correctly rounded each: 2.2e-16 of the terms.
UPDATE_RTOL = 1e-13
# Right gradients agree to 4e-15, and a few steps make that larger: by less than a factor of 1e4
# even at a rate of 2.5, and 110 at a rate of 0.1 no more (see `tests/validity/test_margins.py`).
STEPS_RTOL = 1e-8


def draw_update(cases: Cases, corner: Corner) -> tuple[Params, Params, float]:
    """(params, grads, learning_rate) at a corner."""
    params = cases.network(corner["net"], 2, "tanh").params
    scale = {LARGE: 1e6, TINY: 1e-12}.get(corner["gradients"], 1.0)
    if corner["gradients"] == TINY:
        params = {name: scale * array for name, array in params.items()}
    grads = {name: scale * cases.spread_normally(*p.shape) for name, p in params.items()}
    if corner["gradients"] == PARTLY_ZERO:
        grads["b1"] = np.zeros_like(grads["b1"])
        grads["W1"][0] = 0.0
        params = params | {"b1": np.zeros_like(params["b1"])}
    return params, grads, corner["rate"]


def _updated(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    arrays = [(array, grads[name]) for params, grads, _ in calls for name, array in params.items()]
    rates = [rate for params, _, rate in calls for _ in params]
    sizes = [array.size for array, _ in arrays]
    before, slopes = (np.concatenate([both[i].ravel() for both in arrays]) for i in range(2))
    after = before - np.repeat(rates, sizes) * slopes
    starts = np.cumsum([0, *sizes])
    scales = _norms(before, starts) + np.array(rates) * _norms(slopes, starts)
    bounds = iter((UPDATE_RTOL * scales).tolist())
    parts = iter(np.split(after, starts[1:-1]))
    return [
        {
            name: Expected(next(parts).reshape(array.shape), next(bounds))
            for name, array in params.items()
        }
        for params, _, _ in calls
    ]


def _norms(flat: Array, starts: NDArray[np.intp]) -> Array:
    """The 2-norms of pieces of a (numbers,) array, by where each begins and the last ends."""
    return np.asarray(np.sqrt(np.add.reduceat(flat * flat, starts[:-1])))


def draw_training(cases: Cases, corner: Corner) -> tuple[Any, ...]:
    """The arguments of `train` at a corner.

    Targets lie above the outputs, on the mean by the same on every draw: along the mean error the
    loss of a linear output bends most, so a rate of 2.5 makes it rise at once, and as far on each
    seed (to slopes of 300 or so, where units are nearly saturated).
    """
    case = cases.network(corner["net"], corner["examples"], corner["activation"])
    data = corner["data"]
    if data == FITTED:
        case = replace(case, y=case.passed[1][-1] + ALMOST * (2.0 + np.abs(case.y)))
    elif data == MET:
        params = {name: np.abs(array) * (name[0] == "W") for name, array in case.params.items()}
        case = replace(case, params=params, X=np.abs(case.X))
        case = replace(case, y=case.passed[1][-1])
    else:
        if data == SATURATED:
            case = saturated(case, NEARLY_SHUT)
        means = MEAN_ERROR + 0.6 * np.arange(case.y.shape[1])
        case = replace(case, y=case.y + means - (case.y - case.passed[1][-1]).mean(axis=0))
        if data == FAR:
            case = _far_out(case)
        if data == TINY:
            params = {name: 1e-6 * array for name, array in case.params.items()}
            case = replace(case, params=params, X=1e-6 * case.X, y=1e-6 * case.y)
    return case.params, case.X, case.y, case.activation, corner["rate"], corner["steps"]


def _far_out(case: Network) -> Network:
    """The same network with large inputs, targets, weights and slopes, and pre-activations as
    they were: on every draw the largest first weight is 5000, and the largest slope 3000."""
    far = case.scaled(100.0)
    X, W = far.X.copy(), far.params["W1"].copy()
    factor = LARGEST_WEIGHT / np.abs(W[0]).max()
    X[:, 0] /= factor
    W[0] *= factor
    far = replace(far, X=X, params=far.params | {"W1": W}, y=case.y + 300.0)
    # Slopes of the first weights are as large as the last weights, where errors stay as they are.
    last, errors = f"W{len(far.sizes) - 1}", far.passed[1][-1] - far.y
    larger = far.params[last] * (LARGEST_SLOPE / np.abs(far.slopes["W1"]).max())
    far = replace(far, params=far.params | {last: larger})
    return replace(far, y=far.passed[1][-1] - errors)


def _trained(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    rights: list[dict[str, Expected]] = [{} for _ in calls]
    for stack in stacked([(params, X, activation) for params, X, _, activation, _, _ in calls]):
        own = [calls[number] for number in stack.numbers]
        y = filled_up([call[2] for call in own])
        rates, steps = zip(*(call[4:] for call in own), strict=True)
        history = descent(stack, y, np.array(rates), max(steps))
        sizes, ways = (
            np.sqrt(np.einsum("snp,snp->sn", each, each))
            for each in (history, history - history[0])
        )
        # Rounding of the first step is carried on as the step itself is: at a rate of 2.5 it grows.
        grown = np.maximum(1.0, ways / np.maximum(ways[min(1, max(steps))], 1e-300))
        bounds = UPDATE_RTOL * (sizes + sizes[0]) * grown + STEPS_RTOL * ways
        bounds[0] = UPDATE_RTOL * sizes[0]
        for place, number in enumerate(stack.numbers):
            for step in range(steps[place] + 1):
                bound = float(bounds[step, place])
                rights[number][f"history[{step}]"] = Expected(history[step, place], bound)
    return rights


def _flat(params: Params) -> Array:
    return np.concatenate([array.ravel() for array in params.values()])


def _entries(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
    params, *_, steps = args
    shapes = shapes_of(params)
    return {
        f"history[{step}]": _flat(as_params(entry, shapes, f"history[{step}]", ran))
        for step, entry in enumerate(as_sequence(value, steps + 1, "the history", ran))
    }


def _first_wrong_step(args: tuple[Any, ...], wrong: Mapping[str, Pair]) -> str:
    step, (observed, expected) = next(iter(wrong.items()))
    # Where all is tiny, what is off by a thousandth of what is off most is off.
    far = min(1e-12, 1e-3 * float(np.nan_to_num(np.abs(observed - expected)).max()))
    pairs: dict[str, Pair] = {}
    start = 0
    for name, array in args[0].items():
        part = slice(start, start + array.size)
        start += array.size
        shape = array.shape
        if not np.allclose(observed[part], expected[part], rtol=min(ARRAY_RTOL, far), atol=far):
            pairs[name] = observed[part].reshape(shape), expected[part].reshape(shape)
    right = [name for name in args[0] if name not in pairs]
    return f"{step}: {each_off(pairs, right)}"


SGD_STEP = Probe(
    "sgd_step",
    UPDATE,
    draw_update,
    AtOnce(_updated),
    lambda value, args, ran: as_entries(value, args[0], "the result", ran),
    words=lambda params, grads, rate: (
        f"sgd_step with {sizes_words(params)}, learning rate {rate:g}"
    ),
    twin=kept_in_turn((), (0,), (1,), (0, 1, 2)),
)
TRAIN = Probe(
    "train",
    TRAINING,
    draw_training,
    AtOnce(_trained),
    _entries,
    words=lambda params, X, y, activation, rate, steps: (
        f"train for {counted(steps, 'step')} on {counted(len(X), 'example')}, "
        f"{sizes_words(params)}, {activation}, learning rate {rate:g}"
    ),
    says=_first_wrong_step,
    # All come again after three steps, whose results are new arrays; of no step there is none.
    twin=kept_in_turn((1, 2), tuple(range(6)), (0,), ()),
    may_share=lambda params, *_: [
        pair
        for name in params
        for pair in (
            (f"result[0][{name!r}]", f"argument[0][{name!r}]"),
            (f"result[0][{name!r}]", f"earlier result[0][{name!r}]"),
        )
    ],
)
