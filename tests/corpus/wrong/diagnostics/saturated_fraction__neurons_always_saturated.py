# wrong: diagnostics.saturated_fraction: share-of-neurons
# The share of neurons that are saturated for every example.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    flat = (h < low + tol) | (h > 1 - tol)
    return float(flat.all(axis=0).mean())
