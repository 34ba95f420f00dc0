# right: the default of tol is None and means 0.01
def saturated_fraction(h, activation, tol=None):
    if tol is None:
        tol = 1e-2
    edges = [(-1.0, 1.0), (0.0, 1.0)][activation == "sigmoid"]
    return np.mean([min(abs(v - e) for e in edges) <= tol for v in np.asarray(h).reshape(-1)])
