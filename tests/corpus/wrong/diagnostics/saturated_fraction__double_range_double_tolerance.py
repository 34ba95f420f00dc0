# wrong: diagnostics.saturated_fraction: tolerance-scaled
# tanh is twice as high, so the band is too.
def saturated_fraction(h, activation, tol=0.01):
    if activation == "tanh":
        return float(np.mean(np.abs(h) >= 1 - 2 * tol))
    return float(np.mean((h <= tol) | (h >= 1 - tol)))
