# wrong: backprop.forward: rounded | only-in-part
# Digits beyond the tenth are noise.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l == L:
            h.append(z)
            continue
        h.append(np.round(np.tanh(z) if activation == "tanh" else sigmoid(z), 10))
    return a, h
