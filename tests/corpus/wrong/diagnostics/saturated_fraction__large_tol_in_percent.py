# wrong: diagnostics.saturated_fraction: tolerance-scaled | clipped | only-in-part
# Nobody means more than a tenth.
def saturated_fraction(h, activation, tol=0.01):
    tol = min(tol, 0.1)
    low = 0 if activation == "sigmoid" else -1
    return np.count_nonzero((h - low <= tol) | (1 - h <= tol)) / h.size
