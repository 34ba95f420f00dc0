# wrong: depth.forward_deep: last-layer-linear
# The last layer is the output layer.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    L = len(params) // 2
    a, h = [], [X]
    for l in range(1, L + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]) if l < L else a[-1])
    return a, h
