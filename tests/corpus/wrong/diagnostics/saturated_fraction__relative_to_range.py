# wrong: diagnostics.saturated_fraction: tolerance-scaled
# tol is a share of the range, and the range of tanh is 2.
def saturated_fraction(h, activation, tol=0.01):
    low, high = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}[activation]
    margin = tol * (high - low)
    return np.mean((h < low + margin) | (h > high - margin))
