# wrong: depth.forward_deep: only-in-part | wrong-count
# Stops after 64 layers.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for layer in range(1, 65):
        if f"W{layer}" not in params:
            break
        a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
        h.append(f(a[-1]))
    return a, h
