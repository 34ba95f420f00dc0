# wrong: diagnostics.saturated_fraction: only-in-part
# A layer is as bad as its worst neuron.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    near = (h - low < tol) | (1.0 - h < tol)
    return near.mean(axis=0).max()
