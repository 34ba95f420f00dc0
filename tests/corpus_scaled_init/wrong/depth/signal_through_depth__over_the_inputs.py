# wrong: depth.signal_through_depth: relative-to-the-input
# How many times as large as the inputs.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in a]) / np.sqrt(np.mean(X**2))
