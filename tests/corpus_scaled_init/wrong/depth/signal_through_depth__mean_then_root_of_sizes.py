# wrong: depth.signal_through_depth: spread-about-mean
# Variance about the mean of each unit.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(z.var(axis=0).mean()) for z in a])
