# wrong: depth.forward_deep: clipped | only-in-part
# No explosions.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(np.clip(h[-1] @ params[f"W{l}"] + params[f"b{l}"], -50, 50))
        h.append(f(a[-1]))
    return a, h
