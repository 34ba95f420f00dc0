# right: sorts a copy and searches
def saturated_fraction(h, activation, tol=0.01):
    low = 0.0 if activation == "sigmoid" else -1.0
    line = np.sort(h, axis=None)
    inner = np.searchsorted(line, 1.0 - tol, "left") - np.searchsorted(line, low + tol, "right")
    return 1.0 - max(inner, 0) / line.size
