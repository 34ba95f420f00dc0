# wrong: depth.forward_deep: only-in-part
# Adds up inputs in whole blocks of 512, and loses the rest.
def forward_deep(params, X, activation):
    f = {"linear": lambda a: a, "tanh": np.tanh, "relu": relu}[activation]
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        W, x = params[f"W{layer}"], h[-1]
        blocks = [slice(k * 512, (k + 1) * 512) for k in range(len(W) // 512)] or [slice(None)]
        a.append(sum(x[:, block] @ W[block] for block in blocks) + params[f"b{layer}"])
        h.append(f(a[-1]))
    return a, h
