# wrong: depth.forward_deep: h-without-input | wrong-count
# Two lists of the same length.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h, entering = [], [], X
    for l in range(1, len(params) // 2 + 1):
        a.append(entering @ params[f"W{l}"] + params[f"b{l}"])
        entering = f(a[-1])
        h.append(entering)
    return a, h
