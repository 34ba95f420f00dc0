# wrong: diagnostics.saturated_fraction: default-changed
# 0.01 was too strict for my plots.
def saturated_fraction(h, activation, tol=0.05):
    low = 0.0 if activation == "sigmoid" else -1.0
    return np.mean((h < low + tol) | (h > 1 - tol))
