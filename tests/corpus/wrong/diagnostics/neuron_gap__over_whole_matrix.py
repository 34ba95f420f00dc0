# wrong: diagnostics.neuron_gap: gap-wrong-denominator | gap-wrong-norm
# Divided by the norm of W.
def neuron_gap(W):
    whole = np.linalg.norm(W)
    if whole == 0:
        return 0.0
    gaps = [np.linalg.norm(u - v) for u in W.T for v in W.T]
    return float(max(gaps) / whole)
