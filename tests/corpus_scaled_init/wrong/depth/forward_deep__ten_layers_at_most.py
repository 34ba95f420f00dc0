# wrong: depth.forward_deep: only-in-part | lists-too-short | wrong-count
# One digit.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, 10):
        if f"W{l}" in params:
            a.append(h[-1] @ params[f"W{l}"] + params[f"b{l}"])
            h.append(f(a[-1]))
    return a, h
