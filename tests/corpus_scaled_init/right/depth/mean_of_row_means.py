# right: mean of the squares example by example, then over the examples
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.sqrt([np.mean(np.mean(z**2, axis=1)) for z in a])
