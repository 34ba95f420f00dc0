# wrong: depth.signal_through_depth: median-for-mean
# Robust.
def signal_through_depth(params, X, activation):
    return np.array([np.sqrt(np.median(z**2)) for z in forward_deep(params, X, activation)[0]])
