# wrong: depth.forward_deep: lists-reversed
# The way back will need them in this order.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.insert(0, h[0] @ params[f"W{l}"] + params[f"b{l}"])
        h.insert(0, f(a[0]))
    return a, h
