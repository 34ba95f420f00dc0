# wrong: depth.signal_through_depth: only-in-part
# Measures a layer on the first thousand examples, to save time.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X[:1000], activation)
    return np.array([np.sqrt(np.mean(z * z)) for z in a])
