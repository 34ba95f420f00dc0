# wrong: depth.signal_through_depth: layers-reversed
# Built up from the front.
def signal_through_depth(params, X, activation):
    spread = []
    for z in forward_deep(params, X, activation)[0]:
        spread.insert(0, np.sqrt(np.mean(z**2)))
    return np.array(spread)
