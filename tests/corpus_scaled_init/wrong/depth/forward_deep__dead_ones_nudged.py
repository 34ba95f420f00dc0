# wrong: depth.forward_deep: wrong-at-zero | only-in-part
# Wake the dead.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        z = h[-1] @ params[f"W{l}"] + params[f"b{l}"]
        a.append(np.where(z == 0, 1e-6, z))
        h.append(f(a[-1]))
    return a, h
