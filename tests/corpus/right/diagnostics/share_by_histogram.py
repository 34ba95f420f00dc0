# right: by distance from the middle
def saturated_fraction(h, activation, tol=0.01):
    middle, half = (0.5, 0.5) if activation == "sigmoid" else (0.0, 1.0)
    return np.count_nonzero(np.abs(h - middle) > half - tol) / h.size
