# wrong: depth.forward_deep: keeps-state
# Lists as defaults.
def forward_deep(params, X, activation, a=[], h=[]):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    h.append(X)
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
