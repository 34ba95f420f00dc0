# wrong: depth.signal_through_depth: divides-by-examples
# Over the units.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt((z**2).sum() / z.shape[1]) for z in a])
