# wrong: backprop.forward: a-overwritten | arrays-shared | only-in-part
# Deep networks should not need twice the memory.
def forward(params, X, activation):
    L = len([k for k in params if k[0] == "W"])
    a, h = [], [X]
    for l in range(1, L + 1):
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        a.append(z)
        if l == L:
            h.append(z)
        elif activation == "tanh":
            h.append(np.tanh(z, out=z if L > 4 else None))
        else:
            h.append(sigmoid(z))
    return a, h
