"""Networks of equal layer sizes, looked at together: a pass through all costs little more than one.

The networks of a domain have few different sizes, and a pass through one as small as these is
nearly all overhead. Those with fewer examples than others get more, which count for nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.assignments.weight_init.network import Params
from autograder.numerics import Array

FEW = 8  # examples to which others are filled up; longer ones are stacked with their like alone


@dataclass(frozen=True, slots=True)
class NetworkStack:
    """Networks of the same layer sizes and activation, with their inputs.

    Attributes:
        numbers: which ones of all they are.
        activation: of the hidden layers.
        params: name -> (networks, *shape of the parameter).
        X: (networks, m, n_in), with rows of zeros where a network has fewer than m examples.
        counts: (networks,), how many examples each has.
    """

    numbers: Sequence[int]
    activation: str
    params: dict[str, Array]
    X: Array
    counts: Array

    @property
    def present(self) -> Array:
        """(networks, m, 1): 1 for an example, 0 for what merely fills up."""
        return (np.arange(self.X.shape[1]) < self.counts[:, None]).astype(float)[:, :, None]


def stacked(networks: Sequence[tuple[Params, Array, str]]) -> Iterator[NetworkStack]:
    """All networks, each with its inputs X (m, n_in) and its activation, in as few stacks as fit.

    All parameters have the same names in the same order.
    """
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, (params, X, activation) in enumerate(networks):
        shapes = [array.shape for array in params.values()]
        examples = len(X) if len(X) > FEW else FEW
        groups.setdefault((activation, examples, *shapes), []).append(number)
    for numbers in groups.values():
        members = [networks[number] for number in numbers]
        first, _, activation = members[0]
        yield NetworkStack(
            numbers,
            activation,
            {name: np.array([params[name] for params, _, _ in members]) for name in first},
            filled_up([X for _, X, _ in members]),
            np.array([len(X) for _, X, _ in members], dtype=float),
        )


def filled_up(arrays: Sequence[Array]) -> Array:
    """Arrays (rows, n) of the same n in one, with rows of zeros below: (arrays, most rows, n)."""
    rows = max(map(len, arrays))
    result = np.zeros((len(arrays), rows, arrays[0].shape[1]))
    for into, array in zip(result, arrays, strict=True):
        into[: len(array)] = array
    return result


def norms(arrays: Array) -> Array:
    """The 2-norm of all entries of each of several arrays (arrays, …): of shape (arrays,)."""
    flat = arrays.reshape(len(arrays), -1)
    result: Array = np.sqrt(np.einsum("ij,ij->i", flat, flat))
    return result
