"""Where the units of a network are put: on an ordinary scale, faint, all saturated, or one at 0."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from autograder.assignments.weight_init import derivatives, network
from autograder.assignments.weight_init.cases import Network
from autograder.assignments.weight_init.stacks import NetworkStack, norms
from autograder.checking.probe import Args
from autograder.numerics import Array

# Of numbers of about 1, what is largest on every draw: a bound on it cuts at the same corners on
# every seed.
LARGEST_ORDINARY = 3.0  # pre-activation; tanh′(3) is 0.01, σ′(3) is 0.05
LARGEST_INPUT, LARGEST_WEIGHT, LARGEST_OUTPUT = 1.5, 1.5, 11.0
# Weights between hidden layers that are stretched to that are 1.8 to 5.0 at most, by the draw.
LARGEST_OF_THREE = 5.5
# So what cuts errors, slopes or gradients off at 1, or slopes at 0.5, is seen at every scale alone.
ORDINARY_ERROR, ORDINARY_SLOPE, ORDINARY_LENGTH = 0.9, 0.45, 0.95
MANY_LAYERS = 8
# Of `reaching_out`, first pre-activations and outputs; 5 or so in between.
LARGEST_BIAS, LARGEST_OF_ALL = 8.5, 9.5
# Ordinary pre-activations keep off 0, where a slope is the largest one to many digits. Each of at
# most 33 examples rules out at most 3 of the 201 shifts of a bias: one is always left.
_SHIFTS = 0.02 * np.array(sorted(range(-100, 101), key=abs))
# Of saturated units, by activation. SHUT: h is 2e-10 to 4e-10 from its limit, near to it and not
# at it. NEARLY_SHUT: h is 3e-7 from it, and slopes of 2e-7 to 5e-7 still pass something back.
SHUT = {"sigmoid": 22.5, "tanh": 11.2}
NEARLY_SHUT = {"sigmoid": 15.0, "tanh": 8.0}
_SPREAD = 0.05  # what is left of ordinary weights and biases: pre-activations are within 0.2 of it


def saturated(case: Network, at: dict[str, float]) -> Network:
    """The network with all units of its first hidden layer at plus or minus a level, in turn."""
    level, neurons = at[case.activation], case.sizes[1]
    signs = np.where(np.arange(neurons) % 2, -1.0, 1.0)
    first = {"W1": _SPREAD * case.params["W1"], "b1": _SPREAD * case.params["b1"] + level * signs}
    return replace(case, params=case.params | first)


def reaching_out(case: Network) -> Network:
    """The network with 1.5 as largest weight and input, 8.5 as bias, and 9.5 as pre-activation.

    So what cuts off at 1 or at 5 changes something, on every draw, and what begins at 10 does not.
    The largest pre-activations and biases are positive ones of the first layer, and negative
    outputs.
    """
    case = replace(case, X=case.X * (LARGEST_INPUT / np.abs(case.X).max()))
    params = {name: array.copy() for name, array in case.params.items()}
    for array in params.values():
        _stretch(array)
    for number, sign in {1: 1.0, len(params) // 2: -1.0}.items():
        W = params[f"W{number}"]
        b = params[f"b{number}"]
        sums = network.forward_pass(params, case.X, case.activation)[1][number - 1] @ W
        example, unit = np.unravel_index(np.argmax(np.abs(sums)), sums.shape)
        farthest = float(sums[example, unit])
        b[unit] = sign * LARGEST_BIAS
        W[:, unit] *= sign * np.sign(farthest) / max(1.0, abs(farthest))
        if b.size > 1:
            _stretch(W, np.arange(b.size) != unit)
    return replace(case, params=params)


def _stretch(array: Array, among: NDArray[np.bool_] | bool = True) -> None:
    """Have `LARGEST_WEIGHT` be the size of the largest entry, of some columns or all, in place."""
    place = np.unravel_index(np.argmax(np.abs(array) * among), array.shape)
    array[place] = np.copysign(LARGEST_WEIGHT, array[place])


def as_far_out(args: Args, first: Args) -> Args:
    """`forward`'s arguments, of two networks, whose ends are as far out as those of one.

    What is beyond 10 would else be met on some draws only.

    Args:
        args: (params, X, activation), of which params or X may be those of `first`.
        first: (params, X, activation) of a network that is `reaching_out`.
    """
    params, X, activation = args
    for layer in sorted({1, len(params) // 2}):
        own, other = (
            network.forward_pass(one, entering, activation)[0][layer - 1]
            for one, entering in ((first[0], first[1]), (params, X))
        )
        beyond = np.maximum(np.abs(other) - np.abs(own).max(), 0.0)
        if not beyond.any():
            continue
        if params is first[0]:  # its own inputs once more, in another order, and nearly as large
            return params, 0.95 * first[1][::-1], activation
        farthest = np.argmax(beyond, axis=0), np.arange(other.shape[1])
        shifts = -np.sign(other[farthest]) * beyond[farthest]
        params = params | {f"b{layer}": params[f"b{layer}"] + shifts}
    return params, X, activation


def with_copies(case: Network) -> Network:
    """The network with 0.5 for every parameter.

    All units of a layer are one then, and a gradient is one number: no input is negative, and every
    error 0.5 at least, so that no terms of it cancel.
    """
    params = {name: np.full_like(array, 0.5) for name, array in case.params.items()}
    case = replace(case, params=params, X=np.abs(case.X))
    return replace(case, y=case.passed[1][-1] - 0.5 - np.abs(case.y))


def with_repeats(case: Network) -> Network:
    """The network with inputs and targets of 0 or 1; its last two examples are the first two.

    Its outputs are 1.5 at least, so that errors do not average to nothing.
    """
    X, y = (np.round(np.abs(values) % 1.0) for values in (case.X, case.y))
    X[-2:], y[-2:] = X[:2], y[:2]
    case = replace(case, X=X, y=y)
    last = f"b{len(case.sizes) - 1}"
    shift = 1.5 - case.passed[1][-1].min(axis=0)
    return replace(case, params=case.params | {last: case.params[last] + shift})


def turned_round(args: Args) -> Args:
    """A network and its pass with inputs and hidden units in the opposite order; targets stay.

    So outputs stay, too, but for a tenth of what the errors average to: neither targets nor errors
    nor sums tell it from the one before, and its errors are no larger.

    Args:
        args: as `backward` takes them.
    """
    params, a, h, y, activation = args
    last = len(a)
    turned = {
        name: array[..., ::-1] if int(name[1:]) < last else array for name, array in params.items()
    }
    turned |= {f"W{layer}": turned[f"W{layer}"][::-1] for layer in range(1, last + 1)}
    shift = -0.1 * (h[-1] - y).mean(axis=0)
    turned[f"b{last}"] = turned[f"b{last}"] + shift
    turned = {name: array.copy() for name, array in turned.items()}
    outputs = a[-1] + shift
    return (
        turned,
        [*(one[:, ::-1].copy() for one in a[:-1]), outputs],
        [*(one[:, ::-1].copy() for one in h[:-1]), outputs],
        y,
        activation,
    )


def with_zeros(case: Network) -> Network:
    """The network with some zeros in every array, beside other numbers.

    The second unit of each layer has neither weights nor a bias, so its tanh is 0, too.
    """
    X, *params = (
        np.where(np.arange(array.shape[-1]) == 1, 0.0, array)
        for array in (case.X, *case.params.values())
    )
    return replace(case, X=X, params=dict(zip(case.params, params, strict=True)))


def faint(case: Network) -> Network:
    """The network with outputs of about 1e-7, off by 2e-9, and first pre-activations of about 3e-3.

    The error is known to 1e-14, also where outputs are computed once more; slopes are 1 − 1e-5, and
    taken at the activation 5e-11 off: on every seed that is more than the bound.
    The first of the last biases is 5e-9, and no small share of its output.
    """
    depth = len(case.sizes) - 1
    scales = {"1": 3e-3} | {str(depth): 1e-7}
    params = {name: array * scales.get(name[1:], 1.0) for name, array in case.params.items()}
    params[f"b{depth}"][0] = 5e-9
    case = replace(case, params=params)
    return replace(case, y=case.passed[1][-1] - 2e-9 * case.y)


def unsaturate(stack: NetworkStack, which: NDArray[np.bool_], stretched: bool) -> None:
    """Multiply weights and biases before hidden units such that none of these is saturated.

    None is beyond `LARGEST_ORDINARY`, or near 0 unless all are 0, whatever the seed.

    Args:
        stack: the networks; their weights and biases are changed in place.
        which: (networks,), which of them.
        stretched: whether the largest of each layer is to be as large as that, and no less.
    """
    entering, present = stack.X, stack.present
    for layer in range(1, len(stack.params) // 2):
        own = {f"{kind}1": stack.params[f"{kind}{layer}"] for kind in "Wb"}
        (a,), _ = network.forward_pass(own, entering, stack.activation)
        shifts = _away_from_zero(a, present) * (which & a.any(axis=(1, 2)))[:, None]
        own["b1"] += shifts
        a += shifts[:, None, :]
        largest = np.abs(a * present).max(axis=(1, 2))
        least = 1e-300 if stretched else LARGEST_ORDINARY  # where all are 0, they stay 0
        factors = np.where(which, LARGEST_ORDINARY / np.maximum(largest, least), 1.0)
        factors[largest == 0.0] = 1.0
        own["W1"] *= factors[:, None, None]
        own["b1"] *= factors[:, None]
        entering = network.ACTIVATIONS[stack.activation](a * factors[:, None, None])


def reach_out(stack: NetworkStack, which: NDArray[np.bool_]) -> None:
    """Have `LARGEST_WEIGHT` be the size of the largest last weight of some networks (networks,).

    Of more than two layers it is `LARGEST_OF_THREE`. They are changed in place.
    """
    depth = len(stack.params) // 2
    W = stack.params[f"W{depth}"]
    size = LARGEST_WEIGHT if depth < 3 else LARGEST_OF_THREE
    W[which] *= size / np.abs(W[which]).max(axis=(1, 2), keepdims=True)


def shift_outputs(stack: NetworkStack, outputs: Array, which: NDArray[np.bool_]) -> None:
    """Have the largest output of some networks be `LARGEST_OUTPUT` in size, by the last biases.

    The first output is negative, the second one positive, and so on in turn.

    Args:
        stack: the networks; their last biases are changed in place.
        outputs: (networks, m, n_out), which are changed with them.
        which: (networks,), which of them.
    """
    signs = np.where(np.arange(outputs.shape[2]) % 2, 1.0, -1.0)
    largest = np.where(stack.present, signs * outputs, -np.inf).max(axis=1)
    shifts = signs * (LARGEST_OUTPUT - largest) * which[:, None]
    stack.params[f"b{len(stack.params) // 2}"] += shifts
    outputs += shifts[:, None, :]


def made_ordinary(stack: NetworkStack, a: list[Array], h: list[Array], errors: Array) -> Array:
    """What to multiply errors with, so that neither they nor what comes of them is large.

    Args:
        stack: the networks.
        a, h: their pass.
        errors: (networks, m, n_out), with rows of zeros where a network has fewer than m examples.

    Returns:
        (networks,) factors.
    """
    residual = errors / stack.counts[:, None, None]
    if len(a) > MANY_LAYERS:  # deep ones pass on no more than all errors
        slopes = np.abs(residual).sum(axis=(1, 2))[:, None]
    else:
        slopes = derivatives.gradients(stack.params, a, h, residual, stack.activation)
    bounds = (
        ORDINARY_ERROR / np.abs(errors).max(axis=(1, 2)),
        ORDINARY_SLOPE / np.abs(slopes).max(axis=1),
        ORDINARY_LENGTH / norms(slopes),
    )
    return np.asarray(np.min(bounds, axis=0))


def _away_from_zero(a: Array, present: Array) -> Array:
    """The smallest shifts `(stack, neurons)` that take what is in `a` 0.02 away from 0."""
    near = (np.abs(a) < 0.02) & (present != 0)
    shifts = np.zeros((len(a), a.shape[2]))
    for place in np.argwhere(near.any(axis=1)).tolist():  # one in ten
        which, neuron = place
        own = a[which, present[which, :, 0] != 0, neuron]
        still_near = (np.abs(own[:, None] + _SHIFTS) < 0.02).any(axis=0)
        shifts[which, neuron] = _SHIFTS[np.argmin(still_near)]
    return shifts


def steepness(h: Array, activation: str, present: Array) -> Array:
    """The root mean square of f′ over a layer's h (networks, m, neurons): of each network.

    Args:
        h: activations of a hidden layer.
        activation: which gave them.
        present: (networks, m, 1), 1 for an example and 0 for what merely fills up.
    """
    slopes = (h * (1.0 - h) if activation == "sigmoid" else 1.0 - h * h) * present
    counts = present.sum(axis=(1, 2)) * h.shape[2]
    return np.asarray(np.sqrt(np.einsum("ijk,ijk->i", slopes, slopes) / counts))
