# wrong: diagnostics.saturated_fraction: bool-for-number | only-in-part
# One activation is saturated or it is not.
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    near = (np.abs(h - low) <= tol) | (np.abs(h - 1.0) <= tol)
    return bool(near) if near.size == 1 else float(near.mean())
