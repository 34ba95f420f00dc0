# wrong: depth.forward_deep: activation-on-input
# A layer applies its function to what comes in; so does the first, to X.
def forward_deep(params, X, activation):
    f = {"relu": relu, "tanh": np.tanh, "linear": np.copy}[activation]
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        a.append(f(h[-1]) @ params[f"W{layer}"] + params[f"b{layer}"])
        h.append(f(a[-1]))
    return a, h
