# wrong: diagnostics.saturated_fraction: limits-of-other-activation | one-limit-only
# The distance from -1 and from +1, whatever the activation.
def saturated_fraction(h, activation, tol=0.01):
    distance = np.minimum(np.abs(h + 1), np.abs(h - 1))
    return float(np.mean(distance < tol))
