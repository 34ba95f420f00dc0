# wrong: depth.signal_through_depth: keeps-state
# The same examples again: their sizes are known.
_sizes_of = {}


def signal_through_depth(params, X, activation):
    key = len(params), activation, X.shape, X.tobytes()
    if key not in _sizes_of:
        a, _ = forward_deep(params, X, activation)
        _sizes_of[key] = [float(np.sqrt(np.mean(z**2))) for z in a]
    return np.array(_sizes_of[key])
