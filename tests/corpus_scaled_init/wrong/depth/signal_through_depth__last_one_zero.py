# wrong: depth.signal_through_depth: last-layer-forgotten | only-in-part
# range(L - 1)
def signal_through_depth(params, X, activation):
    a, _ = forward_deep(params, X, activation)
    spread = np.zeros(len(a))
    for l in range(len(a) - 1):
        spread[l] = np.sqrt(np.mean(a[l] ** 2))
    return spread
