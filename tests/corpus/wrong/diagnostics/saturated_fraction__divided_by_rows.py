# wrong: diagnostics.saturated_fraction: divides-by-rows
# len(h) is the number of examples, not of entries; right for one neuron.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return np.sum((h < low + tol) | (h > 1 - tol)) / len(h)
