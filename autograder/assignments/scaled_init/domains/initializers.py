"""How the initializers with independent weights are asked, and what spread each promises."""

from __future__ import annotations

import math

from autograder.checking.draws import Drawing
from autograder.checking.laws import UNIFORM

LECUN = Drawing("lecun_normal", lambda fan_in, fan_out: math.sqrt(1 / fan_in))
GLOROT = Drawing("glorot_normal", lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out)))
HE = Drawing("he_normal", lambda fan_in, fan_out: math.sqrt(2 / fan_in))
# A uniform law between ±c has a standard deviation of c/√3.
GLOROT_UNIFORM = Drawing(
    "glorot_uniform", lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out)), UNIFORM
)
INDEPENDENT = {one.function: one for one in (LECUN, GLOROT, GLOROT_UNIFORM, HE)}
