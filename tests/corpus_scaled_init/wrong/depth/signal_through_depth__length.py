# wrong: depth.signal_through_depth: sum-for-mean
# The norm is the size.
def signal_through_depth(params, X, activation):
    return np.array([np.linalg.norm(z) for z in forward_deep(params, X, activation)[0]])
