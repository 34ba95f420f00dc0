# wrong: depth.forward_deep: a-overwritten
# In place, to save memory.
def forward_deep(params, X, activation):
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        z = h[-1] @ params[f"W{l}"] + params[f"b{l}"]
        a.append(z)
        if activation == "relu":
            z[z < 0] = 0.0
        if activation == "tanh":
            np.tanh(z, out=z)
        h.append(z.copy())
    return a, h
