# wrong: depth.signal_through_depth: first-example-only
# One signal.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X[:1], activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in a])
