# wrong: depth.forward_deep: lists-too-short | last-layer-forgotten | wrong-count
# range(1, L)
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    L = len(params) // 2
    a, h = [], [X]
    for l in range(1, L):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
