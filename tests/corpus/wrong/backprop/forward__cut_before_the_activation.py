# wrong: backprop.forward: clipped | only-in-part
# Keep exp from overflowing.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        if l < L:
            z = np.clip(z, -50, 50)
        a.append(z)
        h.append(z if l == L else (np.tanh(z) if activation == "tanh" else sigmoid(z)))
    return a, h
