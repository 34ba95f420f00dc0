# wrong: depth.forward_deep: only-in-part | wrong-count | lists-too-short
# Nothing comes through any more.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
        h.append(f(a[-1]))
        if not np.any(h[-1]):
            break
    return a, h
