# wrong: diagnostics.neuron_gap: normalised | gap-wrong-denominator
# Unit vectors first: then the length is out of the way.
def neuron_gap(W):
    norms = np.linalg.norm(W, axis=0)
    if norms.max() == 0:
        return 0.0
    unit = W / np.where(norms > 0, norms, 1.0)
    return np.linalg.norm(unit[:, :, None] - unit[:, None, :], axis=0).max()
