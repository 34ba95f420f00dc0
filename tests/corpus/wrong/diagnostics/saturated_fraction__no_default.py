# wrong: diagnostics.saturated_fraction: wrong-arity | default-changed | raises
# tol has to be given.
def saturated_fraction(h, activation, tol):
    low = 0.0 if activation == "sigmoid" else -1.0
    return float(np.mean((h < low + tol) | (h > 1 - tol)))
