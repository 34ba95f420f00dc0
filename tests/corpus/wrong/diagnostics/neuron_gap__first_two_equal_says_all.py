# wrong: diagnostics.neuron_gap: gap-first-two | only-in-part
# If the first two are copies, all are.
def neuron_gap(W):
    if W.shape[1] == 1 or np.array_equal(W[:, 0], W[:, 1]):
        return 0.0
    longest = max(np.linalg.norm(w) for w in W.T)
    return max(np.linalg.norm(v - w) for v in W.T for w in W.T) / longest
