# wrong: backprop.forward: a-overwritten | only-in-part
# One example: squash it where it is.
def forward(params, X, activation):
    a, h = [], [X]
    L = len(params) // 2
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l < L and activation == "tanh":
            h.append(np.tanh(z, out=z if len(X) == 1 else None))
        else:
            h.append(sigmoid(z) if l < L else z)
    return a, h
