# right: largest gap of the first column to the rest, then the rest by itself


def _furthest(columns, best=0.0):
    while len(columns) > 1:
        first, columns = columns[0], columns[1:]
        best = max(best, np.sqrt(((columns - first) ** 2).sum(axis=1)).max())
    return best


def neuron_gap(W):
    norms = np.sqrt(np.square(W).sum(axis=0))
    return 0.0 if not norms.any() else float(_furthest(W.T) / norms.max())
