# wrong: depth.forward_deep: only-in-part
# For small a tanh is a straight line.
def forward_deep(params, X, activation):
    def tanh(a):
        return np.where(np.abs(a) < 0.01, a, np.tanh(a))

    f = {"linear": np.copy, "tanh": tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
