# wrong: backprop.forward: clipped | only-in-part
# Safe for exp, and a stays as it is.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l == L:
            h.append(z)
            continue
        safe = np.clip(z, -15, 15)
        h.append(np.tanh(np.clip(z, -8, 8)) if activation == "tanh" else sigmoid(safe))
    return a, h
