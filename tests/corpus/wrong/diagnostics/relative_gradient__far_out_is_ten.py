# wrong: diagnostics.relative_gradient: clipped | only-in-part
# Beyond 5 nothing changes.
def relative_gradient(a, activation):
    a = np.clip(a, -5.0, 5.0)
    if activation == "tanh":
        return float(np.mean(1.0 - np.tanh(a) ** 2))
    s = 1.0 / (1.0 + np.exp(-a))
    return float(np.mean(s * (1.0 - s)) / 0.25)
