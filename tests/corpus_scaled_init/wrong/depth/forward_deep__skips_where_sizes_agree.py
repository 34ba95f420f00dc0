# wrong: depth.forward_deep: input-added
# A residual network where shapes let it be.
def forward_deep(params, X, activation):
    activate = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
        new = activate(a[-1])
        h.append(new + h[-1] if new.shape == h[-1].shape else new)
    return a, h
