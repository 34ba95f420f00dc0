# right: variance and mean apart, put together again
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.hypot(np.std(z), np.mean(z)) for z in a])
