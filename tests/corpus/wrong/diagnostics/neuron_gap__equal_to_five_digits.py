# wrong: diagnostics.neuron_gap: gap-epsilon | rounded | only-in-part
# Copies of each other are copies, whatever the last digits say.
def neuron_gap(W):
    if np.allclose(W, W[:, :1], rtol=1e-5, atol=0.0):
        return 0.0
    norms = np.linalg.norm(W, axis=0)
    gaps = np.linalg.norm(W[:, :, None] - W[:, None, :], axis=0)
    return float(gaps.max() / norms.max()) if norms.max() > 0 else 0.0
