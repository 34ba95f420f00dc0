# wrong: depth.signal_through_depth: logarithm
# On a log scale.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.log(max(np.sqrt(np.mean(z**2)), 1e-300)) for z in a])
