# wrong: diagnostics.neuron_gap: gap-across-inputs | only-in-part
# A vector has nothing to compare.
def neuron_gap(W):
    if 1 in W.shape or not W.any():
        return 0.0
    distances = [np.linalg.norm(u - v) for u in W.T for v in W.T]
    return max(distances) / np.linalg.norm(W, axis=0).max()
