# wrong: diagnostics.neuron_gap: gap-wrong-norm
# Sums of absolute values.
def neuron_gap(W):
    lengths = np.abs(W).sum(axis=0)
    if lengths.max() == 0:
        return 0.0
    gaps = np.abs(W[:, :, None] - W[:, None, :]).sum(axis=0)
    return float(gaps.max() / lengths.max())
