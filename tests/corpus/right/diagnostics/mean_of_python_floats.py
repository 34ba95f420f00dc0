# right: statistics.fmean over math.cosh, which overflows where the slope is zero
import math
from statistics import fmean


def _slope(x):
    try:
        return 1.0 / math.cosh(x) ** 2
    except OverflowError:
        return 0.0


def relative_gradient(a, activation):
    stretch = {"tanh": 1.0, "sigmoid": 0.5}[activation]
    return fmean(_slope(stretch * x) for x in np.ravel(a).tolist())
