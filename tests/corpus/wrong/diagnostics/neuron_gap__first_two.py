# wrong: diagnostics.neuron_gap: gap-first-two
# Neuron one against neuron two.
def neuron_gap(W):
    if W.shape[1] < 2 or not W.any():
        return 0.0
    return np.linalg.norm(W[:, 0] - W[:, 1]) / np.linalg.norm(W, axis=0).max()
