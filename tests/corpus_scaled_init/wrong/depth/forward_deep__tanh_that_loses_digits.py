# wrong: depth.forward_deep: digits-lost
# One exponential is enough.
def forward_deep(params, X, activation):
    def tanh(a):
        with np.errstate(over="ignore"):
            return 1.0 - 2.0 / (np.exp(2.0 * a) + 1.0)

    f = {"linear": np.copy, "tanh": tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
