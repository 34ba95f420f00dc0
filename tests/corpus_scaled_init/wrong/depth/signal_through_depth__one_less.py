# wrong: depth.signal_through_depth: divides-by-one-less
# One less than their number.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([np.sqrt(np.sum(z**2) / max(z.size - 1, 1)) for z in a])
