"""What is right for a network that is trained: its parameters in every step."""

from collections.abc import Callable

import numpy as np

from autograder.assignments.weight_init import derivatives, network
from autograder.assignments.weight_init.stacks import NetworkStack
from autograder.numerics import Array


def descent(stack: NetworkStack, y: Array, rates: Array, steps: int) -> Array:
    """The parameters of several networks in every step of gradient descent on all examples.

    Args:
        stack: the networks, as they begin, and their inputs.
        y: (networks, m, n_out), with rows of zeros where a network has fewer examples.
        rates: (networks,), each one's learning rate.
        steps: of all.

    Returns:
        (steps + 1, networks, entries), in the order of their params.
    """
    weights = stack.present / stack.counts[:, None, None]
    shapes = {name: array[0] for name, array in stack.params.items()}

    def measured(flat: Array) -> Array:
        params = network.by_parameter(flat, shapes)
        a, h = network.forward_pass(params, stack.X, stack.activation)
        return derivatives.gradients(params, a, h, (h[-1] - y) * weights, stack.activation)

    now = np.concatenate([p.reshape(len(rates), -1) for p in stack.params.values()], axis=1)
    # Without a layer in between, slopes are linear in the parameters.
    linear = len(shapes) == 2 and steps > now.shape[1]
    slopes = _line_through(measured, *now.shape) if linear else measured
    history = [now]
    for _ in range(steps):
        history.append(history[-1] - rates[:, None] * slopes(history[-1]))
    return np.array(history)


def _line_through(
    slopes: Callable[[Array], Array], count: int, entries: int
) -> Callable[[Array], Array]:
    """The same slopes, which are linear in the parameters, without measuring them each time.

    Args:
        slopes: of parameters (networks, entries).
        count: of networks.
        entries: of all parameters.
    """
    at_zero = slopes(np.zeros((count, entries)))
    units = [np.broadcast_to(unit, (count, entries)) for unit in np.eye(entries)]
    along = np.array([slopes(unit) - at_zero for unit in units]).transpose(1, 2, 0)
    return lambda flat: at_zero + (along @ flat[:, :, None])[:, :, 0]
