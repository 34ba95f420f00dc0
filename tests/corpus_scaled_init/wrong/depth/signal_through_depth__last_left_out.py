# wrong: depth.signal_through_depth: last-layer-forgotten | wrong-shape
# The last one is the output.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in a[:-1]])
