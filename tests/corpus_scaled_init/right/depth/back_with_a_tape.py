# right: closures put on a tape on the way forward, called on the way back
def gradient_through_depth(params, X, upstream, activation):
    tape, h = [], X
    for l in range(1, len(params) // 2 + 1):
        W, b = params[f"W{l}"], params[f"b{l}"]
        a = h @ W + b
        if activation == "relu":
            h, slope = np.maximum(a, 0.0), (a > 0.0)
        elif activation == "tanh":
            h = np.tanh(a)
            slope = 1.0 - h**2
        else:
            h, slope = a, 1.0
        tape.append((lambda g, slope=slope: g * slope, lambda d, W=W: d @ W.T))
    sizes, g = np.zeros(len(tape)), upstream
    while tape:
        through_activation, through_weights = tape.pop()
        delta = through_activation(g)
        sizes[len(tape)] = np.sqrt(np.mean(delta * delta))
        g = through_weights(delta)
    return sizes
