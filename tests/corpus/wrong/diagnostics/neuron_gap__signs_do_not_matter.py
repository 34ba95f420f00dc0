# wrong: diagnostics.neuron_gap: absolute-values | gap-signed | only-in-part
# A neuron and its mirror image do the same work.
def neuron_gap(W):
    norms = np.linalg.norm(W, axis=0)
    if norms.max() == 0:
        return 0.0
    best = 0.0
    for v in W.T:
        for w in W.T:
            best = max(best, min(np.linalg.norm(v - w), np.linalg.norm(v + w)))
    return best / norms.max()
