# wrong: diagnostics.neuron_gap: gap-squared
# Squared distance over squared length, without the roots.
def neuron_gap(W):
    squares = (W * W).sum(axis=0)
    if squares.max() == 0:
        return 0.0
    distances = squares[:, None] + squares[None, :] - 2 * W.T @ W
    return float(np.maximum(distances, 0).max() / squares.max())
