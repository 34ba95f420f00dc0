# right: sums of squares by hand, math.hypot and math.fsum
import math


def signal_through_depth(params, X, activation):
    spread = []
    for z in forward_deep(params, X, activation)[0]:
        spread.append(math.sqrt(math.fsum(x * x for x in z.flat) / z.size))
    return np.asarray(spread, dtype=np.float64)
