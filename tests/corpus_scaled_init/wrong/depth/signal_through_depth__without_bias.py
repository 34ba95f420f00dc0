# wrong: depth.signal_through_depth: bias-forgotten
# Its own pass.
def signal_through_depth(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    h, spread = X, []
    for l in range(1, len(params) // 2 + 1):
        a = h @ params[f"W{l}"]
        spread.append(np.sqrt(np.mean(a**2)))
        h = f(a)
    return np.array(spread)
