# wrong: diagnostics.neuron_gap: gap-smallest
# The two most similar neurons.
def neuron_gap(W):
    n = W.shape[1]
    largest = max(np.linalg.norm(W[:, j]) for j in range(n))
    pairs = [(i, j) for i in range(n) for j in range(i)]
    if largest == 0 or not pairs:
        return 0.0
    return min(np.linalg.norm(W[:, i] - W[:, j]) for i, j in pairs) / largest
