# wrong: diagnostics.saturated_fraction: tolerance-scaled | only-in-part
# isclose does that.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return float(np.mean(np.isclose(h, 1.0, atol=tol) | np.isclose(h, low, atol=tol)))
