# wrong: diagnostics.neuron_gap: raises
# All pairs i < j; with one neuron there are none, and max of nothing is an error.
def neuron_gap(W):
    n = W.shape[1]
    scale = np.linalg.norm(W, axis=0).max()
    if scale == 0:
        return 0.0
    return max(np.linalg.norm(W[:, i] - W[:, j]) for i in range(n) for j in range(i + 1, n)) / scale
