# wrong: diagnostics.neuron_gap: gap-from-mean
# Distance from the average neuron.
def neuron_gap(W):
    largest = np.linalg.norm(W, axis=0).max()
    if largest == 0:
        return 0.0
    centre = W.mean(axis=1, keepdims=True)
    return float(np.linalg.norm(W - centre, axis=0).max() / largest)
