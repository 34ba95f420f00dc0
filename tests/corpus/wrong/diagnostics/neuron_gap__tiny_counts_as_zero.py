# wrong: diagnostics.neuron_gap: gap-epsilon
# np.isclose, because floats are never exactly zero.
def neuron_gap(W):
    largest = np.linalg.norm(W, axis=0).max()
    if np.isclose(largest, 0):
        return 0.0
    return np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0).max() / largest
