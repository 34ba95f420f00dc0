# wrong: diagnostics.saturated_fraction: one-limit-only
# A sigmoid neuron that gives 0 is dead; tanh has both ends.
def saturated_fraction(h, activation, tol=0.01):
    if activation == "sigmoid":
        return np.mean(h < tol)
    return np.mean(np.abs(h) > 1 - tol)
