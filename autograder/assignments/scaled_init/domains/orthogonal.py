"""How `orthogonal_init` is asked: every shape, every gain, and square ones often enough.

`gain / √(larger size)` is the root mean square of its weights. As an initializer: Saxe, McClelland
and Ganguli (ICLR 2014).
"""

import math

from autograder.checking.domain import Domain, Factor, Level
from autograder.checking.draws import GENERATOR, Drawing
from autograder.numerics import Array

SHAPE = Factor(
    "shape",
    (
        Level((20, 20), "for square W"),
        Level((30, 12), "for more inputs than units"),
        Level((12, 30), "for more units than inputs"),
        Level((1, 25), "for one input"),
        Level((25, 1), "for one unit"),
    ),
)
GAIN = Factor(
    "gain",
    (
        Level(1.0, "for a gain of 1"),
        Level(1.4, "for a gain above 1"),
        Level(1e-3, "for a small gain"),
        Level(30.5, "for a large gain"),
    ),
)
DOMAIN = Domain(
    (SHAPE, GAIN, GENERATOR),
    extra=(
        {"shape": Level((130, 9), "for a large layer")},
        {"shape": Level((9, 130), "for a large layer of more units than inputs")},
    ),
)
# Each square one has a determinant of 1 or −1. With those of the corners and of small layers these
# are 48 coins, 41 of them of sizes 2 and 3: all are the same with a chance below 1e-12, as those of
# rotations alone are, and of left singular vectors. And so are 41 single weights that have no sign.
SQUARE_ONES = {"small square layers": [(2, 2), (3, 3)] * 19, "single weights": [(1, 1)] * 38}
ORTHOGONAL = Drawing(
    "orthogonal_init",
    lambda fan_in, fan_out, gain: gain / math.sqrt(max(fan_in, fan_out)),
    domain=DOMAIN,
    between=lambda corner: (corner["gain"],),
    small=((1.0,), (0.5,), (30.0,)),  # a single weight of 30 is beyond what one would cut off at
    alike=(1.0,),
    independent=False,
    together=SQUARE_ONES,
)


def products(W: Array, gain: Array | float) -> Array:
    """WᵀW / gain² of W (…, fan_in, fan_out), or WWᵀ / gain² when it is wider than high."""
    turned = W.swapaxes(-1, -2)
    result: Array = (turned @ W if W.shape[-2] >= W.shape[-1] else W @ turned) / gain**2
    return result
