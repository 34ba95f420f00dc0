# wrong: depth.forward_deep: layers-normalised
# Batch normalisation keeps the level.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        z = h[-1] @ params[f"W{l}"] + params[f"b{l}"]
        size = np.sqrt(np.mean(z**2))
        a.append(z / size if size > 0 else z)
        h.append(f(a[-1]))
    return a, h
