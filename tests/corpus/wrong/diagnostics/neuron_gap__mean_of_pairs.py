# wrong: diagnostics.neuron_gap: gap-mean
# Average over all pairs.
from itertools import combinations


def neuron_gap(W):
    largest = np.linalg.norm(W, axis=0).max()
    gaps = [np.linalg.norm(u - v) for u, v in combinations(W.T, 2)]
    if largest == 0 or len(gaps) == 0:
        return 0.0
    return sum(gaps) / len(gaps) / largest
