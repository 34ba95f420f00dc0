# wrong: depth.forward_deep: overflows
# The definition.
def forward_deep(params, X, activation):
    def tanh(a):
        return (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))

    f = {"linear": np.copy, "tanh": tanh, "relu": relu}[activation]
    a, h = [], [X]
    with np.errstate(all="ignore"):
        for l in range(1, len(params) // 2 + 1):
            a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
            h.append(f(a[-1]))
    return a, h
