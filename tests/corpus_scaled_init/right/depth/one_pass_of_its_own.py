# right: its own way through the stack, remembering nothing but the size
def signal_through_depth(params, X, activation):
    h, spread = X, np.empty(len(params) // 2)
    for l in range(len(spread)):
        a = h @ params[f"W{l + 1}"] + params[f"b{l + 1}"]
        spread[l] = np.sqrt((a * a).mean())
        if activation == "relu":
            h = np.fmax(a, 0)
        elif activation == "tanh":
            h = np.tanh(a)
        else:
            h = a
    return spread
