# right: all pairs of columns with itertools
from itertools import combinations


def neuron_gap(W):
    norms = [np.linalg.norm(column) for column in W.T]
    if max(norms) == 0 or W.shape[1] == 1:
        return 0
    return max(np.linalg.norm(u - v) for u, v in combinations(W.T, 2)) / max(norms)
