# wrong: diagnostics.neuron_gap: bool-for-number
# Are there different neurons?
def neuron_gap(W):
    return bool(np.any(W != W[:, :1]))
