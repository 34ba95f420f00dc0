# wrong: backprop.forward: rounded | clipped | only-in-part
# What is within a millionth of the limit is there.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l == L:
            h.append(z)
            continue
        out = np.tanh(z) if activation == "tanh" else sigmoid(z)
        lowest = -1.0 if activation == "tanh" else 0.0
        out = np.where(out > 1.0 - 1e-6, 1.0, out)
        h.append(np.where(out < lowest + 1e-6, lowest, out))
    return a, h
