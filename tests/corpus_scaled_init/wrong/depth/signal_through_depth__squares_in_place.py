# wrong: depth.signal_through_depth: changes-its-arguments | a-overwritten
# Squares in place; linear hands on the same arrays.
def signal_through_depth(params, X, activation):
    X *= 1.0 / np.sqrt(X.size)
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in a]) * np.sqrt(X.size)
