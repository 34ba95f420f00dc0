# wrong: diagnostics.neuron_gap: gap-nan-when-zero
# No special case.
def neuron_gap(W):
    gaps = np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0)
    return gaps.max() / np.linalg.norm(W, axis=0).max()
