# right: math.dist over itertools.combinations
import math
from itertools import combinations


def neuron_gap(W):
    neurons = W.T.tolist()
    longest = max(math.hypot(*neuron) for neuron in neurons)
    if longest == 0:
        return 0
    return max((math.dist(v, w) for v, w in combinations(neurons, 2)), default=0.0) / longest
