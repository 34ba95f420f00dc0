# wrong: diagnostics.neuron_gap: gap-wrong-denominator
# Each distance relative to the longer of the two.
def neuron_gap(W):
    best = 0.0
    for i in range(W.shape[1]):
        for j in range(i):
            size = max(np.linalg.norm(W[:, i]), np.linalg.norm(W[:, j]))
            if size > 0:
                best = max(best, np.linalg.norm(W[:, i] - W[:, j]) / size)
    return float(best)
