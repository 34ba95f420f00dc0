# wrong: depth.signal_through_depth: rounded
# Rounded.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in a]).round(6)
