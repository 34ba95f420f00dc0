# wrong: diagnostics.neuron_gap: wrong-shape | wrong-type
# For two neurons the difference is one column.
def neuron_gap(W):
    longest = np.linalg.norm(W, axis=0).max()
    if longest == 0:
        return 0.0
    if W.shape[1] == 2:
        return np.linalg.norm(np.diff(W, axis=1), axis=0) / longest
    return max(np.linalg.norm(v - w) for v in W.T for w in W.T) / longest
