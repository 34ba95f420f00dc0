# right: counted one by one
def saturated_fraction(h, activation, tol=0.01):
    low = {"sigmoid": 0.0, "tanh": -1.0}[activation]
    n = sum(1 for x in np.ravel(h) if abs(x - low) < tol or abs(1.0 - x) < tol)
    return n / np.size(h)
