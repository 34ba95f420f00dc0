# wrong: diagnostics.saturated_fraction: ignores-activation-name | limits-of-other-activation | only-in-part
# Negative values: then it must be tanh.
def saturated_fraction(h, activation, tol=0.01):
    low = -1.0 if (h < 0).any() else 0.0
    return float(np.mean((h - low <= tol) | (1.0 - h <= tol)))
