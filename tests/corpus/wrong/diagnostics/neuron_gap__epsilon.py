# wrong: diagnostics.neuron_gap: gap-epsilon
# 1e-8 in the denominator against division by zero.
def neuron_gap(W):
    gaps = np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0)
    return float(gaps.max() / (np.linalg.norm(W, axis=0).max() + 1e-8))
