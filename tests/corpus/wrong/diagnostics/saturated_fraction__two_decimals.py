# wrong: diagnostics.saturated_fraction: rounded | tolerance-ignored | only-in-part
# Rounded to two decimals the limit is hit.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    short = np.round(h, 2)
    return float(np.mean((short <= low + tol) | (short >= 1.0 - tol)))
