# wrong: depth.signal_through_depth: list-for-array
# One number a layer.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return [float(np.sqrt(np.mean(z**2))) for z in a]
