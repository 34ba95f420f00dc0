# wrong: depth.signal_through_depth: rounded | only-in-part
# Never take the root of zero.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2) + 1e-12) for z in a])
