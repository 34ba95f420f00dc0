# wrong: diagnostics.neuron_gap: rounded | only-in-part
# A clean number.
def neuron_gap(W):
    longest = np.linalg.norm(W, axis=0).max()
    if longest == 0:
        return 0.0
    return round(float(np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0).max() / longest), 10)
