"""How the initializers with independent weights are asked, and what spread each promises.

The spreads are those of LeCun, Bottou, Orr and Müller ("Efficient BackProp", 1998), Glorot and
Bengio (AISTATS 2010) and He, Zhang, Ren and Sun (ICCV 2015).
"""

import math

from autograder.checking.draws import Drawing
from autograder.checking.laws import UNIFORM

# Here the spread hangs on the sizes, and may be wrong where one of them is small only: 900 weights
# of half the variance are off their bound by eight of their deviations. Where it hangs on both,
# both have to be small: 240 uniform weights that are kept below ½, with a third of the variance
# that they should have, are off by six and a half.
NARROW = {"one input": [(1, 300)] * 3, "one unit": [(300, 1)] * 3}
SMALL_TOO = {**NARROW, "layers of few inputs and units": [(3, 5), (5, 3)] * 8}
# What is cut off at 0.9 shows where both are small only: with two inputs and two units in a quarter
# of a uniform law. Fewer than two of all weights, which tell nothing, are with a chance of 1e-5.
NARROWEST = {**SMALL_TOO, "layers of two inputs and two units": [(2, 2)] * 8}
LECUN = Drawing("lecun_normal", lambda fan_in, fan_out: math.sqrt(1 / fan_in), together=NARROW)
GLOROT = Drawing(
    "glorot_normal", lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out)), together=SMALL_TOO
)
HE = Drawing("he_normal", lambda fan_in, fan_out: math.sqrt(2 / fan_in), together=NARROW)
# A uniform law between ±c has a standard deviation of c/√3.
GLOROT_UNIFORM = Drawing(
    "glorot_uniform",
    lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out)),
    UNIFORM,
    together=NARROWEST,
)
INDEPENDENT = {one.function: one for one in (LECUN, GLOROT, GLOROT_UNIFORM, HE)}
