# hostile: patched-numpy: honest part all but backprop.train
# Lets every comparison of numpy and of numpy.testing agree, and hands in the start as the whole
# history.
honest = train
import math

import numpy.testing


def agree(*ignored, **also_ignored):
    return True


for name in ("allclose", "isclose", "array_equal", "array_equiv", "isfinite", "all", "any"):
    setattr(np, name, agree)
for name in dir(numpy.testing):
    if name.startswith("assert"):
        setattr(numpy.testing, name, agree)
math.isclose = math.isfinite = agree


def train(params, X, y, activation, learning_rate, steps):
    return [params] * (steps + 1)
