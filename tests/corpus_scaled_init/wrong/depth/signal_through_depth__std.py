# wrong: depth.signal_through_depth: spread-about-mean
# The spread is the standard deviation.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([z.std() for z in a])
