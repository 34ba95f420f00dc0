# wrong: diagnostics.neuron_gap: gap-wrong-denominator
# Relative to the average length of a column.
def neuron_gap(W):
    length = np.mean(np.linalg.norm(W, axis=0))
    if length == 0:
        return 0.0
    gaps = np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0)
    return float(np.max(gaps) / length)
