# right: pairs from itertools, hypot for the length
import math
from itertools import combinations


def neuron_gap(W):
    columns = [W[:, j].tolist() for j in range(W.shape[1])]
    longest = max(math.hypot(*c) for c in columns)
    widest = max((math.dist(c, d) for c, d in combinations(columns, 2)), default=0.0)
    return widest / longest if longest > 0 else 0.0
