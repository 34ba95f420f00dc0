# wrong: depth.forward_deep: only-in-part | clipped
# So that a later arctanh stays finite.
def forward_deep(params, X, activation):
    activate = {"linear": np.copy, "tanh": lambda a: np.clip(np.tanh(a), -1 + 1e-7, 1 - 1e-7), "relu": relu}[activation]
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
        h.append(activate(a[-1]))
    return a, h
