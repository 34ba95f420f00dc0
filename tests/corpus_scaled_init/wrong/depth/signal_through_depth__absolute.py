# wrong: depth.signal_through_depth: mean-of-absolute-values
# How far from zero on average.
def signal_through_depth(params, X, activation):
    return np.array([np.abs(z).mean() for z in forward_deep(params, X, activation)[0]])
