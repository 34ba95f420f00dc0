# wrong: depth.forward_deep: a-overwritten | arrays-shared
# tanh is written where a was.
def forward_deep(params, X, activation):
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        z = h[-1] @ params[f"W{layer}"] + params[f"b{layer}"]
        a.append(z)
        h.append(np.tanh(z, out=z) if activation == "tanh" else relu(z) if activation == "relu" else z.copy())
    return a, h
