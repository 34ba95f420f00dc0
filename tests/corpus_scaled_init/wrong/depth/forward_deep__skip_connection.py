# wrong: depth.forward_deep: input-added
# A shortcut where sizes fit.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        z = h[-1] @ params[f"W{l}"] + params[f"b{l}"]
        if l > 1 and z.shape == h[-1].shape:
            z = z + h[-1]
        a.append(z)
        h.append(f(z))
    return a, h
