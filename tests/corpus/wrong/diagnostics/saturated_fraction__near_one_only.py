# wrong: diagnostics.saturated_fraction: one-limit-only
# Saturated means close to 1.
def saturated_fraction(h, activation, tol=0.01):
    return np.mean(h > 1 - tol)
