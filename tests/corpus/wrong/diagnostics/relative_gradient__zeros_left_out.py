# wrong: diagnostics.relative_gradient: wrong-at-zero | only-in-part
# Exact zeros are units that were never used.
def relative_gradient(a, activation):
    used = a[a != 0] if np.any(a != 0) else a
    slope = (
        1 - np.tanh(used) ** 2
        if activation == "tanh"
        else 1 / (2 + np.exp(-np.abs(used)) + np.exp(np.abs(used)))
    )
    return float(slope.mean() / (1.0 if activation == "tanh" else 0.25))
