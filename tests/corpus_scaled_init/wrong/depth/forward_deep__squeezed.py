# wrong: depth.forward_deep: wrong-shape
# A single example, or unit, loses its axis.
def forward_deep(params, X, activation):
    activate = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h, z = [], [X], X
    for layer in range(1, len(params) // 2 + 1):
        z = z @ params[f"W{layer}"] + params[f"b{layer}"]
        a.append(np.squeeze(z))
        z = activate(z)
        h.append(np.squeeze(z))
    return a, h
