# wrong: depth.forward_deep: wrong-axis | only-in-part
# Bias for every row.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        z, b = h[-1] @ params[f"W{l}"], params[f"b{l}"]
        a.append(z + (b[:, None] if len(b) == len(X) else b))
        h.append(f(a[-1]))
    return a, h
