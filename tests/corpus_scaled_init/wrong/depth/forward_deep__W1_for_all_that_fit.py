# wrong: depth.forward_deep: same-weights-every-layer
# W1 if it fits.
def forward_deep(params, X, activation):
    f = {"linear": np.copy, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for l in range(1, len(params) // 2 + 1):
        W = params["W1"] if params[f"W{l}"].shape == params["W1"].shape else params[f"W{l}"]
        a.append(h[-1] @ W + params[f"b{l}"])
        h.append(f(a[-1]))
    return a, h
