# wrong: diagnostics.saturated_fraction: tolerance-ignored | only-in-part
# More than a tenth makes no sense.
def saturated_fraction(h, activation, tol=0.01):
    tol = min(tol, 0.1)
    low = 0.0 if activation == "sigmoid" else -1.0
    return float(np.mean((h - low < tol) | (1.0 - h < tol)))
