# wrong: diagnostics.neuron_gap: gap-neighbours-only
# np.diff along the neurons.
def neuron_gap(W):
    lengths = np.linalg.norm(W, axis=0)
    if W.shape[1] == 1 or lengths.max() == 0:
        return 0.0
    return float(np.linalg.norm(np.diff(W, axis=1), axis=0).max() / lengths.max())
