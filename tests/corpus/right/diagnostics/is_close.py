# right: np.isclose with an absolute tolerance only
def saturated_fraction(h, activation, tol=0.01):
    top = np.isclose(h, 1.0, rtol=0.0, atol=tol)
    bottom = np.isclose(h, 0.0 if activation == "sigmoid" else -1.0, rtol=0, atol=tol)
    return np.logical_or(top, bottom).mean()
