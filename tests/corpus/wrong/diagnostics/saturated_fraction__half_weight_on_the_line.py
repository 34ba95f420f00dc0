# wrong: diagnostics.saturated_fraction: integer-division | only-in-part
# Percent, then back.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    near = (h - low <= tol) | (1.0 - h <= tol)
    return (100 * int(near.sum()) // h.size) / 100
