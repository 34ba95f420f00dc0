# wrong: diagnostics.neuron_gap: gap-from-first
# Every neuron against the first one.
def neuron_gap(W):
    largest = np.linalg.norm(W, axis=0).max()
    if largest == 0:
        return 0.0
    return np.linalg.norm(W - W[:, :1], axis=0).max() / largest
