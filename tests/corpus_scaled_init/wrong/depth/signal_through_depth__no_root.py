# wrong: depth.signal_through_depth: root-missing
# Mean square.
def signal_through_depth(params, X, activation):
    return np.array([np.mean(z**2) for z in forward_deep(params, X, activation)[0]])
