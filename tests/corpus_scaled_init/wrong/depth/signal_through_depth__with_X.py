# wrong: depth.signal_through_depth: input-counted | wrong-shape
# X is layer 0.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in [X, *a]])
