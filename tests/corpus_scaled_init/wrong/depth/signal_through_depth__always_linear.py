# wrong: depth.signal_through_depth: ignores-activation-name | activation-missing
# Its own pass, only the weights count.
def signal_through_depth(params, X, activation):
    h, spread = X, []
    for l in range(1, len(params) // 2 + 1):
        h = h @ params[f"W{l}"] + params[f"b{l}"]
        spread.append(np.sqrt(np.mean(h**2)))
    return np.array(spread)
