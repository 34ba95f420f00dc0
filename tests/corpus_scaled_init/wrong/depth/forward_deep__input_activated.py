# wrong: depth.forward_deep: activation-on-input
# h = f(...) starting with X.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [f(X)]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
