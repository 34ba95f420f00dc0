# wrong: depth.signal_through_depth: activation-for-pre-activation
# What the layer hands on.
def signal_through_depth(params, X, activation):
    _, h = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.mean(z**2)) for z in h[1:]])
