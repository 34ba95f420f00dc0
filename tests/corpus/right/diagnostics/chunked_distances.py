# right: distances in blocks of columns to save memory, float() at the end
def neuron_gap(W, block=16):
    V = np.ascontiguousarray(W.T)
    largest = np.linalg.norm(V, axis=1).max()
    if largest == 0.0 or len(V) == 1:
        return float(0)
    best = 0.0
    for start in range(0, len(V), block):
        part = V[start : start + block]
        gaps = np.sqrt(np.sum((part[:, None, :] - V[None, :, :]) ** 2, axis=2))
        best = max(best, float(gaps.max()))
    return best / float(largest)
