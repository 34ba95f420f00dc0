# wrong: diagnostics.neuron_gap: gap-not-relative
# The distance.
def neuron_gap(W):
    n = W.shape[1]
    return max(np.sqrt(np.sum((W[:, i] - W[:, j]) ** 2)) for i in range(n) for j in range(n))
