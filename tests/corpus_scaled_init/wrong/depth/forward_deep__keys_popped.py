# wrong: depth.forward_deep: changes-its-arguments
# Take the layers out one by one.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h, l = [], [X], 1
    while params:
        a.append(h[-1] @ params.pop(f"W{l}") + params.pop(f"b{l}"))
        h.append(f(a[-1]))
        l += 1
    return a, h
