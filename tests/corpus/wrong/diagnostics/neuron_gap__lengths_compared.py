# wrong: diagnostics.neuron_gap: gap-of-norms
# Two neurons differ when their lengths differ.
def neuron_gap(W):
    lengths = np.linalg.norm(W, axis=0)
    if lengths.max() == 0:
        return 0.0
    return float((lengths.max() - lengths.min()) / lengths.max())
