# wrong: diagnostics.relative_gradient: clipped | only-in-part
# Only where there is a slope at all can one take its mean.
def relative_gradient(a, activation):
    t = np.tanh(a) if activation == "tanh" else np.tanh(a / 2)
    slope = 1 - t**2
    alive = slope[slope > 1e-12]
    return float(alive.mean()) if alive.size else 0.0
