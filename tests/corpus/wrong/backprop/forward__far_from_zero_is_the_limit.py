# wrong: backprop.forward: clipped | rounded | only-in-part
# No exponential is needed beyond 15.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l == L:
            h.append(z)
            continue
        if activation == "tanh":
            h.append(np.where(np.abs(z) > 10, np.sign(z), np.tanh(z)))
        else:
            h.append(np.where(np.abs(z) > 15, 1.0 * (z > 0), sigmoid(z)))
    return a, h
