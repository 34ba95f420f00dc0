# wrong: depth.signal_through_depth: keeps-state
# A list at the top.
_spreads = []


def signal_through_depth(params, X, activation):
    for z in forward_deep(params, X, activation)[0]:
        _spreads.append(np.sqrt(np.mean(z**2)))
    return np.array(_spreads)
