# right: math.dist and math.hypot on tuples
import math


def neuron_gap(W):
    neurons = list(map(tuple, W.T.tolist()))
    scale = max(math.hypot(*w) for w in neurons)
    if not scale:
        return 0.0
    return max((math.dist(u, v) for u in neurons for v in neurons), default=0.0) / scale
