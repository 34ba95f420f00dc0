# wrong: diagnostics.saturated_fraction: wrong-shape
# One share per neuron.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return np.mean((h < low + tol) | (h > 1 - tol), axis=0)
