"""How the initializers with independent weights are asked, and what spread each promises."""

from __future__ import annotations

import math

from autograder.checking.draws import Drawing
from autograder.checking.laws import UNIFORM

# Here the spread hangs on the sizes, and may be wrong where one of them is small only. 900 weights
# of half the variance are off their bound by eight of their deviations; 240 uniform ones that are
# kept below ½, with 0.29 of the variance that they should have, by ten.
TOGETHER = {
    "one input": [(1, 300)] * 3,
    "one unit": [(300, 1)] * 3,
    "layers of few inputs and units": [(3, 4), (4, 3)] * 10,
}
LECUN = Drawing("lecun_normal", lambda fan_in, fan_out: math.sqrt(1 / fan_in), together=TOGETHER)
GLOROT = Drawing(
    "glorot_normal", lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out)), together=TOGETHER
)
HE = Drawing("he_normal", lambda fan_in, fan_out: math.sqrt(2 / fan_in), together=TOGETHER)
# A uniform law between ±c has a standard deviation of c/√3.
GLOROT_UNIFORM = Drawing(
    "glorot_uniform",
    lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out)),
    UNIFORM,
    together=TOGETHER,
)
INDEPENDENT = {one.function: one for one in (LECUN, GLOROT, GLOROT_UNIFORM, HE)}
