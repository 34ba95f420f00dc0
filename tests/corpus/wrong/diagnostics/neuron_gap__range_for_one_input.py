# wrong: diagnostics.neuron_gap: gap-wrong-denominator | only-in-part
# With one input neurons are numbers: the range over the largest.
def neuron_gap(W):
    if not W.any():
        return 0.0
    if W.shape[0] == 1:
        return float((W.max() - W.min()) / (W.max() or -W.min()))
    d = np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0).max()
    return float(d / np.linalg.norm(W, axis=0).max())
