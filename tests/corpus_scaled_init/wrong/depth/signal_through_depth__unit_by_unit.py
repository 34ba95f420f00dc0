# wrong: depth.signal_through_depth: only-in-part
# The first unit's spread for that of the layer: right for one unit.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt((z**2).mean(axis=0))[0] for z in a])
