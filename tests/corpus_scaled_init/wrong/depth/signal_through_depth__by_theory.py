# wrong: depth.signal_through_depth: weights-only
# s squared times fan_in, layer after layer.
def signal_through_depth(params, X, activation):
    size, spread = np.sqrt(np.mean(X**2)), []
    for l in range(1, len(params) // 2 + 1):
        W = params[f"W{l}"]
        size = size * np.sqrt(np.mean(W**2) * W.shape[0])
        spread.append(size)
        if activation == "relu":
            size = size / np.sqrt(2)
    return np.array(spread)
