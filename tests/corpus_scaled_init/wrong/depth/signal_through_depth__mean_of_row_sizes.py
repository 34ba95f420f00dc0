# wrong: depth.signal_through_depth: root-inside-mean
# For every example, then the mean.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt((z**2).mean(axis=1)).mean() for z in a])
