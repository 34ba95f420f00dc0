# wrong: diagnostics.neuron_gap: only-in-part
# Fifty columns at equal distances stand for all.
def neuron_gap(W):
    longest = np.linalg.norm(W, axis=0).max()
    if longest == 0.0:
        return 0.0
    C = W
    if C.shape[1] > 50:
        C = C[:, np.linspace(0, C.shape[1] - 1, 50).astype(int)]
    return max(np.linalg.norm(C - c[:, None], axis=0).max() for c in C.T) / longest
