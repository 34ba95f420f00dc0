# wrong: diagnostics.neuron_gap: gap-epsilon | rounded
# allclose is how floats are compared.
def neuron_gap(W):
    if np.allclose(W, W[:, :1]):
        return 0.0
    gaps = np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0)
    return gaps.max() / np.linalg.norm(W, axis=0).max()
