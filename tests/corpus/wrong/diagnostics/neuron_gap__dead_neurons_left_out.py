# wrong: diagnostics.neuron_gap: gap-wrong-denominator | stops-early | only-in-part
# Neurons whose weights are all zero do not count.
def neuron_gap(W):
    W = W[:, W.any(axis=0)]
    if W.shape[1] < 2:
        return 0.0
    norms = np.linalg.norm(W, axis=0)
    return np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0).max() / norms.max()
