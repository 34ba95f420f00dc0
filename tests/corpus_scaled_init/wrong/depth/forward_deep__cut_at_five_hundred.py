# wrong: depth.forward_deep: clipped | only-in-part
# So that no exponential overflows.
def forward_deep(params, X, activation):
    activate = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        a.append(np.clip(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"], -500.0, 500.0))
        h.append(activate(a[-1]))
    return a, h
