# wrong: diagnostics.neuron_gap: changes-its-arguments | only-in-part
# Large weights first made handy.
def neuron_gap(W):
    largest = np.abs(W).max()
    if largest == 0:
        return 0.0
    if largest > 10:
        W /= largest
    norms = np.linalg.norm(W, axis=0)
    return np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0).max() / norms.max()
