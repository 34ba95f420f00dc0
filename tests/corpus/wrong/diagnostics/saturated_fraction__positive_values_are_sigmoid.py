# wrong: diagnostics.saturated_fraction: limits-of-other-activation | only-in-part
# What is never negative came out of a sigmoid.
def saturated_fraction(h, activation, tol=0.01):
    low = -1.0 if (h < 0).any() else 0.0
    return float(((h <= low + tol) | (h >= 1.0 - tol)).mean())
