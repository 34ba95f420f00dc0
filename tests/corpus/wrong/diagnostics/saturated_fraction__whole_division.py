# wrong: diagnostics.saturated_fraction: integer-division
# // instead of /.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    flat = (h < low + tol) | (h > 1 - tol)
    return float(flat.sum() // flat.size)
