# wrong: backprop.forward: float32 | rounded | only-in-part
# Near the limits half the digits will do.
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
        coarse = out.astype(np.float32).astype(float)
        h.append(np.where(np.abs(z) > 10, coarse, out))
    return a, h
