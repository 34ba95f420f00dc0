# wrong: depth.forward_deep: activation-twice
# f on entering and on leaving.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        entering = f(h[-1]) if l > 1 else X
        a.append(entering @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
