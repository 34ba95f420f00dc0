# wrong: depth.signal_through_depth: float32
# float32 for the list.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in a], dtype=np.float32)
