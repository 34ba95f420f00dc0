# wrong: diagnostics.neuron_gap: gap-across-inputs | only-in-part
# There are more inputs than neurons.
def neuron_gap(W):
    if W.shape[1] > W.shape[0]:
        W = W.T
    longest = np.linalg.norm(W, axis=0).max()
    if longest == 0:
        return 0.0
    return np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0).max() / longest
