"""Whether all neurons, and all inputs, have weights of one spread."""

from collections.abc import Sequence

import numpy as np

from autograder.numerics import Array, variance_bounds

# For sums of so many squares the logarithm of E exp(t · w²), below, is less than that of a normal w
# for every t up to 0.3, by quadrature: 0.97 of it for 11 numbers and t = 0.3, 0.999 for 380.
# Chernoff's bound takes t below that for 100 sums and more at an error of 1e-12.
FEWEST_NUMBERS, FEWEST_SUMS = 11, 100
# Of the scatter that the tails of one law give: mean fourth powers are known to a tenth at most. A
# law with less of it than this is taken for the normal one, which has 1 and no need of a margin.
TAILS = 1.2


def uneven(matrices: Sequence[Array], error: float) -> str | None:
    """How normal matrices show that their columns, or rows, are spread differently, or None.

    The mean of n squares, χ²ₙ/n, has a cube root that is all but normal, with a mean of 1 − 2/(9n)
    and a variance of 2/(9n) (Wilson and Hilferty, PNAS 17, 1931). In these units it is w, and the
    mean of the w² of all columns is bounded as that of squares of normal numbers is. That each
    matrix is over its own root mean square makes w smaller. Of another law with a mean fourth power
    of κ the squares scatter by (κ − 1)/2 times as much, so the bound is as much larger.

    Args:
        matrices: (rows, columns) each, a column a neuron; `chance.centred`.
        error: chance of a false alarm of each of the two tests.

    >>> W = np.random.default_rng(0).normal(size=(60, 150))
    >>> uneven([W], 1e-12) is None
    True
    >>> uneven([W * np.linspace(0.5, 1.5, 150)], 1e-12)
    'the sizes of the weights of each neuron scatter by 3.3 times what one spread gives'
    """
    fourth = float(np.mean(np.concatenate([z.ravel() for z in matrices]) ** 4))
    tails = (fourth - 1.0) / 2.0
    tails = TAILS * tails if tails > TAILS else 1.0
    for axis, kind in ((0, "neuron"), (1, "input")):
        long = [z for z in matrices if z.shape[axis] >= FEWEST_NUMBERS and z.shape[1 - axis] > 1]
        sums = [np.einsum("ij,ij->j" if axis == 0 else "ij,ij->i", z, z) for z in long]
        if sum(map(len, sums)) < FEWEST_SUMS:
            continue
        counts = np.repeat([float(z.shape[axis]) for z in long], list(map(len, sums)))
        small = 2.0 / (9.0 * counts)
        w = np.cbrt(np.concatenate(sums) / counts) - 1.0 + small
        scatter = float(np.mean(w * w / small))
        if scatter > tails * variance_bounds(w.size, error)[1]:
            return (
                f"the sizes of the weights of each {kind} scatter by {scatter**0.5:.2g} times "
                "what one spread gives"
            )
    return None
