# wrong: depth.signal_through_depth: divides-by-examples
# Mean over the examples.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt((z**2).sum() / len(X)) for z in a])
