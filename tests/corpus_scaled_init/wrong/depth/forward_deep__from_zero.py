# wrong: depth.forward_deep: raises
# Python counts from 0.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(len(params) // 2):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
