# wrong: diagnostics.saturated_fraction: limits-of-other-activation | one-limit-only
# |h| close to 1, for tanh and for sigmoid.
def saturated_fraction(h, activation, tol=0.01):
    return float((np.abs(h) >= 1 - tol).mean())
