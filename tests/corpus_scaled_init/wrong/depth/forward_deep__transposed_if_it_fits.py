# wrong: depth.forward_deep: transposed | only-in-part
# W has a row for every unit.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        W = params[f"W{l}"]
        if W.shape[0] == W.shape[1]:
            W = W.T
        a.append(h[-1] @ W + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
