# wrong: diagnostics.neuron_gap: gap-largest-entry
# The largest difference of two weights to the same input.
def neuron_gap(W):
    largest = np.linalg.norm(W, axis=0).max()
    if largest == 0:
        return 0.0
    return float((W.max(axis=1) - W.min(axis=1)).max() / largest)
