# wrong: diagnostics.saturated_fraction: and-for-or
# Near the lower limit and near the upper limit.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return np.mean((h < low + tol) & (h > 1 - tol))
