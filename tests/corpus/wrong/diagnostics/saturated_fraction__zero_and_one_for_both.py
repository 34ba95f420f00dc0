# wrong: diagnostics.saturated_fraction: limits-of-other-activation
# Near 0 or near 1. (tanh at 0 is not saturated, I know now.)
def saturated_fraction(h, activation, tol=0.01):
    low, high = h < tol, h > 1 - tol
    return np.count_nonzero(low | high) / h.size
