# wrong: depth.signal_through_depth: wrong-shape
# keepdims
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.concatenate([np.sqrt(np.mean(z**2, keepdims=True)) for z in a])
