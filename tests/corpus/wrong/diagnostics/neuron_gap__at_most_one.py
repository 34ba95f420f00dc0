# wrong: diagnostics.neuron_gap: clipped | only-in-part
# A relative number lies between 0 and 1.
def neuron_gap(W):
    longest = np.linalg.norm(W, axis=0).max()
    if longest == 0:
        return 0.0
    return min(1.0, np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0).max() / longest)
