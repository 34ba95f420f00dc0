# wrong: depth.forward_deep: bias-after-activation
# Bias at the end.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"])
        h.append(f(a[-1]) + params[f"b{l}"])
    return a, h
