# wrong: diagnostics.neuron_gap: gap-across-inputs
# A neuron is a row.
def neuron_gap(W):
    scale = np.max(np.linalg.norm(W, axis=1))
    if scale == 0:
        return 0.0
    return max(np.linalg.norm(u - v) for u in W for v in W) / scale
