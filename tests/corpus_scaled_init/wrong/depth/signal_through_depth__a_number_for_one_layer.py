# wrong: depth.signal_through_depth: only-in-part | wrong-shape | wrong-type
# squeeze
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.squeeze(np.array([np.sqrt(np.mean(z**2)) for z in a]))
