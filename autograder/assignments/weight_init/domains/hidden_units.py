"""Where the units of a network are put: on an ordinary scale, faint, all saturated, or one at 0."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Network
from autograder.assignments.weight_init.stacks import NetworkStack
from autograder.checking.probe import Args
from autograder.numerics import Array

FIRST_OUTPUT = -1.5  # negative, and beyond 1
LARGEST_ORDINARY = 3.0  # pre-activation; tanh′(3) is 0.01, σ′(3) is 0.05
LARGEST_OF_ALL = 9.5  # first pre-activation of `reaching_out`; the others are 5 or so at most
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
    """The network with a 1.5 in every parameter, and a first pre-activation of 9.5 as the largest.

    So what cuts off at 1 or at 5 changes something, on every draw, and what begins at 10 does not.
    """
    params = {name: array.copy() for name, array in case.params.items()}
    for array in params.values():
        largest = np.argmax(np.abs(array))
        array.flat[largest] = np.copysign(1.5, array.flat[largest])
    first = np.argmax(np.abs(params["b1"]))
    sign = np.sign(params["b1"][first])
    a = case.X @ params["W1"][:, first]
    params["b1"][first] = sign * (LARGEST_OF_ALL - np.max(sign * a))
    return replace(case, params=params)


def as_far_out(args: Args, first: Args) -> Args:
    """`forward`'s arguments, of two networks, with first pre-activations as far out as in one.

    What is beyond 10 would else be met on some draws only.

    Args:
        args: (params, X, activation), of which params or X may be those of `first`.
        first: (params, X, activation) of a network that is `reaching_out`.
    """
    params, X, activation = args
    largest = np.abs(first[1] @ first[0]["W1"] + first[0]["b1"]).max()
    a = X @ params["W1"] + params["b1"]
    beyond = np.maximum(np.abs(a) - largest, 0.0)
    if not beyond.any():
        return args
    if params is first[0]:  # its own inputs once more, in another order, and nearly as large
        return params, 0.95 * first[1][::-1], activation
    farthest = np.argmax(beyond, axis=0), np.arange(a.shape[1])
    b1 = params["b1"] - np.sign(a[farthest]) * beyond[farthest]
    return params | {"b1": b1}, X, activation


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


def with_targets(args: Args, y: Array) -> Args:
    """A network and its pass with other targets, and errors of the same mean as before.

    By its last biases: what errors average to decides how exactly a gradient can be known.

    Args:
        args: as `backward` takes them.
        y: (m, n_out), the targets.
    """
    params, a, h, before, activation = args
    shift = (y - before).mean(axis=0)
    last = f"b{len(a)}"
    moved = [*a[:-1], a[-1] + shift]
    return params | {last: params[last] + shift}, moved, [*h[:-1], moved[-1]], y, activation


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
    """The network with outputs of about 1e-7, off by 2e-9, and first pre-activations of about 1e-3.

    The error is known to 1e-14, also where outputs are computed once more; slopes are 1 − 1e-6.
    The first of the last biases is 5e-9, and no small share of its output.
    """
    depth = len(case.sizes) - 1
    scales = {"1": 1e-3} | {str(depth): 1e-7}
    params = {name: array * scales.get(name[1:], 1.0) for name, array in case.params.items()}
    params[f"b{depth}"][0] = 5e-9
    case = replace(case, params=params)
    return replace(case, y=case.passed[1][-1] - 2e-9 * case.y)


def unsaturate(stack: NetworkStack, which: NDArray[np.bool_]) -> None:
    """Make weights before hidden units smaller where these would be saturated.

    None is beyond `LARGEST_ORDINARY`, or near 0 unless all are 0, whatever the seed.

    Args:
        stack: the networks; their weights and biases are changed in place.
        which: (networks,), which of them.
    """
    entering, present = stack.X, stack.present
    for layer in range(1, len(stack.params) // 2):
        own = {f"{kind}1": stack.params[f"{kind}{layer}"] for kind in "Wb"}
        (a,), _ = network.forward_pass(own, entering, stack.activation)
        shifts = _away_from_zero(a, present) * (which & a.any(axis=(1, 2)))[:, None]
        own["b1"] += shifts
        a += shifts[:, None, :]
        largest = np.abs(a * present).max(axis=(1, 2))
        factors = np.where(which, LARGEST_ORDINARY / np.maximum(largest, LARGEST_ORDINARY), 1.0)
        own["W1"] *= factors[:, None, None]
        own["b1"] *= factors[:, None]
        entering = network.ACTIVATIONS[stack.activation](a * factors[:, None, None])


def reach_out(stack: NetworkStack, which: NDArray[np.bool_]) -> None:
    """Have a last weight of some networks (networks,) be 1.5 or −1.5; they are changed in place."""
    first = stack.params[f"W{len(stack.params) // 2}"][:, 0, 0]
    first[which] = np.copysign(1.5, first[which])


def shift_outputs(stack: NetworkStack, outputs: Array, which: NDArray[np.bool_]) -> None:
    """Have the first output of some networks be `FIRST_OUTPUT`, by a last bias.

    Args:
        stack: the networks; their last biases are changed in place.
        outputs: (networks, m, n_out), which are changed with them.
        which: (networks,), which of them.
    """
    shifts = (FIRST_OUTPUT - outputs[:, 0, 0]) * which
    stack.params[f"b{len(stack.params) // 2}"][:, 0] += shifts
    outputs[:, :, 0] += shifts[:, None]


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
