# wrong: diagnostics.neuron_gap: gap-wrong-denominator | normalised
# Make all columns unit vectors before comparing them.
def neuron_gap(W):
    lengths = np.linalg.norm(W, axis=0)
    lengths[lengths == 0] = 1.0
    U = W / lengths
    return float(np.linalg.norm(U[:, :, None] - U[:, None, :], axis=0).max())
