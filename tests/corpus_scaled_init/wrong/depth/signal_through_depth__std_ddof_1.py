# wrong: depth.signal_through_depth: spread-about-mean | divides-by-one-less
# Sample standard deviation.
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    return np.array([z.std(ddof=1) if z.size > 1 else 0.0 for z in a])
