# wrong: diagnostics.saturated_fraction: wrong-arity | argument-renamed | raises
# tolerance is a better name than tol.
def saturated_fraction(h, activation, tolerance=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    return np.mean((h < low + tolerance) | (h > 1 - tolerance))
