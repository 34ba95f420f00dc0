# wrong: diagnostics.saturated_fraction: count-for-share
# How many.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return float(np.sum((h < low + tol) | (h > 1 - tol)))
