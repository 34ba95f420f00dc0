# wrong: depth.forward_deep: bias-forgotten
# The biases are 0 anyway.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"])
        h.append(f(a[-1]))
    return a, h
