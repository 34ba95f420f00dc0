# wrong: backprop.forward: a-overwritten
# Activation in place; a and h are then the same arrays.
def forward(params, X, activation):
    L = len(params) // 2
    a, h = [], [X]
    for k in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{k}"], params[f"b{k}"])
        a.append(z)
        if k < L:
            z[...] = np.tanh(z) if activation == "tanh" else sigmoid(z)
        h.append(z)
    return a, h
